using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.Employment.Counselling.Import;

/// <summary>One row of an import, checked without the database.</summary>
public sealed record CounsellingImportRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>What the row says; null when refused.</summary>
    public CounsellingDraft? Draft { get; init; }

    /// <summary>The worker; null when refused.</summary>
    public WorkerDraft? Worker { get; init; }

    /// <summary>Person key of the worker's citizen number; null for somebody without one.</summary>
    public string? PersonKey { get; init; }

    /// <summary>Natural key of a row without a citizen number; empty otherwise.</summary>
    public byte[] Key { get; init; } = [];
}

/// <summary>What a chunk of rows will change.</summary>
/// <param name="workers">The chunk's workers.</param>
public sealed class CounsellingPlan(ImportedWorkers workers) : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>The chunk's workers.</summary>
    public ImportedWorkers Workers { get; } = workers;

    /// <summary>Visits to record, each with its worker.</summary>
    public List<(CounsellingVisit Visit, Worker Worker)> Visits { get; } = [];
}
