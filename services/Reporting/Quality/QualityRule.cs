using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Quality;

/// <summary>One rule of rules.yaml. Limits that its kind does not have are 0.</summary>
public sealed record QualityRule
{
    /// <summary>Code by which findings name it: DQ-01.</summary>
    public required string Code { get; init; }

    /// <summary>What it looks for.</summary>
    public required QualityKind Kind { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string NameVi { get; init; }

    /// <summary>The rule in Vietnamese words.</summary>
    public required string TextVi { get; init; }

    /// <summary>The legal or technical reason of its limits, in Vietnamese.</summary>
    public required string Basis { get; init; }

    /// <summary>The indicators that it looks at; for subsets every one that counts a part of another, for gaps none.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; init; } = [];

    /// <summary>Late: days after the day of effect that are still in time.</summary>
    public int Days { get; init; }

    /// <summary>Late: share of late records, 0 to 1, that is still in order.</summary>
    public Rational MostShare { get; init; }

    /// <summary>Silent area: share of communes with records, 0 to 1, from which silence is odd.</summary>
    public Rational LeastShare { get; init; }

    /// <summary>Outlier: preceding periods that are looked at.</summary>
    public int History { get; init; }

    /// <summary>Outlier: preceding periods that there must be.</summary>
    public int LeastHistory { get; init; }

    /// <summary>Outlier: times the median absolute deviation.</summary>
    public Rational Factor { get; init; }

    /// <summary>Outlier: deviation, in the indicator's unit, up to which nothing is odd.</summary>
    public Rational Floor { get; init; }

    /// <summary>Gap: events that may be unbooked.</summary>
    public int MostBehind { get; init; }

    /// <summary>Whether it says something only of periods that are over.</summary>
    public bool NeedsClosedPeriod => Kind is QualityKind.SilentArea or QualityKind.NotEntered or QualityKind.Outlier;
}
