using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Formulas;

/// <summary>A computed figure, exact.</summary>
public sealed record Figure
{
    /// <summary>The value; null when there is none: a ratio of nothing, or a figure that nobody has entered.</summary>
    public Rational? Value { get; init; }

    /// <summary>For a ratio, what was divided, not reduced (120 of 120/195); null for other figures.</summary>
    public Rational? Numerator { get; init; }

    /// <summary>For a ratio, what it was divided by; shown even when it is zero and the value therefore null.</summary>
    public Rational? Denominator { get; init; }

    /// <summary>A figure that is no ratio.</summary>
    /// <param name="value">Its value, if it has one.</param>
    public static Figure Of(Rational? value) => new() { Value = value };
}
