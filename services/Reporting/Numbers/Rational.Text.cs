using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace AnSinh.Reporting.Numbers;

public readonly partial struct Rational
{
    // Longer texts are no figure of a report; the bound keeps a hostile text from costing quadratic time.
    private const int LongestText = 200;

    /// <summary>
    /// Reads the form used in data: <c>9997</c>, <c>-0.72</c> or <c>120/195</c> (invariant culture, no thousands separators).
    /// For Vietnamese texts see <see cref="VietnameseNumber.TryParse"/>.
    /// </summary>
    /// <param name="text">The text; surrounding blanks are ignored.</param>
    /// <param name="value">The number, exact.</param>
    /// <returns>False when the text is no such number, is longer than 200 characters or divides by zero.</returns>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (text is null || text.Length > LongestText || DataForm().Match(text.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var decimals = match.Groups["decimals"].Value;
        var numerator = BigInteger.Parse(match.Groups["whole"].Value + decimals, CultureInfo.InvariantCulture);
        var divisor = match.Groups["divisor"] is { Success: true } group
            ? BigInteger.Parse(group.Value, CultureInfo.InvariantCulture)
            : BigInteger.Pow(10, decimals.Length);
        if (divisor.IsZero)
        {
            return false;
        }

        value = new Rational(numerator, divisor) * (match.Groups["sign"].Success ? -1 : 1);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> accepts.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no such number.</exception>
    public static Rational Parse(string text) => TryParse(text, out var value)
        ? value
        : throw new FormatException($"\"{text}\" is no number; write it as 9997, -0.72 or 120/195.");

    /// <summary>The form used in data: a whole number, else numerator/denominator in lowest terms. Round-trips through <see cref="TryParse"/>.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    [GeneratedRegex(@"^(?<sign>-)?(?<whole>[0-9]+)(?:\.(?<decimals>[0-9]+)|/(?<divisor>[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DataForm();
}
