using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using AreaScope = AnSinh.Reporting.Formulas.AreaScope;

namespace AnSinh.Reporting.Plans;

/// <summary>Serves plans over gRPC.</summary>
sealed class PlanGrpc(
    ReportingDb db, SetPlan setPlan, FigureSubject subject, FormulaEvaluator evaluator, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : PlanService.PlanServiceBase
{
    public override Task<Contracts.Reporting.V1.Plan> SetPlan(SetPlanRequest request, ServerCallContext context) =>
        setPlan.RunAsync(request, context.CancellationToken);

    public override async Task<Contracts.Reporting.V1.Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var plan = await InForceAsync(request.Indicator, request.AreaCode, request.Year, context.CancellationToken);
        if (request.Version == 0)
        {
            return PlanMessages.Of(plan);
        }

        var version = await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year && row.Version == request.Version,
            context.CancellationToken);
        return version is null ? throw NotFound() : PlanMessages.Of(version, version.Version, plan.Version);
    }

    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 200);
        var plans = db.Plans.AsNoTracking().Where(plan => plan.Year == request.Year);
        plans = request.AreaCode.Length > 0 ? plans.Where(plan => plan.AreaCode == request.AreaCode) : plans;
        var scope = caller.Current.Areas;
        if (!scope.IsUnrestricted)
        {
            var today = VietnamDay.Today(time);
            var codes = (await plans.Select(plan => plan.AreaCode).Distinct().ToListAsync(context.CancellationToken))
                .Where(code => scope.CoversEver(areas, code, today)).ToList();
            plans = plans.Where(plan => codes.Contains(plan.AreaCode));
        }

        if (PageToken.Read(request, request.PageToken, 2) is { } after)
        {
            var (area, indicator) = (after[0], after[1]);
            plans = plans.Where(plan => string.Compare(plan.AreaCode, area) > 0 || (plan.AreaCode == area && string.Compare(plan.Indicator, indicator) > 0));
        }

        var page = await plans.OrderBy(plan => plan.AreaCode).ThenBy(plan => plan.Indicator).Take(size + 1).ToListAsync(context.CancellationToken);
        return new ListPlansResponse
        {
            Plans = { page.Take(size).Select(PlanMessages.Of) },
            NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].AreaCode, page[size - 1].Indicator) : "",
        };
    }

    public override async Task<GetPlanProgressResponse> GetPlanProgress(GetPlanProgressRequest request, ServerCallContext context)
    {
        var plan = await InForceAsync(request.Indicator, request.AreaCode, request.Year, context.CancellationToken);
        var indicator = subject.Indicator(request.Indicator, "indicator");
        var until = Until(request, new DateOnly(plan.Year, 1, 1), new DateOnly(plan.Year, 12, 31));
        var figure = await evaluator.EvaluateAsync(
            indicator.Formula, Period.OfYearToDate(until), new AreaScope(plan.AreaCode), context.CancellationToken);
        return new GetPlanProgressResponse
        {
            Plan = PlanMessages.Of(plan),
            Figure = FigureMessages.Of(indicator, figure, "", plan),
            Until = WireDate.Of(until),
        };
    }

    DateOnly Until(GetPlanProgressRequest request, DateOnly first, DateOnly last)
    {
        if (WireDate.ToDay(request.Until, "until") is not { } until)
        {
            var today = VietnamDay.Today(time);
            return today < first ? first : today > last ? last : today;
        }

        return until >= first && until <= last
            ? until
            : throw Refusal.Invalid("until", "period.invalid", $"Ngày {VietnamDay.Text(until)} không thuộc năm {request.Year} của kế hoạch.");
    }

    async Task<Plan> InForceAsync(string indicator, string areaCode, int year, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().SingleOrDefaultAsync(
            plan => plan.Indicator == indicator && plan.AreaCode == areaCode && plan.Year == year, cancellationToken) ?? throw NotFound();

    static Refusal NotFound() => Refusal.NotFound("plan.not_found", "Chưa có kế hoạch cho chỉ tiêu, địa bàn và năm này.");
}
