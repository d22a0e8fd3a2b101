namespace AnSinh.Reporting.Numbers;

/// <summary>
/// How one figure is printed for Vietnamese readers: rounding, scale word, unit, zero padding and qualifier. The unrounded
/// number is passed in; the form decides what is seen.
/// </summary>
public sealed record NumberForm
{
    /// <summary>What happens to decimals beyond those printed. Applied after scaling: 55.537.000.000 at three decimals of tỷ is 55,537.</summary>
    public Rounding Rounding { get; init; } = Rounding.Whole;

    /// <summary>Keeps trailing zeros (95,00%); otherwise they are dropped as published reports do (95%; 197,1 tỷ).</summary>
    public bool FixedDecimals { get; init; }

    /// <summary>The scale word.</summary>
    public NumberScale Scale { get; init; } = NumberScale.One;

    /// <summary>Prints the scale's word; false in a table whose head already says "tỷ đồng".</summary>
    public bool ShowScaleWord { get; init; } = true;

    /// <summary>Puts a zero before whole numbers from 1 to 9 (09 hài cốt), as running text does and tables do not.</summary>
    public bool PadSmallCounts { get; init; }

    /// <summary>The unit behind the number, empty for none. A unit that begins with % follows without a blank.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The qualifier before the number, if any; it replaces <see cref="Rounding"/> when it is true of the number.</summary>
    public QualifierRule? Qualifier { get; init; }

    /// <summary>A percentage of two decimals at most: 41,65%.</summary>
    public static NumberForm Percent { get; } = new() { Rounding = Rounding.TwoDecimals, Unit = "%" };

    /// <summary>A count in running text: 09; 9.997.</summary>
    /// <param name="unit">The unit behind it.</param>
    public static NumberForm CountInText(string unit) => new() { PadSmallCounts = true, Unit = unit };

    /// <summary>An amount of money with at most three decimals of its scale: 55,537 tỷ đồng; 190.804.957.000 đồng.</summary>
    /// <param name="scale">The scale word; in full for <see cref="NumberScale.One"/>, without decimals.</param>
    public static NumberForm Money(NumberScale scale) => new()
    {
        Scale = scale,
        Unit = "đồng",
        Rounding = new Rounding(RoundingMode.HalfUp, scale == NumberScale.One ? 0 : 3),
    };

    /// <summary>The number as this form prints it.</summary>
    /// <param name="value">The exact number.</param>
    public string Print(Rational value)
    {
        var qualified = Qualifier?.Apply(value);
        var rounding = qualified is null ? Rounding : new Rounding(RoundingMode.HalfUp, Rounding.MostDecimals);
        var number = rounding.Apply((qualified?.Stated ?? value) / Scale.Factor());
        var digits = VietnameseNumber.Format(number, FixedDecimals ? Rounding.Decimals : 0);
        if (PadSmallCounts && number.IsInteger && number.Sign > 0 && number < 10)
        {
            digits = "0" + digits;
        }

        var words = qualified is null ? digits : $"{qualified.Word} {digits}";
        words = Scale == NumberScale.One || !ShowScaleWord ? words : $"{words} {Scale.Word()}";
        return Unit.Length == 0 ? words : Unit[0] == '%' && Scale == NumberScale.One ? words + Unit : $"{words} {Unit}";
    }
}
