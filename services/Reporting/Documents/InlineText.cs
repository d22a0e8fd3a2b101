namespace AnSinh.Reporting.Documents;

/// <summary>A run of text in one form.</summary>
readonly record struct InlineRun(string Text, bool Bold, bool Italic);

/// <summary>Reads **bold** and *italic*.</summary>
static class InlineText
{
    public static IEnumerable<InlineRun> Read(string text)
    {
        var (bold, italic, start) = (false, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            // A lone asterisk with blanks on both sides is one.
            if (text[i] != '*' || (i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] == ' '))
            {
                continue;
            }

            if (i > start)
            {
                yield return new InlineRun(text[start..i], bold, italic);
            }

            if (i + 1 < text.Length && text[i + 1] == '*')
            {
                bold = !bold;
                i++;
            }
            else
            {
                italic = !italic;
            }

            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return new InlineRun(text[start..], bold, italic);
        }
    }
}
