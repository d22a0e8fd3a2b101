using System.Globalization;
using System.Text.RegularExpressions;

namespace AnSinh.SurveyedFigures;

/// <summary>Plain decimals as text: what an official read in a release is what is stored and told.</summary>
public static partial class DecimalText
{
    /// <summary>Reads a plain decimal: at most 9 digits before and 6 after the point, no sign but a minus, no exponent, no leading zeros.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, out decimal value)
    {
        value = 0;
        return text.Length <= 20 && Plain().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // \z and not $, which would let a line break through.
    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?\z")]
    private static partial Regex Plain();
}
