using System.Numerics;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Documents;

/// <summary>A sheet of a workbook: its head and its rows.</summary>
sealed record SheetRows(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<SheetCell>> Rows);

/// <summary>A cell: a number that a workbook keeps exactly, or a text.</summary>
/// <param name="Value">The text, or the number with a point before decimals.</param>
/// <param name="IsNumber">Which of the two.</param>
readonly record struct SheetCell(string Value, bool IsNumber)
{
    // Workbooks keep 15 significant digits; a number with more, or one that never ends, stays a text.
    static readonly BigInteger Limit = BigInteger.Pow(10, 15);

    public static SheetCell Text(string text) => new(text, false);

    /// <summary>A cell of an exact value as data write it: 9997 or 120/195.</summary>
    public static SheetCell Exact(string text) => Rational.TryParse(text, out var value) ? Of(value, text) : Text(text);

    /// <summary>A cell of a printed table: a number where the text is nothing but a number in Vietnamese form.</summary>
    public static SheetCell Printed(string text) =>
        VietnameseNumber.TryParse(text, out var value) && Decimal(value) is { } digits && Vietnamese(digits) == text.Replace(".", "", StringComparison.Ordinal)
            ? new SheetCell(digits, true)
            : Text(text);

    static SheetCell Of(Rational value, string text) => Decimal(value) is { } digits ? new SheetCell(digits, true) : Text(text);

    /// <summary>The digits with a point, or null when there are too many of them.</summary>
    static string? Decimal(Rational value)
    {
        var scaled = value.Abs() * Rational.Power10(Rounding.MostDecimals);
        if (!scaled.IsInteger)
        {
            return null;
        }

        var digits = VietnameseNumber.Format(value).Replace(".", "", StringComparison.Ordinal);
        var significant = digits.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();
        return significant <= 15 && value.Abs().CompareTo(Limit) < 0 ? digits.Replace(',', '.') : null;
    }

    static string Vietnamese(string digits) => digits.Replace('.', ',');
}
