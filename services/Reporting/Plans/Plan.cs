using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Plans;

/// <summary>A target for an indicator, an area and a year or a five-year term: the version that was set last.</summary>
public sealed class Plan : PlanContent, IVersioned
{
    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One version of a plan; versions are only ever added.</summary>
public sealed class PlanVersion : PlanContent
{
    /// <summary>Version, from 1.</summary>
    public int Version { get; set; }

    /// <summary>The plan as this version has it.</summary>
    public Plan AsPlan() => new()
    {
        Indicator = Indicator,
        AreaCode = AreaCode,
        Year = Year,
        Target = Target,
        Comparator = Comparator,
        TargetTo = TargetTo,
        Direction = Direction,
        LegalBasis = LegalBasis,
        EffectiveOn = EffectiveOn,
        PartOf = PartOf,
        SetBy = SetBy,
        SetAt = SetAt,
        Version = Version,
    };
}

/// <summary>What a plan says.</summary>
public abstract class PlanContent
{
    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; set; }

    /// <summary>Area code, valid in the year.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Calendar year, or a five-year term; see <see cref="PlanYears"/>.</summary>
    public int Year { get; set; }

    /// <summary>Target in the indicator's unit as it was written: a decimal number, 0 or more.</summary>
    public required string Target { get; set; }

    /// <summary>How a value is held against the target.</summary>
    public PlanComparator Comparator { get; set; }

    /// <summary>Upper end of the target, for a range; empty otherwise.</summary>
    public string TargetTo { get; set; } = "";

    /// <summary>Which way the indicator should go.</summary>
    public PlanDirection Direction { get; set; }

    /// <summary>Decision that sets it; empty when none was given.</summary>
    public required string LegalBasis { get; set; }

    /// <summary>First day on which this version holds; a later version takes its place on its own first day.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>Code of the unit from whose plan it was handed down; empty when it was set by itself.</summary>
    public string PartOf { get; set; } = "";

    /// <summary>Account that set this version.</summary>
    public required string SetBy { get; set; }

    /// <summary>When this version was set, UTC.</summary>
    public DateTimeOffset SetAt { get; set; }

    /// <summary>The target as a number.</summary>
    public Rational TargetValue => PlanTarget.Read(Target) ?? throw new InvalidOperationException($"The stored target \"{Target}\" is no number.");

    /// <summary>The upper end of the target as a number; null where there is none.</summary>
    public Rational? TargetToValue => TargetTo.Length == 0 ? null : PlanTarget.Read(TargetTo);

    /// <summary>Whether less is better.</summary>
    public bool IsLessBetter => Direction == PlanDirection.Lower
        || (Direction == PlanDirection.AsComparator && (Comparator is PlanComparator.AtMost or PlanComparator.Below));
}

/// <summary>Which way an indicator should go.</summary>
public enum PlanDirection
{
    /// <summary>As the comparator means.</summary>
    AsComparator = 0,

    /// <summary>More is better.</summary>
    Higher = 1,

    /// <summary>Less is better.</summary>
    Lower = 2,
}

/// <summary>How a value is held against a target.</summary>
public enum PlanComparator
{
    /// <summary>At least the target: more is better.</summary>
    AtLeast = 1,

    /// <summary>At most the target: less is better.</summary>
    AtMost = 2,

    /// <summary>Exactly the target.</summary>
    Equal = 3,

    /// <summary>Less than the target.</summary>
    Below = 4,

    /// <summary>More than the target.</summary>
    Above = 5,

    /// <summary>From the target to its upper end, both included.</summary>
    Range = 6,
}
