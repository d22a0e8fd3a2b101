using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Indicators;

/// <summary>Flags figures that count a part and are greater than their whole: the records behind one of the two are wrong.</summary>
/// <param name="catalogue">The indicators.</param>
public sealed class SubsetCheck(IndicatorCatalogue catalogue)
{
    /// <summary>The wholes that indicators count a part of, each once.</summary>
    public IReadOnlyList<IndicatorDefinition> WholesOf(IEnumerable<IndicatorDefinition> indicators) =>
    [
        .. indicators.Select(indicator => indicator.SubsetOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(code => catalogue.TryGet(code, out var whole) ? whole : null).OfType<IndicatorDefinition>(),
    ];

    /// <summary>Adds a warning where the part is greater than the whole.</summary>
    /// <param name="message">The part's figure.</param>
    /// <param name="indicator">The part.</param>
    /// <param name="part">Its value.</param>
    /// <param name="whole">The whole's value; null where there is none.</param>
    public static void Warn(IndicatorFigure message, IndicatorDefinition indicator, Figure part, Figure? whole)
    {
        if (part.Value is { } value && whole?.Value is { } most && value > most)
        {
            message.Warnings.Add(new FigureWarning
            {
                Code = "subset.greater",
                Message = $"{indicator.Code} là {value}, lớn hơn {indicator.SubsetOf} là {most}, mà nó là một phần.",
            });
        }
    }
}
