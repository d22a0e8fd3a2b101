using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Plans;

/// <summary>Hands a plan down: sets the plans of the units below, all in one.</summary>
/// <param name="db">The command's database.</param>
/// <param name="plans">Sets the plan of one unit.</param>
/// <param name="subject">Reads indicators.</param>
/// <param name="rules">What a breakdown must be.</param>
/// <param name="areas">All units.</param>
/// <param name="caller">Who sets it.</param>
/// <param name="time">Clock.</param>
public sealed class SetPlanBreakdown(
    ReportingDb db, SetPlan plans, FigureSubject subject, BreakdownRules rules, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Sets the breakdown; the command's transaction saves it.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.PlanBreakdown> RunAsync(Wire.SetPlanBreakdownRequest request, CancellationToken cancellationToken)
    {
        var indicator = subject.Indicator(request.Indicator, "indicator");
        BreakdownRules.RequireAdditive(indicator);
        var parent = await db.Plans.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year, cancellationToken) ?? throw PlansInForce.NotFound();
        var from = WireDate.ToDay(request.EffectiveOn, "effective_on") ?? PlanYears.FirstDay(request.Year);
        var below = UnitsBelow(areas, request.AreaCode, request.Year, from);
        var shares = request.Shares.Select(share => ToPlan(share, request, parent)).ToList();
        var known = await db.Plans.Where(row => row.Indicator == request.Indicator && row.Year == request.Year).ToDictionaryAsync(row => row.AreaCode, cancellationToken);
        var before = known.Values.Where(row => row.PartOf == request.AreaCode).Select(row => row.AreaCode);
        if (rules.Check(shares, below.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal), before) is { Count: > 0 } violations)
        {
            throw Refusal.Invalid(violations);
        }

        if (request.MustAddUp)
        {
            RequireSum(indicator, PlanMessages.Of(parent), shares);
        }

        var breakdown = await KeepAsync(request, from, shares, known, cancellationToken);
        var set = shares.Select(share => plans.Put(known.GetValueOrDefault(share.AreaCode), share, request.AreaCode)).OrderBy(plan => plan.AreaCode, StringComparer.Ordinal).ToList();
        var answer = BreakdownMessages.Of(indicator, PlanMessages.Of(parent), request.MustAddUp, set, below);
        answer.Etag = EtagAfterSaving.Of(db, breakdown);
        return answer;
    }

    /// <summary>The units directly below on the day from which shares hold, at the earliest the first day of the year.</summary>
    internal static IReadOnlyList<AreaUnit> UnitsBelow(AreaDirectory areas, string areaCode, int year, DateOnly from) =>
        areas.Children(areaCode, from < PlanYears.FirstDay(year) ? PlanYears.FirstDay(year) : from);

    async Task<PlanBreakdown> KeepAsync(
        Wire.SetPlanBreakdownRequest request, DateOnly from, List<Wire.Plan> shares, Dictionary<string, Plan> known, CancellationToken cancellationToken)
    {
        var breakdown = await db.PlanBreakdowns.SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year, cancellationToken);
        if (breakdown is null)
        {
            breakdown = request.Etag.Length == 0
                ? new PlanBreakdown { Indicator = request.Indicator, AreaCode = request.AreaCode, Year = request.Year, SetBy = "" }
                : throw Refusal.Conflict("etag.mismatch", "Bản phân bổ này chưa có; hãy gửi lại không kèm etag.", null);
            db.Add(breakdown);
        }
        else if (IsSame(breakdown, request, from, shares, known))
        {
            return breakdown;
        }
        else
        {
            Etag.Check(breakdown, request.Etag, "etag");
        }

        (breakdown.MustAddUp, breakdown.EffectiveOn, breakdown.SetBy, breakdown.SetAt) = (request.MustAddUp, from, caller.Current.Subject, time.GetUtcNow());
        // Its version must go up with every change of a share, also when its own row stays as it is.
        db.Entry(breakdown).State = breakdown.Version == 0 ? EntityState.Added : EntityState.Modified;
        return breakdown;
    }

    static bool IsSame(PlanBreakdown breakdown, Wire.SetPlanBreakdownRequest request, DateOnly from, List<Wire.Plan> shares, Dictionary<string, Plan> known) =>
        breakdown.MustAddUp == request.MustAddUp && breakdown.EffectiveOn == from
        && shares.TrueForAll(share => known.TryGetValue(share.AreaCode, out var plan) && SetPlan.IsSame(plan, share, request.AreaCode));

    static void RequireSum(IndicatorDefinition indicator, Wire.Plan plan, List<Wire.Plan> shares)
    {
        var (remainder, remainderTo) = BreakdownMessages.Remainder(plan, shares);
        var off = remainder.IsZero ? remainderTo ?? remainder : remainder;
        if (!off.IsZero)
        {
            throw Refusal.Invalid(
                "shares",
                "plan.breakdown_mismatch",
                $"Tổng các phần {(off.Sign > 0 ? "thiếu" : "thừa")} {BreakdownMessages.Print(indicator, off.Abs())} so với {(remainder.IsZero ? "mức trên của " : "")}kế hoạch; phải bằng đúng kế hoạch.");
        }
    }

    static Wire.Plan ToPlan(Wire.PlanShare share, Wire.SetPlanBreakdownRequest request, Plan parent) => new()
    {
        Indicator = request.Indicator,
        AreaCode = share.AreaCode,
        Year = request.Year,
        Target = share.Target,
        TargetTo = share.TargetTo,
        Comparator = (Wire.Comparator)(int)parent.Comparator,
        Direction = (Wire.Direction)(int)parent.Direction,
        LegalBasis = request.LegalBasis,
        EffectiveOn = request.EffectiveOn,
    };
}
