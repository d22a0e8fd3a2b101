using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Plans;

/// <summary>The plans that hold on a day, and how far they have come.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="subject">Reads indicators.</param>
/// <param name="evaluator">Computes figures.</param>
public sealed class PlansInForce(ReportingDb db, FigureSubject subject, FormulaEvaluator evaluator) : IPlanProgressSource
{
    /// <summary>The plans of indicators for an area and a year as they held on a day, by indicator; those that did not hold yet are left out.</summary>
    /// <param name="indicators">Codes.</param>
    /// <param name="areaCode">Area code.</param>
    /// <param name="year">Calendar year or term of the plans.</param>
    /// <param name="on">The day.</param>
    /// <param name="asOf">Only versions that had been set by this moment; null: all.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<IReadOnlyDictionary<string, Plan>> HeldAsync(
        IReadOnlyCollection<string> indicators, string areaCode, int year, DateOnly on, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var versions = await db.PlanVersions.AsNoTracking().KnownAt(asOf).Where(version => version.Year == year && version.AreaCode == areaCode).ToListAsync(cancellationToken);
        return versions.Where(version => indicators.Contains(version.Indicator)).GroupBy(version => version.Indicator)
            .Select(group => PlanHistory.HeldOn(group, on)).OfType<PlanVersion>().ToDictionary(held => held.Indicator, held => held.AsPlan());
    }

    /// <summary>One plan as it held on a day; of the versions that had been set by a moment, if one is given.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>plan.not_found</c>, <c>plan.not_in_force</c>.</exception>
    /// <returns>The version that held, and the number of the latest one.</returns>
    public async Task<(Plan Held, int Latest)> OneHeldAsync(string indicator, string areaCode, int year, DateOnly on, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var versions = await db.PlanVersions.AsNoTracking().KnownAt(asOf)
            .Where(version => version.Indicator == indicator && version.AreaCode == areaCode && version.Year == year).ToListAsync(cancellationToken);
        var held = PlanHistory.HeldOn(versions, on) ?? throw (versions.Count == 0 ? NotFound() : Refusal.NotFound(
            "plan.not_in_force",
            $"Kế hoạch chưa có hiệu lực vào ngày {PeriodNames.DayOf(on)}; có hiệu lực từ ngày {PeriodNames.DayOf(versions.Min(version => version.EffectiveOn))}."));
        return (held.AsPlan(), versions.Max(version => version.Version));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, PlanProgress>> ProgressAsync(
        IReadOnlyCollection<string> indicators, Period period, AreaScope area, CancellationToken cancellationToken)
    {
        var years = PlanYears.OfReport(period);
        var plans = (await HeldAsync(indicators, area.Code, years, period.To, null, cancellationToken)).Values.ToList();
        var soFar = period.YearToDate();
        var answers = await evaluator.EvaluateAsync(
            [.. plans.Select(plan => new FigureQuery { Formula = subject.Indicator(plan.Indicator, "template").Formula, Period = soFar, Area = area })], cancellationToken);
        return plans.Zip(answers).ToDictionary(pair => pair.First.Indicator, pair => PlanOutcome.Of(pair.First, pair.Second.Total.Value));
    }

    /// <summary>The refusal of a plan that nobody has set.</summary>
    public static Refusal NotFound() => Refusal.NotFound("plan.not_found", "Chưa có kế hoạch cho chỉ tiêu, địa bàn và năm này.");
}
