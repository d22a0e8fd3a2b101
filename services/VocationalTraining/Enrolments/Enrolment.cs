using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.VocationalTraining.Programmes;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>What became of an enrolment; stored by number, the numbers of ansinh.training.v1.EnrolmentState.</summary>
public enum EnrolmentState
{
    /// <summary>Đang học.</summary>
    Studying = 1,

    /// <summary>Tốt nghiệp.</summary>
    Completed = 2,

    /// <summary>Thôi học.</summary>
    DroppedOut = 3,

    /// <summary>Should never have been recorded; counts nowhere.</summary>
    Voided = 4,
}

/// <summary>Somebody starts a programme (tuyển sinh).</summary>
public sealed class Enrolment : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of who, which programme and when; unique, so that the same paper is recorded once. See <see cref="EnrolmentKey"/>.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Trainee.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Programme; after a transfer the new one.</summary>
    public required Guid ProgrammeId { get; set; }

    /// <summary>Institution of the programme.</summary>
    public required Guid InstitutionId { get; set; }

    /// <summary>Level, which no transfer changes.</summary>
    public TrainingLevel Level { get; init; }

    /// <summary>Day of enrolment.</summary>
    public DateOnly EnrolledOn { get; init; }

    /// <summary>Commune of residence, as it was on <see cref="EnrolledOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Whether the rural-worker subsidy pays for it.</summary>
    public bool RuralSubsidy { get; init; }

    /// <summary>What became of it.</summary>
    public EnrolmentState State { get; set; }

    /// <summary>Day of the last transfer; null when there was none.</summary>
    public DateOnly? TransferredOn { get; set; }

    /// <summary>Day of dropout or completion; null before.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it was voided; null unless voided.</summary>
    public string? VoidedBecause { get; set; }

    /// <summary>Event that booked it.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>Event that told of its end; null before.</summary>
    public Guid? EndToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The earliest day on which it can end or change: that of the enrolment or of the last transfer.</summary>
    public DateOnly Since => TransferredOn ?? EnrolledOn;
}
