using System.Globalization;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>Lists workers of the caller's areas, newest first.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="registry">Finds by number.</param>
/// <param name="messages">Workers as messages.</param>
/// <param name="time">Clock.</param>
public sealed class ListWorkers(
    EmploymentDb db, AreaDirectory areas, CallerAccessor caller, WorkerRegistry registry, WorkerMessages messages, TimeProvider time)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListWorkersResponse> RunAsync(Wire.ListWorkersRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Workers.AsNoTracking(), worker => worker.AreaCode, worker => worker.AreaOn);
        if (request.CitizenNumber.Length > 0)
        {
            var found = new List<Violation>();
            var number = WorkerRules.CheckNumber(request.CitizenNumber, "citizen_number", VietnamDay.Today(time), found)
                ?? throw Refusal.Invalid(found);
            var holder = (await registry.FindAsync(number, cancellationToken))?.Id ?? Guid.Empty;
            rows = rows.Where(worker => worker.Id == holder);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(worker => worker.Id < last);
        }

        var page = await rows.OrderByDescending(worker => worker.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListWorkersResponse();
        response.Workers.AddRange(page.Take(size).Select(messages.ForQuery));
        if (page.Count > size)
        {
            response.NextPageToken = PageToken.Make(request, page[size - 1].Id.ToString());
        }

        return response;
    }
}
