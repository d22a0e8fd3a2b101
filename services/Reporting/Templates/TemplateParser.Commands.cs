using System.Text.RegularExpressions;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Templates;

/// <summary>The commands that stand alone on a line: tables, conditions, narrative parts, and whose reports this one is made of.</summary>
internal sealed partial class TemplateParser
{
    private OpenBlock? open;

    /// <summary>The template of the reports that this one is put together from; empty for the same one, null where there are none.</summary>
    public string? Parts { get; private set; }

    /// <summary>The narrative parts in the order of the text.</summary>
    public IEnumerable<TemplateText> Texts => blocks.OfType<NarrativeBlock>().Select(block => block.Text);

    private void Obey(TextRun command, TextPosition position)
    {
        var words = PlaceholderText.SplitAtBlanks(command);
        switch (words.Select(word => word.Text).ToArray())
        {
            case ["end"]:
                Close(position);
                break;
            case ["table", "by", "indicator", _, ..]:
                Open(new OpenBlock { Position = position, Indicators = [.. words.Skip(3).Select(code => Indicator(code, position.Line)).OfType<IndicatorDefinition>()] });
                break;
            case ["table", "by", not "indicator" and var dimension] when Word().IsMatch(dimension):
                Open(new OpenBlock { Position = position, Dimension = dimension });
                break;
            case ["when", _, "is", .. var verdict] when Indicator(words[1], position.Line) is var indicator:
                OpenCondition(indicator, verdict, position);
                break;
            case ["text", var key, var title]:
                AddText(key, title, position);
                break;
            case ["parts"] or ["parts", "of", _]:
                Parts = words.Count == 3 ? words[2].Text : "";
                break;
            default:
                Report(position, "template.malformed_command", $"\"{command.Text}\" cannot be understood", Forms);
                break;
        }
    }

    private const string Forms =
        "table by channel, table by area, table by indicator EMP-01 EMP-02, when EMP-01 is beaten (met, near 95, missed, missed 95, unknown), text key \"title\", parts, parts of template, end";

    private void Open(OpenBlock block)
    {
        if (open is not null)
        {
            Report(block.Position, "template.nested", "a table or condition begins inside another", "{{end}} before it");
            return;
        }

        open = block;
    }

    private void OpenCondition(IndicatorDefinition? indicator, string[] verdict, TextPosition position)
    {
        var condition = PlanCondition.Read(indicator?.Code ?? "", verdict);
        if (condition is null)
        {
            Report(position, "template.malformed_command", $"\"{string.Join(' ', verdict)}\" is no outcome of a plan", Forms);
        }

        Open(new OpenBlock { Position = position, Condition = condition ?? new PlanCondition("", PlanVerdict.Unknown, null) });
    }

    private void AddText(string key, string title, TextPosition position)
    {
        if (!Key().IsMatch(key) || title.Trim().Length is 0 or > 200)
        {
            Report(position, "template.malformed_command", $"\"{key}\" cannot be a narrative part", "a key of at most 40 small letters, digits and hyphens, and a title of at most 200 characters");
        }
        else if (open is not null)
        {
            Report(position, "template.nested", "a narrative part stands inside a table or condition", "{{end}} before it");
        }
        else if (Texts.Any(text => string.Equals(text.Key, key, StringComparison.Ordinal)))
        {
            Report(position, "template.text_repeated", $"there is a narrative part \"{key}\" already", "each key once");
        }
        else
        {
            blocks.Add(new NarrativeBlock(new TemplateText(key, title)));
        }
    }

    private IndicatorDefinition? Indicator(TextRun code, int line)
    {
        if (catalogue.TryGet(code.Text, out var indicator))
        {
            return indicator;
        }

        Report(new TextPosition(line, code.Column), "formula.unknown_indicator", $"there is no indicator \"{code.Text}\"", NameList.Of(catalogue.Indicators.Select(one => one.Code), code.Text));
        return null;
    }

    /// <summary>A line of a table by indicator: once for each, unless it names none.</summary>
    private IEnumerable<LineBlock> RowsOf(IReadOnlyList<IndicatorDefinition> indicators, string line, int number)
    {
        foreach (var indicator in indicators)
        {
            var row = new LineBlock(ParsePieces(line, number, indicator));
            yield return row;
            if (!row.IsPerMember)
            {
                yield break;
            }
        }
    }

    private void Close(TextPosition position)
    {
        var block = open;
        open = null;
        switch (block)
        {
            case null:
                Report(position, "template.unopened", "no table or condition is open here", "{{table by …}} or {{when …}} before it");
                break;
            case { Condition: { } condition }:
                blocks.Add(new ConditionBlock(condition, block.Lines));
                break;
            case { Indicators: not null }:
                if (HasMemberRow(block))
                {
                    blocks.AddRange(block.Lines);
                }

                break;
            default:
                CloseTable(block);
                break;
        }
    }

    private void CloseTable(OpenBlock table)
    {
        var figures = table.Lines.Where(line => line.IsPerMember).SelectMany(line => line.Figures).ToList();
        if (!HasMemberRow(table))
        {
            return;
        }

        foreach (var figure in figures.Where(figure => figure.Style.IsPlan))
        {
            Report(figure.Position, "template.no_plan", "plans are not printed for the rows of this table", "plan in a line without {{member}}");
        }

        if (string.Equals(table.Dimension, "area", StringComparison.Ordinal))
        {
            blocks.Add(new TableBlock(null, table.Lines));
            return;
        }

        foreach (var figure in figures.Where(figure => !figure.Formula.Dimensions.ContainsKey(table.Dimension!)))
        {
            Report(figure.Position, "template.unknown_dimension", $"the figure has no dimension \"{table.Dimension}\"", NameList.Of(figure.Formula.Dimensions.Keys, table.Dimension!));
        }

        if (figures[0].Formula.Dimensions.TryGetValue(table.Dimension!, out var dimension))
        {
            blocks.Add(new TableBlock(dimension, table.Lines));
        }
    }

    private bool HasMemberRow(OpenBlock table)
    {
        if (table.Lines.Exists(line => line.IsPerMember && line.Figures.Any()))
        {
            return true;
        }

        // A refused placeholder has been reported already.
        if (!errors.Exists(error => error.Position.Line >= table.Position.Line))
        {
            Report(table.Position, "template.empty_table", "the table has no row with {{member}} and a figure", "a row such as | {{member}} | {{EMP-01}} |, by indicator | {{member}} | {{value}} |");
        }

        return false;
    }

    [GeneratedRegex("^[A-Za-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    /// <summary>A table or a condition whose end has not come yet.</summary>
    private sealed class OpenBlock
    {
        public required TextPosition Position { get; init; }

        public List<LineBlock> Lines { get; } = [];

        public string? Dimension { get; init; }

        public IReadOnlyList<IndicatorDefinition>? Indicators { get; init; }

        public PlanCondition? Condition { get; init; }
    }
}
