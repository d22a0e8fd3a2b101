using AnSinh.ServiceKit.Persistence;

namespace AnSinh.VocationalTraining.Programmes;

/// <summary>Level of a programme (trình độ); stored by number, the numbers of ansinh.training.v1.TrainingLevel.</summary>
public enum TrainingLevel
{
    /// <summary>Cao đẳng.</summary>
    College = 1,

    /// <summary>Trung cấp.</summary>
    Intermediate = 2,

    /// <summary>Sơ cấp.</summary>
    Elementary = 3,

    /// <summary>Đào tạo nghề dưới 3 tháng.</summary>
    UnderThreeMonths = 4,
}

/// <summary>A programme of an institution (chương trình đào tạo).</summary>
public sealed class Programme : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Institution that teaches it.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>Code by which files name it; unique within the institution.</summary>
    public required string Code { get; init; }

    /// <summary>Level.</summary>
    public TrainingLevel Level { get; init; }

    /// <summary>Code of the occupation taught; empty for short courses without one.</summary>
    public required string OccupationCode { get; init; }

    /// <summary>Name of the occupation, Unicode NFC.</summary>
    public required string OccupationName { get; init; }

    /// <summary>Length in weeks.</summary>
    public int DurationWeeks { get; init; }

    /// <summary>Tuition for the whole programme in VND.</summary>
    public long FeeVnd { get; init; }

    /// <summary>Trainees a year by the registration certificate; 0 when none is laid down.</summary>
    public int YearlyQuota { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
