using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using Unit = AnSinh.Reporting.Formulas.Unit;

namespace AnSinh.Reporting.Figures;

/// <summary>A figure beside that of the same period of the year before.</summary>
static class Comparison
{
    public static FigureComparison Of(IndicatorDefinition indicator, Period before, Rational? now, Rational? then)
    {
        var difference = now - then;
        var share = then is { } earlier ? difference?.DividedBy(earlier.Abs()) : null;
        Rational? change = share is { } known ? known * 100 : null;
        return new FigureComparison
        {
            Period = before.ToString(),
            Exact = FigureMessages.Text(then),
            Printed = FigureMessages.Printed(indicator, then),
            Difference = FigureMessages.Text(difference),
            DifferencePrinted = difference is { } more ? Form(indicator).Print(more) : "",
            Change = FigureMessages.Text(change),
            ChangePrinted = change is { } percent ? NumberForm.Percent.Print(percent) : "",
        };
    }

    // The difference of two percentages is no percentage; and a qualifier or a padding zero belongs to the figure itself.
    static NumberForm Form(IndicatorDefinition indicator) => new()
    {
        Rounding = indicator.Rounding,
        Unit = (indicator.Unit == Unit.Percent ? Unit.PercentagePoints : indicator.Unit).Name,
    };
}
