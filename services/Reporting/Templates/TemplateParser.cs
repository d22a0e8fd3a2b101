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
    private readonly IndicatorCatalogue catalogue;

    public TemplateParser(IndicatorCatalogue catalogue, string source)
    {
        this.source = source;
        this.catalogue = catalogue;
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

        if (open is not null)
        {
            Report(open.Position, "template.unclosed", "the table or condition has no end", "a line {{end}} behind its lines");
        }

        // A row that is read once for each of its indicators repeats what is wrong in it.
        return errors.Count == 0 ? blocks : throw new TemplateException([.. errors.Distinct().OrderBy(error => error.Position.Line).ThenBy(error => error.Position.Column)]);
    }

    private void ParseLine(string line, int number)
    {
        if (Comment().IsMatch(line))
        {
            return;
        }

        if (Command().Match(line) is { Success: true } command)
        {
            Obey(new TextRun(command.Groups["words"].Value, command.Groups["words"].Index + 1), new TextPosition(number, command.Groups["command"].Index + 1));
            return;
        }

        if (open is { Indicators: not null } indicators)
        {
            indicators.Lines.AddRange(RowsOf(indicators.Indicators, line, number));
            return;
        }

        var block = new LineBlock(ParsePieces(line, number));
        if (open is { Condition: null })
        {
            open.Lines.Add(block);
            return;
        }

        if (block.IsPerMember)
        {
            Report(new TextPosition(number, line.IndexOf("{{", StringComparison.Ordinal) + 1), "template.member_outside", "{{member}} stands outside a table", "a line between {{table by …}} and {{end}}");
        }

        if (open is not null)
        {
            open.Lines.Add(block);
            return;
        }

        blocks.Add(block);
    }

    private List<TemplatePiece> ParsePieces(string line, int number, IndicatorDefinition? row = null)
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
                if (placeholders.Parse(new TextRun(line[(i + 2)..end], i + 3), number, row) is { } piece)
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

    [GeneratedRegex(@"^\s*(?<command>\{\{\s*(?<words>(?:table|when|text|parts|end)(?![A-Za-z0-9_])[^{}]*?)\s*\}\})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
