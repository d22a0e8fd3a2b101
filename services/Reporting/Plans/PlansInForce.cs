using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Plans;

/// <summary>The plans in force, and how far they have come.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="subject">Reads indicators.</param>
/// <param name="evaluator">Computes figures.</param>
public sealed class PlansInForce(ReportingDb db, FigureSubject subject, FormulaEvaluator evaluator) : IPlanProgressSource
{
    /// <summary>The plans of indicators for an area and a year, by indicator.</summary>
    public async Task<IReadOnlyDictionary<string, Plan>> OfAsync(
        IReadOnlyCollection<string> indicators, string areaCode, int year, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.Year == year && plan.AreaCode == areaCode).ToListAsync(cancellationToken);
        return plans.Where(plan => indicators.Contains(plan.Indicator)).ToDictionary(plan => plan.Indicator);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, PlanProgress>> ProgressAsync(
        IReadOnlyCollection<string> indicators, Period period, AreaScope area, CancellationToken cancellationToken)
    {
        var plans = (await OfAsync(indicators, area.Code, period.Year, cancellationToken)).Values.ToList();
        var soFar = Period.OfYearToDate(period.To, period.Calendar);
        var answers = await evaluator.EvaluateAsync(
            [.. plans.Select(plan => new FigureQuery { Formula = subject.Indicator(plan.Indicator, "template").Formula, Period = soFar, Area = area })], cancellationToken);
        return plans.Zip(answers).ToDictionary(pair => pair.First.Indicator, pair => PlanOutcome.Of(pair.First, pair.Second.Total.Value));
    }
}
