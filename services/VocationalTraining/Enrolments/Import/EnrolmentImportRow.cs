using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;

namespace AnSinh.VocationalTraining.Enrolments.Import;

/// <summary>One row of an import, checked without the database.</summary>
public sealed record EnrolmentImportRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>What the row says; null when refused.</summary>
    public EnrolmentDraft? Draft { get; init; }

    /// <summary>Code of the institution.</summary>
    public required string InstitutionCode { get; init; }

    /// <summary>Code of the programme within the institution.</summary>
    public required string ProgrammeCode { get; init; }

    /// <summary>Day of completion; null for somebody who is still studying.</summary>
    public DateOnly? CompletedOn { get; init; }
}

/// <summary>What a chunk of rows will change.</summary>
public sealed class EnrolmentPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>People to register.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Enrolments to record, each with its trainee.</summary>
    public List<(Enrolment Enrolment, Person Trainee)> Enrolments { get; } = [];
}

/// <summary>A programme as files name it, with its institution.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Institution">Its institution.</param>
public sealed record NamedProgramme(Programme Programme, Institution Institution);
