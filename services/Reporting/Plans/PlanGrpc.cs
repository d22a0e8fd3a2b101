using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Plans;

/// <summary>Serves plans over gRPC.</summary>
sealed class PlanGrpc(
    ReportingDb db,
    SetPlan setPlan,
    PlansInForce plansInForce,
    PlanProgressOn progress,
    ListPlanVersions versions,
    SetPlanBreakdown setBreakdown,
    GetPlanBreakdown getBreakdown,
    AreaDirectory areas,
    CallerAccessor caller,
    TimeProvider time)
    : PlanService.PlanServiceBase
{
    public override Task<Contracts.Reporting.V1.Plan> SetPlan(SetPlanRequest request, ServerCallContext context) =>
        setPlan.RunAsync(request, context.CancellationToken);

    public override async Task<Contracts.Reporting.V1.Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year, context.CancellationToken)
            ?? throw PlansInForce.NotFound();
        if (WireDate.ToDay(request.On, "on") is { } on)
        {
            var (held, latest) = request.Version == 0
                ? await plansInForce.OneHeldAsync(plan.Indicator, plan.AreaCode, plan.Year, on, null, context.CancellationToken)
                : throw Refusal.Invalid("on", "plan.version_and_day", "Chỉ ghi một trong hai: số của bản kế hoạch (version) hoặc ngày có hiệu lực (on).");
            return PlanMessages.Of(held, held.Version, latest);
        }

        if (request.Version == 0)
        {
            return PlanMessages.Of(plan);
        }

        var version = await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == request.Indicator && row.AreaCode == request.AreaCode && row.Year == request.Year && row.Version == request.Version,
            context.CancellationToken);
        return version is null ? throw PlansInForce.NotFound() : PlanMessages.Of(version, version.Version, plan.Version);
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

    public override Task<GetPlanProgressResponse> GetPlanProgress(GetPlanProgressRequest request, ServerCallContext context) =>
        progress.RunAsync(request, context.CancellationToken);

    public override Task<ListPlanVersionsResponse> ListPlanVersions(ListPlanVersionsRequest request, ServerCallContext context) =>
        versions.RunAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.PlanBreakdown> SetPlanBreakdown(SetPlanBreakdownRequest request, ServerCallContext context) =>
        setBreakdown.RunAsync(request, context.CancellationToken);

    public override Task<Contracts.Reporting.V1.PlanBreakdown> GetPlanBreakdown(GetPlanBreakdownRequest request, ServerCallContext context) =>
        getBreakdown.RunAsync(request, context.CancellationToken);
}
