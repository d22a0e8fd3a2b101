using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>A question about figures, read and checked: every indicator in every period for every area.</summary>
public sealed record AskedFigures
{
    /// <summary>The indicators, each once.</summary>
    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    /// <summary>The periods, each once, with the areas that have rows in it.</summary>
    public required IReadOnlyList<AskedPeriod> Periods { get; init; }

    /// <summary>The units by which the areas were chosen.</summary>
    public required AreaTree Tree { get; init; }

    /// <summary>Dimensions to break down by; all the indicators have them.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>As known when, in the units of which day.</summary>
    public FigureView View { get; init; } = FigureView.Current;

    /// <summary>Whether the same period of the year before is asked for.</summary>
    public bool Compared { get; init; }

    /// <summary>Number of lines: members are known only once they are computed.</summary>
    public long Cells => Periods.Sum(asked => (long)asked.Areas.Count) * Indicators.Count;

    /// <summary>The lines in the order of the answer: by period, area, indicator, so that neighbours share readings.</summary>
    /// <param name="skip">Lines to leave out at the beginning.</param>
    public IEnumerable<FigureLine> Lines(long skip = 0)
    {
        foreach (var (period, areas) in Periods)
        {
            var here = (long)areas.Count * Indicators.Count;
            for (var at = skip; at < here; at++)
            {
                yield return new FigureLine(Indicators[(int)(at % Indicators.Count)], period, areas[(int)(at / Indicators.Count)]);
            }

            skip = Math.Max(0, skip - here);
        }
    }
}

/// <summary>A period and the areas that have rows in it.</summary>
/// <param name="Period">The period.</param>
/// <param name="Areas">The areas.</param>
public sealed record AskedPeriod(Period Period, IReadOnlyList<AreaRow> Areas)
{
    /// <summary>With areas restated: the units that count in none of those that they were divided among.</summary>
    internal IReadOnlyList<KeptApart> Apart { get; init; } = [];
}

/// <summary>An area of the answer, or several together.</summary>
/// <param name="Code">Code of the unit; empty for several.</param>
/// <param name="Scopes">What counts: one area, or those that are added up.</param>
public sealed record AreaRow(string Code, IReadOnlyList<AreaScope> Scopes)
{
    /// <summary>Whether it stands for all areas of the answer together.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether one of several areas lies in another, so that their sum would count it twice.</summary>
    public bool Overlaps { get; init; }

    /// <summary>Whether figures are added up.</summary>
    public bool IsSum => Code.Length == 0;
}

/// <summary>One indicator in one period for one area: a row, and one more for each member.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Area">The area.</param>
public sealed record FigureLine(IndicatorDefinition Indicator, Period Period, AreaRow Area)
{
    /// <summary>Why the line can have no value; empty when it can.</summary>
    public string NoTotal => !Area.IsSum ? ""
        : Area.Overlaps ? "total.overlapping"
        : Additivity.OverAreas(Indicator.Formula) ? "" : "total.not_additive";
}
