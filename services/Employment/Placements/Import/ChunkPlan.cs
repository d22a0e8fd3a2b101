using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements.Import;

/// <summary>What a chunk of rows will change, and what is said about each row.</summary>
public sealed class ChunkPlan
{
    /// <summary>Workers to register.</summary>
    public List<Worker> Workers { get; } = [];

    /// <summary>Employers to register.</summary>
    public List<Employer> Employers { get; } = [];

    /// <summary>Placements to record, each with its worker.</summary>
    public List<(Placement Placement, PersonOfPlacement Person)> Placements { get; } = [];

    /// <summary>What became of each row, in their order.</summary>
    public List<RowResult> Results { get; } = [];

    /// <summary>Whether a row is refused.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>Refuses a row.</summary>
    public void Refuse(long line, IReadOnlyList<Violation> violations)
    {
        HasRefused = true;
        Results.Add(new RowResult(line, RowOutcome.Refused, null, violations));
    }
}

/// <summary>What events need to know of a worker.</summary>
/// <param name="Id">Worker.</param>
/// <param name="PersonKey">Person key.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Birth">Date of birth; null when not known.</param>
public sealed record PersonOfPlacement(Guid Id, string PersonKey, WorkerSex Sex, PartialDate? Birth);

/// <summary>What became of a row; the numbers of ansinh.common.v1.ImportOutcome.</summary>
public enum RowOutcome
{
    /// <summary>Made a new record.</summary>
    Recorded = 1,

    /// <summary>The record was there.</summary>
    AlreadyPresent = 2,

    /// <summary>Bad.</summary>
    Refused = 3,

    /// <summary>Good, but another row of an all-or-nothing import is bad.</summary>
    NotApplied = 4,
}

/// <summary>What became of one row.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="PlacementId">The placement made or met.</param>
/// <param name="Violations">Why refused.</param>
public readonly record struct RowResult(long Line, RowOutcome Outcome, Guid? PlacementId, IReadOnlyList<Violation> Violations);
