namespace AnSinh.Reporting.Formulas;

/// <summary>A place in a text that people write.</summary>
/// <param name="Line">1 for the first line.</param>
/// <param name="Column">1 for the first character of the line.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The first character.</summary>
    public static TextPosition Start => new(1, 1);

    /// <summary>As messages say it.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}, column {Column}");
}
