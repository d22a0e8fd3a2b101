using AnSinh.ServiceKit.Persistence;
using AnSinh.VocationalTraining.Programmes;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Status of a certificate; stored by number, the numbers of ansinh.training.v1.CertificateState.</summary>
public enum CertificateState
{
    /// <summary>Đang có hiệu lực.</summary>
    InForce = 1,

    /// <summary>Đã thu hồi.</summary>
    Revoked = 2,

    /// <summary>Đã được thay bằng số khác (cấp lại).</summary>
    Replaced = 3,
}

/// <summary>A diploma or certificate in the register (sổ gốc cấp văn bằng, chứng chỉ).</summary>
public sealed class Certificate : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Enrolment that it completes.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Register number; unique among those of one level and year.</summary>
    public required string Number { get; init; }

    /// <summary>Number in the register book; empty when not known.</summary>
    public required string BookNumber { get; init; }

    /// <summary>Level.</summary>
    public TrainingLevel Level { get; init; }

    /// <summary>Year of issue.</summary>
    public int Year { get; init; }

    /// <summary>Day of issue.</summary>
    public DateOnly IssuedOn { get; init; }

    /// <summary>Number of the decision that it was issued by.</summary>
    public required string Decision { get; init; }

    /// <summary>Name of the occupation, as it was then.</summary>
    public required string OccupationName { get; init; }

    /// <summary>Name of the institution, as it was then.</summary>
    public required string InstitutionName { get; init; }

    /// <summary>Commune that figures count it in, as it was on <see cref="IssuedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Status.</summary>
    public CertificateState State { get; set; }

    /// <summary>Certificate that it replaces; null for a first one.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Day of revocation or replacement; null while in force.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it was revoked or replaced; null while in force.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>Event that told of the issue.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
