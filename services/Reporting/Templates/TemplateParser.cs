using System.Text;
using System.Text.RegularExpressions;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Templates;

/// <summary>Reads a template's lines and tables and reports everything that is wrong.</summary>
internal sealed partial class TemplateParser
{
    private readonly PlaceholderParser placeholders;
    private readonly string source;
    private readonly List<TemplateError> errors = [];
    private readonly List<TemplateBlock> blocks = [];
    private (string Dimension, TextPosition Position, List<LineBlock> Lines)? table;

    public TemplateParser(IndicatorCatalogue catalogue, string source)
    {
        this.source = source;
        placeholders = new PlaceholderParser(catalogue, Report);
    }

    public IReadOnlyList<TemplateBlock> Parse(string text)
    {
        if (text.Length > ReportTemplate.LongestText)
        {
            Report(TextPosition.Start, "template.too_long", $"the template has {text.Length} characters", $"at most {ReportTemplate.LongestText}");
            throw new TemplateException(errors);
        }

        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            ParseLine(lines[i], i + 1);
        }

        if (table is { } open)
        {
            Report(open.Position, "template.unclosed", "the table has no end", "a line {{end}} behind its rows");
        }

        return errors.Count == 0 ? blocks : throw new TemplateException([.. errors.OrderBy(error => error.Position.Line).ThenBy(error => error.Position.Column)]);
    }

    private void ParseLine(string line, int number)
    {
        if (Comment().IsMatch(line))
        {
            return;
        }

        if (TableCommand().Match(line) is { Success: true } command)
        {
            var position = new TextPosition(number, command.Groups["command"].Index + 1);
            if (command.Groups["dimension"].Success)
            {
                Open(command.Groups["dimension"].Value, position);
            }
            else
            {
                Close(position);
            }

            return;
        }

        var block = new LineBlock(ParsePieces(line, number));
        if (table is { } open)
        {
            open.Lines.Add(block);
            return;
        }

        if (block.IsPerMember)
        {
            Report(new TextPosition(number, line.IndexOf("{{", StringComparison.Ordinal) + 1), "template.member_outside", "{{member}} stands outside a table", "a line between {{table by …}} and {{end}}");
        }

        blocks.Add(block);
    }

    private void Open(string dimension, TextPosition position)
    {
        if (table is not null)
        {
            Report(position, "template.nested", "a table begins inside a table", "{{end}} before it");
            return;
        }

        table = (dimension, position, []);
    }

    private void Close(TextPosition position)
    {
        if (table is not { } open)
        {
            Report(position, "template.unopened", "no table is open here", "{{table by …}} before it");
            return;
        }

        table = null;
        var figures = open.Lines.Where(line => line.IsPerMember).SelectMany(line => line.Figures).ToList();
        if (figures.Count == 0)
        {
            // A refused placeholder has been reported already.
            if (!errors.Exists(error => error.Position.Line >= open.Position.Line))
            {
                Report(open.Position, "template.empty_table", "the table has no row with {{member}} and a figure", "a row such as | {{member}} | {{EMP-01}} |");
            }

            return;
        }

        foreach (var figure in figures.Where(figure => !figure.Formula.Dimensions.ContainsKey(open.Dimension)))
        {
            Report(figure.Position, "template.unknown_dimension", $"the figure has no dimension \"{open.Dimension}\"", NameList.Of(figure.Formula.Dimensions.Keys, open.Dimension));
        }

        foreach (var figure in figures.Where(figure => figure.Style.IsPlan))
        {
            Report(figure.Position, "template.no_plan", "plans are not set for the members of a dimension", "plan in a line without {{member}}");
        }

        if (figures[0].Formula.Dimensions.TryGetValue(open.Dimension, out var dimension))
        {
            blocks.Add(new TableBlock(dimension, open.Lines));
        }
    }

    private List<TemplatePiece> ParsePieces(string line, int number)
    {
        var pieces = new List<TemplatePiece>();
        var text = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            if (string.CompareOrdinal(line, i, "\\{{", 0, 3) == 0)
            {
                text.Append("{{");
                i += 3;
            }
            else if (string.CompareOrdinal(line, i, "{{", 0, 2) == 0)
            {
                var end = PlaceholderText.FindEnd(line, i + 2);
                if (end < 0)
                {
                    Report(new TextPosition(number, i + 1), "template.unclosed", "the placeholder does not end on its line", "}} behind it, and quotes in pairs");
                    break;
                }

                Flush(text, pieces);
                if (placeholders.Parse(new TextRun(line[(i + 2)..end], i + 3), number) is { } piece)
                {
                    pieces.Add(piece);
                }

                i = end + 2;
            }
            else
            {
                text.Append(line[i++]);
            }
        }

        Flush(text, pieces);
        return pieces;
    }

    private static void Flush(StringBuilder text, List<TemplatePiece> pieces)
    {
        if (text.Length > 0)
        {
            pieces.Add(new TextPiece(text.ToString()));
            text.Clear();
        }
    }

    private void Report(TextPosition position, string code, string found, string allowed) => errors.Add(new TemplateError(source, position, code, found, allowed));

    [GeneratedRegex(@"^\s*\{\{!.*\}\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?<command>\{\{\s*(?:table\s+by\s+(?<dimension>[A-Za-z0-9_]+)|end)\s*\}\})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TableCommand();
}
