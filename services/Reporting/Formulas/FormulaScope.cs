using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Formulas;

/// <summary>The names that a formula may use.</summary>
public sealed record FormulaScope
{
    /// <summary>The measures by code.</summary>
    public required IReadOnlyDictionary<string, MeasureDefinition> Measures { get; init; }

    /// <summary>
    /// The indicators by code; null for one that exists but has an error of its own, which is reported there and not again
    /// wherever it is named.
    /// </summary>
    public required IReadOnlyDictionary<string, CheckedFormula?> Indicators { get; init; }
}
