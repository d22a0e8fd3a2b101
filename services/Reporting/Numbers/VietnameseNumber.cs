using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace AnSinh.Reporting.Numbers;

/// <summary>Digits as Vietnamese documents write them: a point between thousands, a comma before decimals.</summary>
public static partial class VietnameseNumber
{
    // Our own, not the operating system's vi-VN: a published figure must print the same on every machine.
    private static readonly NumberFormatInfo Digits = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-", NumberNegativePattern = 1 };

    /// <summary>Prints a number whose decimals end: 1.322; 41,65; −0,5 as "-0,5".</summary>
    /// <param name="value">The number, already rounded.</param>
    /// <param name="leastDecimals">Decimals printed even when they are zeros.</param>
    /// <exception cref="ArgumentException">The number has more than twelve decimals: round it first.</exception>
    public static string Format(Rational value, int leastDecimals = 0)
    {
        var scaled = value.Abs() * Rational.Power10(Rounding.MostDecimals);
        if (!scaled.IsInteger)
        {
            throw new ArgumentException($"{value} has to be rounded before it is printed.", nameof(value));
        }

        var whole = BigInteger.DivRem(scaled.Numerator, Rational.Power10(Rounding.MostDecimals).Numerator, out var rest);
        var decimals = rest.ToString("D" + Rounding.MostDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).TrimEnd('0');
        decimals = decimals.PadRight(leastDecimals, '0');
        var sign = value.Sign < 0 ? Digits.NegativeSign : "";
        var text = sign + whole.ToString("N0", Digits);
        return decimals.Length == 0 ? text : $"{text}{Digits.NumberDecimalSeparator}{decimals}";
    }

    /// <summary>
    /// Reads digits in the Vietnamese form, padded or not, with a percent sign or a scale word: 1.322; 09; 41,65%; 55,537 tỷ đồng;
    /// 200 ngàn. A percent sign is part of the unit (41,65% is 41,65); qualifiers and other units are not accepted.
    /// </summary>
    /// <param name="text">The text; surrounding blanks are ignored.</param>
    /// <param name="value">The number, exact, scale included.</param>
    /// <returns>False when the text has another form, such as a point that does not separate three digits.</returns>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (text is null || text.Length > 200 || PrintedForm().Match(text.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var whole = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal);
        var decimals = match.Groups["decimals"].Value;
        var digits = new Rational(BigInteger.Parse(whole + decimals, CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals.Length));
        var scale = match.Groups["scale"].Value switch
        {
            "ngàn" or "nghìn" => NumberScale.Thousand,
            "triệu" => NumberScale.Million,
            "tỷ" or "tỉ" => NumberScale.Billion,
            _ => NumberScale.One,
        };
        value = digits * scale.Factor() * (match.Groups["sign"].Success ? -1 : 1);
        return true;
    }

    [GeneratedRegex(@"^(?<sign>-)?(?<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?<decimals>[0-9]+))?(?:%|(?: (?<scale>ngàn|nghìn|triệu|tỷ|tỉ))?(?: đồng)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedForm();
}
