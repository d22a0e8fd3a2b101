namespace AnSinh.Reporting.Catalogue;

/// <summary>What sort of figure an indicator is; it decides what its formula may contain.</summary>
public enum IndicatorKind
{
    /// <summary>What happened within a period: counts, sums, distinct people.</summary>
    Flow,

    /// <summary>What there is on the period's last day.</summary>
    Stock,

    /// <summary>One figure divided by another, times a factor.</summary>
    Ratio,

    /// <summary>The difference between two moments, usually of a ratio, in percentage points.</summary>
    Change,

    /// <summary>How much of what was due is done, shown as x/y and as a share.</summary>
    Completion,

    /// <summary>A survey's result that is keyed in and signed; it has no formula.</summary>
    Entered,
}
