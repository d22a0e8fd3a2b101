using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Employment.Counselling;

/// <summary>What a visit was about; stored by number, the numbers of ansinh.employment.v1.CounsellingKind.</summary>
public enum CounsellingKind
{
    /// <summary>Tư vấn việc làm.</summary>
    JobCounselling = 1,

    /// <summary>Giới thiệu việc làm.</summary>
    JobReferral = 2,

    /// <summary>Tư vấn học nghề.</summary>
    TrainingCounselling = 3,

    /// <summary>Tư vấn chính sách.</summary>
    PolicyCounselling = 4,
}

/// <summary>Whether a visit counts; stored by number.</summary>
public enum CounsellingState
{
    /// <summary>Counts in the figures.</summary>
    Recorded = 1,

    /// <summary>Was voided and counts nowhere.</summary>
    Voided = 2,
}

/// <summary>Somebody was counselled or referred (tư vấn, giới thiệu việc làm): one visit.</summary>
public sealed class CounsellingVisit : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of who, when and what about; unique, so that the same paper is recorded once.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>What the visit was about.</summary>
    public CounsellingKind Kind { get; init; }

    /// <summary>Day of the visit.</summary>
    public DateOnly VisitedOn { get; init; }

    /// <summary>Commune of residence, as it was on <see cref="VisitedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Whether it counts.</summary>
    public CounsellingState State { get; set; }

    /// <summary>Why it was voided; null unless voided.</summary>
    public string? VoidedBecause { get; set; }

    /// <summary>Event that booked it.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a visit says, checked.</summary>
/// <param name="Kind">What it was about.</param>
/// <param name="VisitedOn">Day of the visit.</param>
/// <param name="AreaCode">Commune of residence on that day.</param>
public sealed record CounsellingDraft(CounsellingKind Kind, DateOnly VisitedOn, string AreaCode);
