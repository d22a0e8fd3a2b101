using AnSinh.People;

namespace AnSinh.Dossiers;

/// <summary>What a dossier says, checked.</summary>
public sealed record DossierDraft
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }

    /// <summary>Category of the register.</summary>
    public required string Category { get; init; }

    /// <summary>Symbol as written; empty when there is none.</summary>
    public required string Symbol { get; init; }

    /// <summary>The person.</summary>
    public required PersonDraft Person { get; init; }

    /// <summary>Commune on the day of receipt.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day on which it is held from.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>State that it is taken over in; received for a new one.</summary>
    public DossierState State { get; init; } = DossierState.Received;

    /// <summary>Account or unit that has it in hand; empty for whoever registers it.</summary>
    public required string Holder { get; init; }

    /// <summary>Day of the first appraisal; null before, or when not known.</summary>
    public DateOnly? AppraisedOn { get; init; }

    /// <summary>How far its digital copy is.</summary>
    public DigitisationState Digitisation { get; init; }

    /// <summary>Pages of the copy; 0 when not counted.</summary>
    public int Pages { get; init; }

    /// <summary>Day on which the copy was verified; null before.</summary>
    public DateOnly? DigitisedOn { get; init; }

    /// <summary>Province that it came from; empty when it was made here.</summary>
    public required string TransferredFrom { get; init; }
}
