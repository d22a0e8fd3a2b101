namespace AnSinh.Dossiers.Deadlines;

/// <summary>How many working days a step may take, from a day on.</summary>
public sealed class DossierDeadline
{
    /// <summary>Key; empty for those that come with a service.</summary>
    public Guid Id { get; init; }

    /// <summary>Register.</summary>
    public required string Register { get; init; }

    /// <summary>Category; empty for all that have no row of their own.</summary>
    public required string Category { get; init; }

    /// <summary>State in which a dossier waits for the step.</summary>
    public required DossierState State { get; init; }

    /// <summary>Working days, 1 to 365.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>First day on which it applies; the row with the latest one applies.</summary>
    public required DateOnly AppliedFrom { get; init; }

    /// <summary>Decree and article.</summary>
    public required string LegalBasis { get; init; }
}
