using System.Text;

namespace AnSinh.Architecture.Tests.Sources;

/// <summary>Blanks out what is not code, so that a rule about code is not tripped by a sentence about it. Line breaks stay.</summary>
static class CSharpText
{
    /// <param name="text">C# source.</param>
    /// <param name="comments">Whether comments are blanked too, or only text literals.</param>
    public static string Strip(string text, bool comments)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (length, isComment) = LengthOfNonCode(text, at);
            if (length == 0)
            {
                kept.Append(text[at++]);
                continue;
            }

            var piece = text.AsSpan(at, length);
            if (isComment && !comments)
            {
                kept.Append(piece);
            }
            else
            {
                Blank(kept, piece);
            }

            at += length;
        }

        return kept.ToString();
    }

    static (int Length, bool IsComment) LengthOfNonCode(string text, int at) => text.AsSpan(at) switch
    {
        ['/', '/', ..] => (LengthUntil(text, at, "\n", 2), true),
        ['/', '*', ..] => (LengthUntil(text, at, "*/", 2) + 2, true),
        ['"', '"', '"', ..] => (LengthOfRaw(text, at), false),
        ['@', '"', ..] => (LengthOfVerbatim(text, at + 1) + 1, false),
        ['@', '$', '"', ..] or ['$', '@', '"', ..] => (LengthOfVerbatim(text, at + 2) + 2, false),
        ['"', ..] => (LengthOfQuoted(text, at, '"'), false),
        ['\'', ..] => (LengthOfQuoted(text, at, '\''), false),
        _ => (0, false),
    };

    static int LengthUntil(string text, int at, string end, int skip) =>
        text.IndexOf(end, Math.Min(at + skip, text.Length), StringComparison.Ordinal) is var found and >= 0 ? Math.Min(found - at, text.Length - at) : text.Length - at;

    static int LengthOfRaw(string text, int at)
    {
        var quotes = text.AsSpan(at).IndexOfAnyExcept('"') is var count and > 0 ? count : text.Length - at;
        var end = text.IndexOf(new string('"', quotes), at + quotes, StringComparison.Ordinal);
        return (end < 0 ? text.Length : end + quotes) - at;
    }

    static int LengthOfVerbatim(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (text[end] != '"' || text.AsSpan(end).StartsWith("\"\"")))
        {
            end += text[end] == '"' ? 2 : 1;
        }

        return Math.Min(end + 1, text.Length) - at;
    }

    static int LengthOfQuoted(string text, int at, char quote)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != quote && text[end] != '\n')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return Math.Min(end + 1, text.Length) - at;
    }

    static void Blank(StringBuilder kept, ReadOnlySpan<char> piece)
    {
        foreach (var character in piece)
        {
            kept.Append(character == '\n' ? '\n' : ' ');
        }
    }
}
