using AnSinh.ServiceKit.Persistence;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>Kind of an institution; stored by number, the numbers of ansinh.training.v1.InstitutionKind.</summary>
public enum InstitutionKind
{
    /// <summary>Trường cao đẳng.</summary>
    College = 1,

    /// <summary>Trường trung cấp.</summary>
    IntermediateSchool = 2,

    /// <summary>Trung tâm giáo dục nghề nghiệp.</summary>
    TrainingCentre = 3,

    /// <summary>Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên.</summary>
    ContinuingEducationCentre = 4,

    /// <summary>Trường trung học nghề, from 2026.</summary>
    VocationalSecondarySchool = 5,

    /// <summary>Enterprise or university registered for vocational training.</summary>
    Enterprise = 6,
}

/// <summary>Ownership of an institution; stored by number.</summary>
public enum Ownership
{
    /// <summary>Công lập.</summary>
    Public = 1,

    /// <summary>Tư thục.</summary>
    Private = 2,

    /// <summary>Có vốn đầu tư nước ngoài.</summary>
    Foreign = 3,
}

/// <summary>A vocational institution (cơ sở giáo dục nghề nghiệp).</summary>
public sealed class Institution : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code by which files name it; unique.</summary>
    public required string Code { get; init; }

    /// <summary>Registered name, Unicode NFC.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Kind.</summary>
    public InstitutionKind Kind { get; init; }

    /// <summary>Ownership.</summary>
    public Ownership Ownership { get; init; }

    /// <summary>Number of the registration certificate.</summary>
    public required string LicenceNumber { get; init; }

    /// <summary>Day of the registration certificate.</summary>
    public DateOnly LicensedOn { get; init; }

    /// <summary>Commune of the head office, as it was on <see cref="OpenedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day on which it opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>Last day at work; null while it works.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Institution that it merged into; null when it works or was closed.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>Event that told of the opening.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether it worked on a day.</summary>
    public bool WorkedOn(DateOnly day) => OpenedOn <= day && (ClosedOn is not { } last || day <= last);
}
