namespace AnSinh.Reporting.Templates;

/// <summary>A run of characters within a line and the column of its first, counted from 1.</summary>
internal readonly record struct TextRun(string Text, int Column)
{
    public TextRun Trim()
    {
        var lead = Text.Length - Text.TrimStart().Length;
        return new TextRun(Text.Trim(), Column + lead);
    }
}

/// <summary>Cuts placeholders without being misled by braces, bars or blanks inside quoted texts.</summary>
internal static class PlaceholderText
{
    /// <summary>The index of "}}" at or after <paramref name="start"/>, or −1.</summary>
    public static int FindEnd(string line, int start)
    {
        var quoted = false;
        for (var i = start; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (!quoted && line[i] == '}' && i + 1 < line.Length && line[i + 1] == '}')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The parts between bars, without blanks around them.</summary>
    public static IReadOnlyList<TextRun> SplitAtBars(TextRun run)
    {
        var parts = new List<TextRun>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= run.Text.Length; i++)
        {
            if (i == run.Text.Length || (run.Text[i] == '|' && !quoted))
            {
                parts.Add(new TextRun(run.Text[start..i], run.Column + start).Trim());
                start = i + 1;
            }
            else
            {
                quoted ^= run.Text[i] == '"';
            }
        }

        return parts;
    }

    /// <summary>The words of a filter; a quoted text is one word and loses its quotes.</summary>
    public static IReadOnlyList<TextRun> SplitAtBlanks(TextRun run)
    {
        var words = new List<TextRun>();
        for (var i = 0; i < run.Text.Length;)
        {
            if (char.IsWhiteSpace(run.Text[i]))
            {
                i++;
                continue;
            }

            var quoted = run.Text[i] == '"';
            var start = quoted ? i + 1 : i;
            var end = quoted ? run.Text.IndexOf('"', start) : run.Text.AsSpan(start).IndexOfAny(" \t\"") is var gap && gap >= 0 ? start + gap : run.Text.Length;
            end = end < 0 ? run.Text.Length : end;
            words.Add(new TextRun(run.Text[start..end], run.Column + i));
            i = quoted ? end + 1 : end;
        }

        return words;
    }
}
