using System.Text;

namespace AnSinh.Reporting.Formulas;

/// <summary>Cuts a formula into tokens.</summary>
internal sealed class FormulaLexer(string text)
{
    private static readonly string[] Symbols = ["!=", "..", "+", "-", "*", "/", "(", ")", ",", "="];

    private int offset;
    private int line = 1;
    private int lineStart;

    private TextPosition Here => new(line, offset - lineStart + 1);

    public IReadOnlyList<FormulaToken> ReadAll()
    {
        var tokens = new List<FormulaToken>();
        do
        {
            tokens.Add(Next());
        }
        while (tokens[^1].Kind != TokenKind.End);

        return tokens;
    }

    private FormulaToken Next()
    {
        SkipBlanks();
        var start = Here;
        if (offset == text.Length)
        {
            return new FormulaToken(TokenKind.End, "", start);
        }

        var first = text[offset];
        if (char.IsAsciiDigit(first))
        {
            return new FormulaToken(TokenKind.Number, TakeNumber(), start);
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new FormulaToken(TokenKind.Name, TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'), start);
        }

        if (first == '"')
        {
            return new FormulaToken(TokenKind.Text, TakeText(start), start);
        }

        if (first == '[')
        {
            return new FormulaToken(TokenKind.Reference, TakeReference(start).Trim(), start);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, offset, symbol, 0, symbol.Length) == 0)
            {
                offset += symbol.Length;
                return new FormulaToken(TokenKind.Symbol, symbol, start);
            }
        }

        throw Refuse(start, $"found the character \"{first}\"", "names, numbers, texts in straight double quotes, [CODE], and " + string.Join(' ', Symbols));
    }

    private void SkipBlanks()
    {
        for (; offset < text.Length && char.IsWhiteSpace(text[offset]); offset++)
        {
            if (text[offset] == '\n')
            {
                line++;
                lineStart = offset + 1;
            }
        }
    }

    private string TakeNumber()
    {
        var whole = TakeWhile(char.IsAsciiDigit);
        if (offset + 1 < text.Length && text[offset] == '.' && char.IsAsciiDigit(text[offset + 1]))
        {
            offset++;
            return $"{whole}.{TakeWhile(char.IsAsciiDigit)}";
        }

        return whole;
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = offset;
        while (offset < text.Length && belongs(text[offset]))
        {
            offset++;
        }

        return text[start..offset];
    }

    private string TakeReference(TextPosition start)
    {
        offset++;
        var code = TakeWhile(c => c is not (']' or '\n'));
        return Closed(']', "an indicator code", start, code);
    }

    // \" and \\ stand for a quote and a backslash, as DimensionFilter writes them.
    private string TakeText(TextPosition start)
    {
        offset++;
        var content = new StringBuilder();
        for (; offset < text.Length && text[offset] is not ('"' or '\n'); offset++)
        {
            if (text[offset] == '\\' && offset + 1 < text.Length && text[offset + 1] is ('"' or '\\'))
            {
                offset++;
            }

            content.Append(text[offset]);
        }

        return Closed('"', "a text", start, content.ToString());
    }

    private string Closed(char close, string what, TextPosition start, string content)
    {
        if (offset >= text.Length || text[offset] != close)
        {
            throw Refuse(start, $"{what} begins here and does not end on its line", $"{close} behind it");
        }

        offset++;
        return content;
    }

    private static FormulaSyntaxException Refuse(TextPosition at, string found, string allowed) =>
        new(new FormulaError(at, "formula.syntax", found, allowed));
}
