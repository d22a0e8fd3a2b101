using AnSinh.ServiceKit.Requests;

namespace AnSinh.People;

/// <summary>A person as somebody gives it, checked, not yet found or registered.</summary>
public sealed record PersonDraft
{
    /// <summary>Full name, Unicode NFC.</summary>
    public required string FullName { get; init; }

    /// <summary>Citizen number; null for somebody without one.</summary>
    public CitizenNumber? Number { get; init; }

    /// <summary>Date of birth as far as known; null when not known.</summary>
    public PartialDate? Birth { get; init; }

    /// <summary>Sex as registered.</summary>
    public Sex Sex { get; init; }

    /// <summary>Commune of residence.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; init; }
}
