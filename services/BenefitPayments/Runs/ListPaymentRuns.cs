using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Shows runs of the caller's areas and their lines.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds one.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="cipher">Decrypts accounts.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListPaymentRuns<TDb>(TDb db, RunBook<TDb> book, AreaDirectory areas, FieldCipher cipher, CallerAccessor caller)
    where TDb : ServiceDb
{
    /// <summary>Gets a run.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>run.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.PaymentRun> GetAsync(string scheme, Wire.GetPaymentRunRequest request, CancellationToken cancellationToken) =>
        RunMessages.ForQuery(await book.FindAsync(scheme, request.Name, cancellationToken));

    /// <summary>Lists a page of runs, the latest first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field.</exception>
    public async Task<Wire.ListPaymentRunsResponse> RunAsync(string scheme, Wire.ListPaymentRunsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = db.Set<PaymentRun>().AsNoTracking().Where(run => run.Scheme == scheme);
        if (request.State != Wire.PaymentRunState.Unspecified)
        {
            var state = (PaymentRunState)request.State;
            rows = rows.Where(run => run.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(run => run.Id < last);
        }

        // Runs are few (one an area and month), so areas are compared here, each in the run's own month.
        var response = new Wire.ListPaymentRunsResponse();
        PaymentRun? shown = null;
        await foreach (var run in rows.OrderByDescending(run => run.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!Within(run, request.AreaCode))
            {
                continue;
            }

            if (response.Runs.Count == size)
            {
                response.NextPageToken = PageToken.Make(request, shown!.Id.ToString());
                break;
            }

            response.Runs.Add(RunMessages.ForQuery(run));
            shown = run;
        }

        return response;
    }

    /// <summary>Lists a page of a run's lines by number.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; and as <see cref="GetAsync"/>.</exception>
    public async Task<Wire.ListPaymentLinesResponse> LinesAsync(string scheme, Wire.ListPaymentLinesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        var rows = db.Set<PaymentLine>().AsNoTracking().Where(line => line.RunId == run.Id);
        rows = request.AreaCode.Length == 0 ? rows : rows.Where(line => line.AreaCode == request.AreaCode);
        rows = request.LineNo == 0 ? rows : rows.Where(line => line.LineNo == request.LineNo);
        if (request.State != Wire.PaymentLineState.Unspecified)
        {
            var state = (PaymentLineState)request.State;
            rows = rows.Where(line => line.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = int.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(line => line.LineNo > last);
        }

        var page = await rows.OrderBy(line => line.LineNo).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListPaymentLinesResponse();
        response.Lines.AddRange(page.Take(size).Select(line => RunMessages.Of(line, cipher)));
        response.NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].LineNo.ToString(CultureInfo.InvariantCulture)) : "";
        if (request.LineNo > 0 && response.Lines.Count == 1)
        {
            var months = await db.Set<PaymentMonth>().AsNoTracking().Where(one => one.RunId == run.Id && one.LineNo == request.LineNo)
                .OrderBy(one => one.Month).ToListAsync(cancellationToken);
            response.Lines[0].ByMonth.AddRange(months.Select(one => new Wire.PaymentMonth { Month = PayMonth.ToWire(one.Month), AmountVnd = one.AmountVnd }));
        }

        return response;
    }

    bool Within(PaymentRun run, string areaCode)
    {
        var on = PayMonth.FirstDay(run.Month);
        return caller.Current.Areas.Covers(areas, run.AreaCode, on) && (areaCode.Length == 0 || areas.IsWithin(run.AreaCode, areaCode, on));
    }
}
