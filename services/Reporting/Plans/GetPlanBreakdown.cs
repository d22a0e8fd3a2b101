using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Plans;

/// <summary>Shows how far each unit has come with its share of a plan.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="plans">The versions that held.</param>
/// <param name="subject">Reads indicators.</param>
/// <param name="evaluator">Computes figures.</param>
/// <param name="history">The units as known at a moment.</param>
/// <param name="time">Clock.</param>
public sealed class GetPlanBreakdown(
    ReportingDb db, PlansInForce plans, FigureSubject subject, FormulaEvaluator evaluator, AreaHistory history, TimeProvider time)
{
    /// <summary>Answers the question; all figures come from one state of the ledger.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.PlanBreakdown> RunAsync(Wire.GetPlanBreakdownRequest request, CancellationToken cancellationToken)
    {
        var view = ViewMessages.Of(request.View, "view", time);
        var until = PlanProgressOn.Until(request.Until, request.Year, view, time);
        var (plan, latest) = await plans.OneHeldAsync(request.Indicator, request.AreaCode, request.Year, until, view.AsOf, cancellationToken);
        var indicator = subject.Indicator(request.Indicator, "indicator");
        var breakdown = await db.PlanBreakdowns.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year, cancellationToken)
            ?? throw Refusal.NotFound("plan.breakdown_not_found", "Kế hoạch này chưa được phân bổ.");
        var shares = await SharesAsync(plan, until, view.AsOf, cancellationToken);
        var soFar = PlanYears.SoFar(plan.Year, until);
        var scopes = shares.Select(share => new AreaScope(share.Held.AreaCode) { Below = plan.AreaCode }).Prepend(new AreaScope(plan.AreaCode));
        var answers = await evaluator.EvaluateAsync(
            [.. scopes.Select(scope => new FigureQuery { Formula = indicator.Formula, Period = soFar, Area = scope, View = view })], cancellationToken);

        var answer = BreakdownMessages.Of(
            indicator,
            PlanMessages.Of(plan, plan.Version, latest),
            breakdown.MustAddUp,
            [.. shares.Select(share => PlanMessages.Of(share.Held, share.Held.Version, share.Latest))],
            SetPlanBreakdown.UnitsBelow((await history.AsKnownAsync(db, view.AsOf, cancellationToken)).Areas, plan.AreaCode, plan.Year, breakdown.EffectiveOn));
        answer.Etag = Etag.Of(breakdown);
        answer.Figure = FigureMessages.Of(indicator, answers[0].Total, "", plan);
        answer.Until = WireDate.Of(until);
        Rank(answer, indicator, soFar, [.. shares.Select(share => share.Held)], [.. answers.Skip(1).Select(one => one.Total)]);
        return answer;
    }

    /// <summary>The plans of the units as they held on the day, by code.</summary>
    async Task<List<(Plan Held, int Latest)>> SharesAsync(Plan plan, DateOnly until, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var versions = await db.PlanVersions.AsNoTracking().KnownAt(asOf)
            .Where(version => version.Indicator == plan.Indicator && version.Year == plan.Year && version.PartOf == plan.AreaCode).ToListAsync(cancellationToken);
        return
        [
            .. versions.GroupBy(version => version.AreaCode)
                .Select(unit => (Held: PlanHistory.HeldOn(unit, until)?.AsPlan(), Latest: unit.Max(version => version.Version)))
                .Where(unit => unit.Held is not null).Select(unit => (unit.Held!, unit.Latest)).OrderBy(unit => unit.Item1.AreaCode, StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds the figures and puts the units in order: the best first, equal ones alike, those that cannot be ranked last.</summary>
    static void Rank(Wire.PlanBreakdown answer, IndicatorDefinition indicator, Period soFar, List<Plan> plans, List<Figure> figures)
    {
        var reached = plans.Zip(figures, (plan, figure) => figure.Value?.DividedBy(plan.TargetValue)).ToList();
        for (var i = 0; i < plans.Count; i++)
        {
            var unit = answer.Units[i];
            unit.Figure = FigureMessages.Of(indicator, figures[i], "", plans[i]);
            unit.Pace = PlanPaces.Of(indicator, plans[i], soFar, figures[i].Value);
            unit.Rank = reached[i] is { } own ? 1 + reached.Count(other => other is { } share && IsBetter(share, own, plans[i].IsLessBetter)) : 0;
        }

        var ordered = answer.Units.OrderBy(unit => unit.Rank == 0).ThenBy(unit => unit.Rank).ThenBy(unit => unit.Plan.AreaCode, StringComparer.Ordinal).ToList();
        answer.Units.Clear();
        answer.Units.AddRange(ordered);
    }

    static bool IsBetter(Rational share, Rational own, bool isLessBetter) => isLessBetter ? share < own : share > own;
}
