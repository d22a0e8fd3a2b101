namespace AnSinh.Reporting.Numbers;

/// <summary>The word after a number that stands for its last zeros (domain: 197,1 tỷ đồng, 200 ngàn hồ sơ).</summary>
public enum NumberScale
{
    /// <summary>Written in full.</summary>
    One,

    /// <summary>ngàn: 10³.</summary>
    Thousand,

    /// <summary>triệu: 10⁶.</summary>
    Million,

    /// <summary>tỷ: 10⁹.</summary>
    Billion,
}

/// <summary>The words and factors of <see cref="NumberScale"/>.</summary>
public static class NumberScales
{
    /// <summary>How many ones the scale stands for.</summary>
    /// <param name="scale">The scale.</param>
    public static Rational Factor(this NumberScale scale) => Rational.Power10(3 * (int)scale);

    /// <summary>The Vietnamese word, or an empty text for <see cref="NumberScale.One"/>.</summary>
    /// <param name="scale">The scale.</param>
    public static string Word(this NumberScale scale) => scale switch
    {
        NumberScale.Thousand => "ngàn",
        NumberScale.Million => "triệu",
        NumberScale.Billion => "tỷ",
        _ => "",
    };
}
