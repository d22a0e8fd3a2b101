using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Plans;

/// <summary>Lists the versions of a plan with the days on which each held.</summary>
/// <param name="db">The scope's database.</param>
public sealed class ListPlanVersions(ReportingDb db)
{
    /// <summary>Answers with a page, oldest first.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.ListPlanVersionsResponse> RunAsync(Wire.ListPlanVersionsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var after = PageToken.Read(request, request.PageToken, 1) is { } position ? int.Parse(position[0], CultureInfo.InvariantCulture) : 0;
        // All of them: on which days a version held depends on every later one, and a plan is adjusted a few times a year.
        var all = await db.PlanVersions.AsNoTracking()
            .Where(version => version.Indicator == request.Indicator && version.AreaCode == request.AreaCode && version.Year == request.Year)
            .OrderBy(version => version.Version).ToListAsync(cancellationToken);
        if (all.Count == 0)
        {
            throw PlansInForce.NotFound();
        }

        var rest = all.Where(version => version.Version > after).Take(size + 1).ToList();
        return new Wire.ListPlanVersionsResponse
        {
            Versions = { rest.Take(size).Select(version => ToMessage(version, all)) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Version.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    static Wire.PlanVersion ToMessage(PlanVersion version, List<PlanVersion> all)
    {
        var message = new Wire.PlanVersion { Plan = PlanMessages.Of(version, version.Version, all[^1].Version) };
        if (PlanHistory.DaysOf(version, all) is { } days)
        {
            (message.HeldFrom, message.HeldTo) = (WireDate.Of(days.From), WireDate.Of(days.To));
        }

        return message;
    }
}
