using System.Globalization;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Plans;

/// <summary>Targets as plans write them: decimal numbers with a point, at most 20 characters.</summary>
static class PlanTarget
{
    const int LongestText = 20;

    /// <summary>Reads a target, or answers null when the text is no decimal number.</summary>
    public static Rational? Read(string text) =>
        text.Length <= LongestText && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var target)
            ? target
            : null;
}
