namespace AnSinh.Reporting.Numbers;

/// <summary>A rounding rule: a mode and how many decimals remain.</summary>
/// <param name="Mode">What happens to the rest.</param>
/// <param name="Decimals">Decimals that remain, 0 to <see cref="MostDecimals"/>.</param>
public sealed record Rounding(RoundingMode Mode, int Decimals)
{
    /// <summary>The most decimals a rule may keep.</summary>
    public const int MostDecimals = 12;

    /// <summary>Half up to whole numbers: the rule of counts.</summary>
    public static Rounding Whole { get; } = new(RoundingMode.HalfUp, 0);

    /// <summary>Half up to two decimals: the rule of percentages unless an indicator says otherwise.</summary>
    public static Rounding TwoDecimals { get; } = new(RoundingMode.HalfUp, 2);

    /// <summary>The number under this rule.</summary>
    /// <param name="value">The exact number.</param>
    public Rational Apply(Rational value) => value.Round(Decimals, Mode);
}

public readonly partial struct Rational
{
    /// <summary>The number with at most <paramref name="decimals"/> decimals.</summary>
    /// <param name="decimals">0 or more.</param>
    /// <param name="mode">What happens to the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative decimals.</exception>
    public Rational Round(int decimals, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var scale = Power10(decimals);
        var scaled = Abs() * scale;
        var kept = mode == RoundingMode.HalfUp ? (scaled + new Rational(1, 2)).Floor() : scaled.Floor();
        return new Rational(kept * (Sign < 0 ? -1 : 1), scale.Numerator);
    }
}
