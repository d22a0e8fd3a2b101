using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>One figure that is asked for.</summary>
public sealed record FigureQuery
{
    /// <summary>How it is computed.</summary>
    public required CheckedFormula Formula { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The area.</summary>
    public required AreaScope Area { get; init; }

    /// <summary>Through whose eyes: as known when, in the units of which day.</summary>
    public FigureView View { get; init; } = FigureView.Current;

    /// <summary>The dimensions to break it down by, out of the formula's; empty for the total alone.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
}

/// <summary>The figure that was asked for.</summary>
public sealed record FigureAnswer
{
    /// <summary>The total; computed by itself, since distinct people and ratios are no sum of their members.</summary>
    public required Figure Total { get; init; }

    /// <summary>The breakdown, sorted by key; empty when none was asked for. Members without any record are not in it.</summary>
    public IReadOnlyList<FigureMember> Members { get; init; } = [];
}

/// <summary>One row of a breakdown.</summary>
/// <param name="Key">The values, one per dimension asked for.</param>
/// <param name="Figure">The figure of the records with these values.</param>
public sealed record FigureMember(IReadOnlyList<string> Key, Figure Figure);
