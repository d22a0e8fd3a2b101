using System.Globalization;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Templates;

/// <summary>The filters behind the bars of a figure: each changes the style, or says what its arguments must be.</summary>
internal static class FigureFilters
{
    private static readonly Dictionary<string, Filter> ByName = new(StringComparer.Ordinal)
    {
        ["number"] = Plain("number", style => style with { Digits = FigureDigits.Plain }),
        ["count"] = Plain("count", style => style with { Digits = FigureDigits.Padded }),
        ["exact"] = Plain("exact", style => style with { Exact = true }),
        ["fraction"] = Plain("fraction", style => style with { Part = FigurePart.Fraction }),
        ["numerator"] = Plain("numerator", style => style with { Part = FigurePart.Numerator }),
        ["denominator"] = Plain("denominator", style => style with { Part = FigurePart.Denominator }),
        ["thousand"] = Plain("thousand", style => style with { Scale = NumberScale.Thousand }),
        ["million"] = Plain("million", style => style with { Scale = NumberScale.Million }),
        ["billion"] = Plain("billion", style => style with { Scale = NumberScale.Billion }),
        ["unit"] = new("unit, or unit \"suất quà\"", (style, args) => args switch
        {
            [] => style with { WithUnit = true },
            [var text] => style with { WithUnit = true, Unit = text },
            _ => null,
        }),
        ["decimals"] = new("decimals 0 to 12", (style, args) => args is [var n] && TryDecimals(n, out var decimals) ? style with { Decimals = decimals } : null),
        ["fixed"] = new("fixed 0 to 12", (style, args) => args is [var n] && TryDecimals(n, out var decimals) ? style with { Decimals = decimals, FixedDecimals = true } : null),
        ["round"] = new("round half_up, or round truncate", (style, args) => args switch
        {
            ["half_up"] => style with { Mode = RoundingMode.HalfUp },
            ["truncate"] => style with { Mode = RoundingMode.Truncate },
            _ => null,
        }),
        ["over"] = Qualify("over", Qualifier.Over),
        ["under"] = Qualify("under", Qualifier.Under),
        ["near"] = Qualify("near", Qualifier.Near),
        ["about"] = Qualify("about", Qualifier.About),
        ["plan"] = new("plan, plan percent, plan words, plan words 95 or plan target", (style, args) => args switch
        {
            [] => style with { Part = FigurePart.Plan },
            ["percent"] => style with { Part = FigurePart.PlanPercent },
            ["target"] => style with { Part = FigurePart.PlanTarget },
            ["words"] => style with { Part = FigurePart.PlanWords },
            ["words", var share] when PlanCondition.ReadShare(share) is { } near => style with { Part = FigurePart.PlanWords, NearFrom = near },
            _ => null,
        }),
        ["compare"] = new("compare, compare previous_year or compare previous_period", (style, args) => args switch
        {
            [] or ["previous_year"] => style with { Part = FigurePart.SinceLastYear },
            ["previous_period"] => style with { Part = FigurePart.SinceLastPeriod },
            _ => null,
        }),
        ["change"] = new("change \"tăng\" \"giảm\": the words for a value above and below zero", (style, args) => args is [var above, var below]
            ? style with { Part = FigurePart.Change, ChangeWords = (above, below) }
            : null),
        ["missing"] = new("missing \"chưa có số liệu\"", (style, args) => args is [var text] ? style with { Missing = text } : null),
    };

    /// <summary>The style after one filter; null, and reported, when there is no such filter or its arguments are wrong.</summary>
    public static FigureStyle? Apply(FigureStyle style, TextRun filter, Action<int, string, string, string> report)
    {
        var words = PlaceholderText.SplitAtBlanks(filter);
        if (words.Count == 0)
        {
            report(filter.Column, "template.unknown_filter", "nothing stands behind the bar", string.Join(", ", ByName.Keys));
            return null;
        }

        if (!ByName.TryGetValue(words[0].Text, out var known))
        {
            report(filter.Column, "template.unknown_filter", $"there is no filter \"{words[0].Text}\"", NameList.Of(ByName.Keys, words[0].Text));
            return null;
        }

        var changed = known.Change(style, [.. words.Skip(1).Select(word => word.Text)]);
        if (changed is null)
        {
            report(filter.Column, "template.malformed_filter", $"\"{filter.Text}\" cannot be understood", known.Form);
        }

        return changed;
    }

    private static Filter Plain(string form, Func<FigureStyle, FigureStyle> change) => new(form, (style, args) => args.Count == 0 ? change(style) : null);

    private static Filter Qualify(string name, Qualifier kind) => new($"{name} 1000, or {name} 1000 \"{QualifierRule.UsualWord(kind)}\"", (style, args) =>
        args.Count is 1 or 2 && Rational.TryParse(args[0], out var step) && step.Sign > 0
            ? style with { Qualifier = new QualifierRule(kind, step, args.Count == 2 ? args[1] : QualifierRule.UsualWord(kind)) }
            : null);

    private static bool TryDecimals(string text, out int decimals) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out decimals) && decimals <= Rounding.MostDecimals;

    private sealed record Filter(string Form, Func<FigureStyle, IReadOnlyList<string>, FigureStyle?> Change);
}
