namespace AnSinh.Reporting.Formulas;

/// <summary>What is wrong with a formula, where, and what would be right.</summary>
/// <param name="Position">Where in the formula's text.</param>
/// <param name="Code">Stable, such as formula.syntax, formula.unknown_measure or formula.unit_mismatch.</param>
/// <param name="Found">What stands there and why it cannot.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record FormulaError(TextPosition Position, string Code, string Found, string Allowed)
{
    /// <summary>The reason and what is allowed, without the place.</summary>
    public string Message => Allowed.Length == 0 ? Found : $"{Found}; allowed: {Allowed}";

    /// <summary>The whole message with the place.</summary>
    public override string ToString() => $"{Position}: {Message}";
}

/// <summary>Ends the reading of a formula at its first syntax error; never leaves <see cref="FormulaParser"/>.</summary>
internal sealed class FormulaSyntaxException(FormulaError error) : Exception(error.ToString())
{
    public FormulaError Error { get; } = error;
}
