using AnSinh.Employment.UnemploymentPayments;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.Employment.Unemployment.Import;

/// <summary>One row of an import, checked without the database: the law needs none.</summary>
public sealed record DecisionImportRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>What the law looks at; null when refused, as the members below.</summary>
    public ClaimFacts? Facts { get; init; }

    /// <summary>What the law gives.</summary>
    public BenefitAssessment? Given { get; init; }

    /// <summary>The worker.</summary>
    public WorkerDraft? Worker { get; init; }

    /// <summary>Commune of residence on the day of filing.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>Number of the decision.</summary>
    public string DecisionNumber { get; init; } = "";

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; init; }

    /// <summary>First month that this service pays, yyyymm; null for a benefit that it does not pay.</summary>
    public int? PayableFrom { get; init; }

    /// <summary>How it is paid.</summary>
    public PayWay? Way { get; init; }

    /// <summary>Person key of the worker's citizen number; null for somebody without one.</summary>
    public string? PersonKey { get; init; }

    /// <summary>Natural key of a row without a citizen number; empty otherwise.</summary>
    public byte[] Key { get; init; } = [];
}

/// <summary>What a chunk of rows will change.</summary>
/// <param name="workers">The chunk's workers.</param>
/// <param name="benefits">The chunk's benefits in payment.</param>
public sealed class DecisionPlan(ImportedWorkers workers, ImportedBenefits benefits) : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>The chunk's workers.</summary>
    public ImportedWorkers Workers { get; } = workers;

    /// <summary>The chunk's benefits in payment.</summary>
    public ImportedBenefits Benefits { get; } = benefits;

    /// <summary>Claims to record, decided, each with its worker.</summary>
    public List<(UnemploymentClaim Claim, Worker Worker)> Claims { get; } = [];
}
