using System.Diagnostics.CodeAnalysis;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>All indicators that can be asked for, checked as a whole; immutable.</summary>
public sealed class IndicatorCatalogue
{
    private static readonly string[] BuiltIn = ["employment", "training", "merit", "protection", "child", "planning"];

    private readonly Dictionary<string, IndicatorDefinition> byCode;
    private readonly FormulaScope scope;

    private IndicatorCatalogue(IReadOnlyList<IndicatorDefinition> indicators, IReadOnlyDictionary<string, MeasureDefinition> measures)
    {
        Indicators = indicators;
        byCode = indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        scope = new FormulaScope
        {
            Measures = measures,
            Indicators = indicators.ToDictionary(indicator => indicator.Code, indicator => (CheckedFormula?)indicator.Formula, StringComparer.Ordinal),
        };
    }

    /// <summary>The indicators in the order of the file.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>The measures by code.</summary>
    public IReadOnlyDictionary<string, MeasureDefinition> Measures => scope.Measures;

    /// <summary>Reads and checks a catalogue of one file.</summary>
    /// <param name="yaml">The file's text; its form is described in services/Reporting/Catalogue/README.md.</param>
    /// <param name="measures">All measures that formulas may use, each code once.</param>
    /// <param name="sourceName">The file's name, for messages.</param>
    /// <exception cref="CatalogueException">Something is wrong; the exception lists everything that is.</exception>
    public static IndicatorCatalogue Load(string yaml, IEnumerable<MeasureDefinition> measures, string sourceName = "indicators.yaml") =>
        Load([new CatalogueText(sourceName, yaml)], measures);

    /// <summary>Reads and checks a catalogue of several files, which may name each other's indicators.</summary>
    /// <param name="files">The files.</param>
    /// <param name="measures">All measures that formulas may use, each code once.</param>
    /// <exception cref="CatalogueException">Something is wrong; the exception lists everything that is.</exception>
    public static IndicatorCatalogue Load(IReadOnlyList<CatalogueText> files, IEnumerable<MeasureDefinition> measures)
    {
        var known = measures.ToDictionary(measure => measure.Code, StringComparer.Ordinal);
        var errors = new CatalogueErrors();
        var entries = files.SelectMany(file => new CatalogueReader(errors, file).Read()).ToList();
        var indicators = new CatalogueBuilder(errors, known).Build(entries);
        errors.ThrowIfAny();
        return new IndicatorCatalogue(indicators, known);
    }

    /// <summary>The catalogue that comes with the service: one file an owner.</summary>
    /// <param name="measures">All measures that formulas may use.</param>
    /// <exception cref="CatalogueException">The catalogue does not fit the measures.</exception>
    public static IndicatorCatalogue LoadBuiltIn(IEnumerable<MeasureDefinition> measures) => Load([.. BuiltIn.Select(ReadBuiltIn)], measures);

    private static CatalogueText ReadBuiltIn(string owner)
    {
        var name = $"indicators.{owner}.yaml";
        using var stream = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream($"AnSinh.Reporting.{name}")
            ?? throw new InvalidOperationException($"The built-in catalogue {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new CatalogueText(name, reader.ReadToEnd());
    }

    /// <summary>Finds an indicator.</summary>
    /// <param name="code">Its code, exactly.</param>
    /// <param name="indicator">The indicator, when there is one.</param>
    public bool TryGet(string code, [NotNullWhen(true)] out IndicatorDefinition? indicator) => byCode.TryGetValue(code, out indicator);

    /// <summary>Checks a formula of a query or a template, such as <c>[EMP-01] where channel = "loan"</c>.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="formula">The checked formula, when nothing is wrong.</param>
    /// <param name="errors">Everything that is wrong, otherwise.</param>
    public bool TryBind(string text, [NotNullWhen(true)] out CheckedFormula? formula, out IReadOnlyList<FormulaError> errors) =>
        FormulaBinder.TryBind(text, scope, out formula, out errors);
}
