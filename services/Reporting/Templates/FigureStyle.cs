using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Templates;

/// <summary>Which part of a figure a placeholder prints.</summary>
internal enum FigurePart
{
    Value,
    Change,
    Fraction,
    Numerator,
    Denominator,
    Plan,
    PlanPercent,
    PlanTarget,
    PlanWords,
    SinceLastYear,
    SinceLastPeriod,
}

/// <summary>Digits with unit and padding as the line suggests, or only digits, padded or not.</summary>
internal enum FigureDigits
{
    AsUsual,
    Plain,
    Padded,
}

/// <summary>What the filters of a placeholder say; whatever they leave open comes from the indicator and the line.</summary>
internal sealed record FigureStyle
{
    public FigurePart Part { get; init; }

    public FigureDigits Digits { get; init; }

    /// <summary>The unit to print; null for the indicator's own.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the unit was asked for.</summary>
    public bool WithUnit { get; init; }

    public NumberScale Scale { get; init; }

    public RoundingMode? Mode { get; init; }

    public int? Decimals { get; init; }

    public bool FixedDecimals { get; init; }

    public QualifierRule? Qualifier { get; init; }

    /// <summary>Drops the indicator's own qualifier.</summary>
    public bool Exact { get; init; }

    /// <summary>The words for a value above and below zero.</summary>
    public (string Positive, string Negative) ChangeWords { get; init; }

    /// <summary>Share of a plan, in percent, from which a plan that is not fulfilled is nearly so; null for none.</summary>
    public Rational? NearFrom { get; init; }

    /// <summary>What to print when there is no value; null for the usual words.</summary>
    public string? Missing { get; init; }

    public bool IsPlan => Part is FigurePart.Plan or FigurePart.PlanPercent or FigurePart.PlanTarget or FigurePart.PlanWords;
}
