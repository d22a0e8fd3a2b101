namespace AnSinh.Reporting.Documents;

/// <summary>A part of a rendered report, as a document lays it out.</summary>
abstract record MarkdownBlock;

/// <summary>A heading of level 1 to 3.</summary>
sealed record HeadingBlock(int Level, string Text) : MarkdownBlock;

/// <summary>A paragraph, or an item of a list.</summary>
sealed record ParagraphBlock(string Text, bool IsItem) : MarkdownBlock;

/// <summary>A table: its head, how its columns stand, its rows.</summary>
sealed record TableRows(IReadOnlyList<string> Head, IReadOnlyList<ColumnSide> Sides, IReadOnlyList<IReadOnlyList<string>> Rows) : MarkdownBlock;

/// <summary>On which side a column's text stands.</summary>
enum ColumnSide
{
    Left,
    Centre,
    Right,
}

/// <summary>Cuts the Markdown that templates render into blocks: headings, paragraphs, lists, tables. It is no general Markdown reader.</summary>
static class MarkdownBlocks
{
    public static IReadOnlyList<MarkdownBlock> Read(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        var paragraph = new List<string>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                Flush(blocks, paragraph);
            }
            else if (HeadingLevel(line) is > 0 and var level)
            {
                Flush(blocks, paragraph);
                blocks.Add(new HeadingBlock(Math.Min(level, 3), line[level..].Trim()));
            }
            else if (line.StartsWith('|') && i + 1 < lines.Length && IsRule(lines[i + 1]))
            {
                Flush(blocks, paragraph);
                var sides = Cells(lines[i + 1]).Select(Side).ToList();
                var rows = lines.Skip(i + 2).TakeWhile(row => row.TrimStart().StartsWith('|')).Select(Cells).ToList();
                blocks.Add(new TableRows(Cells(line), sides, rows));
                i += rows.Count + 1;
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal))
            {
                Flush(blocks, paragraph);
                blocks.Add(new ParagraphBlock(line[2..].Trim(), true));
            }
            else
            {
                paragraph.Add(line);
            }
        }

        Flush(blocks, paragraph);
        return blocks;
    }

    static void Flush(List<MarkdownBlock> blocks, List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            blocks.Add(new ParagraphBlock(string.Join(' ', paragraph), false));
            paragraph.Clear();
        }
    }

    static int HeadingLevel(string line)
    {
        var level = line.TakeWhile(letter => letter == '#').Count();
        return level is > 0 and <= 6 && level < line.Length && line[level] == ' ' ? level : 0;
    }

    static bool IsRule(string line) => line.TrimStart().StartsWith('|') && Cells(line).All(cell => cell.Length > 0 && cell.Trim(':').All(letter => letter == '-'));

    static ColumnSide Side(string rule) => (rule.StartsWith(':'), rule.EndsWith(':')) switch
    {
        (true, true) => ColumnSide.Centre,
        (false, true) => ColumnSide.Right,
        _ => ColumnSide.Left,
    };

    // A bar behind a backslash belongs to the text of its cell.
    static List<string> Cells(string line)
    {
        const char Bar = '\u0001';
        var inside = line.Trim().Replace("\\|", Bar.ToString(), StringComparison.Ordinal).Trim('|');
        return [.. inside.Split('|').Select(cell => cell.Trim().Replace(Bar, '|'))];
    }
}
