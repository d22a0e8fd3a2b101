using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Quality;

/// <summary>What a rule found: one rule and one subject, which is an indicator in an area and a period, or a source.</summary>
public sealed class QualityFinding : IVersioned
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of the rule.</summary>
    public required string Rule { get; set; }

    /// <summary>What the rule looks for.</summary>
    public QualityKind Kind { get; set; }

    /// <summary>What the rule said when the finding was last seen.</summary>
    public required string RuleText { get; set; }

    /// <summary>Code of the indicator; empty for a source.</summary>
    public required string Indicator { get; set; }

    /// <summary>Area code; empty for a source.</summary>
    public required string AreaCode { get; set; }

    /// <summary>A day on which the unit bore its code: the last one of the period.</summary>
    public DateOnly AreaOn { get; set; }

    /// <summary>Period in its shortest form; empty for a source.</summary>
    public required string Period { get; set; }

    /// <summary>Source service; empty for an indicator.</summary>
    public required string Source { get; set; }

    /// <summary>Department that deals with it.</summary>
    public required string Owner { get; set; }

    /// <summary>State.</summary>
    public QualityState State { get; set; }

    /// <summary>What was found, in Vietnamese.</summary>
    public required string Message { get; set; }

    /// <summary>The values that were seen, as JSON; see <see cref="SeenValue"/>.</summary>
    public required string Values { get; set; }

    /// <summary>Reason given with the last change of state; empty when there was none.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was found first, UTC.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>When a run saw it last, UTC.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>State of a finding; the numbers of ansinh.reporting.v1.QualityState.</summary>
public enum QualityState
{
    /// <summary>Nobody has looked at it.</summary>
    Open = 1,

    /// <summary>Somebody is at it.</summary>
    Acknowledged = 2,

    /// <summary>Said to be put right.</summary>
    Resolved = 3,

    /// <summary>True, and right as it is.</summary>
    Accepted = 4,

    /// <summary>No longer found.</summary>
    Gone = 5,
}
