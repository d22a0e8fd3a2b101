namespace AnSinh.Reporting.Formulas;

/// <summary>What a piece of a formula is.</summary>
internal enum TokenKind
{
    /// <summary>A name: a measure with points in it, a dimension, a function or a key word.</summary>
    Name,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A text in double quotes; the token's text is without them.</summary>
    Text,

    /// <summary>An indicator code in brackets; the token's text is without them.</summary>
    Reference,

    /// <summary>An operator, parenthesis or comma.</summary>
    Symbol,

    /// <summary>The end of the formula.</summary>
    End,
}

/// <summary>A piece of a formula and where it begins.</summary>
internal readonly record struct FormulaToken(TokenKind Kind, string Text, TextPosition Position)
{
    public bool Is(string symbolOrKeyword) =>
        Kind is TokenKind.Symbol or TokenKind.Name && string.Equals(Text, symbolOrKeyword, StringComparison.Ordinal);

    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the formula",
        TokenKind.Text => $"the text \"{Text}\"",
        TokenKind.Reference => $"[{Text}]",
        _ => $"\"{Text}\"",
    };
}
