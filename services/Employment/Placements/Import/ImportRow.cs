using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.Employment.Placements.Import;

/// <summary>One row of an import: refused, or checked and ready to be looked up and written.</summary>
public sealed class ImportRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>The placement; null when refused, as the members below.</summary>
    public PlacementDraft? Draft { get; init; }

    /// <summary>The worker, given whole; null when named.</summary>
    public WorkerDraft? Worker { get; init; }

    /// <summary>Person key of the worker's citizen number; null for somebody without one or named.</summary>
    public string? PersonKey { get; init; }

    /// <summary>The worker, named.</summary>
    public Guid? WorkerId { get; init; }

    /// <summary>The employer, given whole; null when named or not known.</summary>
    public EmployerDraft? Employer { get; init; }

    /// <summary>The employer, named.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>Natural key; empty when refused.</summary>
    public byte[] Key { get; init; } = [];

    /// <summary>Whether the row is good so far.</summary>
    public bool IsGood => Draft is not null;

    /// <summary>A refused row.</summary>
    public static ImportRow Refused(long line, params IReadOnlyList<Violation> violations) => new() { Line = line, Violations = violations };
}
