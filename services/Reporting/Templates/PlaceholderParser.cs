using System.Text.RegularExpressions;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Templates;

/// <summary>Reads what stands between two pairs of braces.</summary>
internal sealed partial class PlaceholderParser(IndicatorCatalogue catalogue, Action<TextPosition, string, string, string> report)
{
    private const string RowValue = "value";

    private static readonly string[] PeriodForms = ["name", "days", "from", "to", "year"];

    private static readonly string[] AreaForms = ["name", "code"];

    /// <summary>The piece, or null when something was reported.</summary>
    /// <param name="inside">What stands between the braces.</param>
    /// <param name="line">Line of the template.</param>
    /// <param name="row">The indicator that the row of a table is about, which "value", "unit" and "member" then mean.</param>
    public TemplatePiece? Parse(TextRun inside, int line, IndicatorDefinition? row = null)
    {
        void Report(int column, string code, string found, string allowed) => report(new TextPosition(line, column), code, found, allowed);

        var parts = PlaceholderText.SplitAtBars(inside);
        var subject = parts[0];
        switch (subject.Text)
        {
            case "period":
                return FormOf(parts, PeriodForms, Report) is { } period ? new PeriodPiece(period) : null;
            case "area":
                return FormOf(parts, AreaForms, Report) is { } area ? new AreaPiece(area) : null;
            case "member" when parts.Count == 1:
                return new MemberPiece(row?.NameVi);
            case "unit" when parts.Count == 1 && row is not null:
                return new TextPiece(row.Unit.Name);
        }

        if (subject.Text is ['"', .., '"'] && parts.Count == 1)
        {
            return new TextPiece(subject.Text[1..^1]);
        }

        var (formulaText, offset) = FormulaOf(subject.Text, row?.Code);
        if (formulaText is null)
        {
            Report(subject.Column, "template.unknown_placeholder", $"\"{subject.Text}\" is no placeholder", "an indicator such as EMP-01, = and a formula, period, area, member, a text in double quotes, or alone on a line table by …, when …, text …, parts, end");
            return null;
        }

        var code = string.Equals(subject.Text, RowValue, StringComparison.Ordinal) ? row?.Code ?? "" : subject.Text;
        return Figure(inside.Text.Trim(), code, formulaText, column => subject.Column + offset(column), parts, line, Report);
    }

    private FigurePiece? Figure(
        string text, string code, string formulaText, Func<int, int> columnOf, IReadOnlyList<TextRun> parts, int line, Action<int, string, string, string> report)
    {
        var sound = catalogue.TryBind(formulaText, out var formula, out var errors);
        foreach (var error in errors)
        {
            report(columnOf(error.Position.Column), error.Code, error.Found, error.Allowed);
        }

        var style = new FigureStyle();
        foreach (var filter in parts.Skip(1))
        {
            var changed = FigureFilters.Apply(style, filter, report);
            sound &= changed is not null;
            style = changed ?? style;
        }

        var indicator = catalogue.TryGet(code, out var found) ? found : null;
        if (sound && style.IsPlan && indicator is null)
        {
            report(parts[0].Column, "template.no_plan", "plans are set for indicators as they are", "an indicator such as EMP-01 without where, at or arithmetic");
            return null;
        }

        if (sound && style.Part is FigurePart.Fraction or FigurePart.Numerator or FigurePart.Denominator && !IsRatio(formula!.Root))
        {
            report(parts[0].Column, "template.no_ratio", "the figure is no ratio and has no numerator and denominator", "an indicator of kind ratio or completion");
            return null;
        }

        return !sound ? null : new FigurePiece { Position = new TextPosition(line, parts[0].Column), Text = text, Formula = formula!, Indicator = indicator, Style = style };
    }

    // The formula of a subject, and how its columns lie to those of the subject, both from where each begins.
    private static (string? Formula, Func<int, int> Offset) FormulaOf(string subject, string? row)
    {
        if (subject.StartsWith('='))
        {
            return (subject[1..], column => column);
        }

        // value where … is [EMP-01] where …, with the code of the row.
        if (row is not null && subject.StartsWith(RowValue, StringComparison.Ordinal) && (subject.Length == RowValue.Length || subject[RowValue.Length] == ' '))
        {
            return ($"[{row}]{subject[RowValue.Length..]}", column => column <= row.Length + 2 ? 0 : column - row.Length - 3 + RowValue.Length);
        }

        // EMP-01 where … is [EMP-01] where …: two characters longer behind the code.
        return CodeFirst().Match(subject) is { Success: true } code
            ? ($"[{code.Value}]{subject[code.Length..]}", column => column <= code.Length + 1 ? 0 : column - 3)
            : (null, column => column);
    }

    private static bool IsRatio(BoundExpression root) =>
        root is BoundBinary { Operator: FormulaOperator.Divide } || (root is BoundReference reference && IsRatio(reference.Formula.Root));

    private static string? FormOf(IReadOnlyList<TextRun> parts, string[] forms, Action<int, string, string, string> report)
    {
        if (parts.Count == 1)
        {
            return forms[0];
        }

        if (parts.Count == 2 && forms.Contains(parts[1].Text, StringComparer.Ordinal))
        {
            return parts[1].Text;
        }

        var filter = parts[Math.Min(parts.Count - 1, 2)];
        report(filter.Column, "template.unknown_filter", $"\"{filter.Text}\" is no form of {parts[0].Text}", "one of " + string.Join(", ", forms));
        return null;
    }

    [GeneratedRegex("^[A-Z]{2,4}-[0-9]+(?![A-Za-z0-9_])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeFirst();
}
