using System.Globalization;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// Monthly payment runs from preparation to the closing: prepared by one official, approved by another, paid by the post office, whose
/// return file is read back. A run interrupted goes on where it stopped, since every command answers the same again.
/// </summary>
public sealed class MeritPaymentLoader : IRecordLoader
{
    const int TextInMessage = 1 << 20;

    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "allowance_payment";

    /// <summary>The months of a group of payments, as their first days.</summary>
    public static IReadOnlyList<DateOnly> Months(RecordGroup group)
    {
        var months = new List<DateOnly>();
        for (var month = new DateOnly(group.FirstDay.Year, group.FirstDay.Month, 1); month <= group.LastDay; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        return months;
    }

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var confirming = new ConfirmBenefitRatesRequest { LegalBasis = MeritAllowanceLoader.Decree, RequestId = context.RequestId("allowance levels confirmed") };
        await new AllowanceService.AllowanceServiceClient(context.Approver).ConfirmBenefitRatesAsync(confirming, cancellationToken: cancellationToken);
        foreach (var month in Months(group))
        {
            // Paid on the day of the group's first payment in each month.
            context.Advance(await PayAsync(context, month, new DateOnly(month.Year, month.Month, group.FirstDay.Day), cancellationToken));
        }
    }

    static async Task<int> PayAsync(LoadContext context, DateOnly month, DateOnly paidOn, CancellationToken cancellationToken)
    {
        var official = new AllowancePaymentService.AllowancePaymentServiceClient(context.Official);
        var approver = new AllowancePaymentService.AllowancePaymentServiceClient(context.Approver);
        var what = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var run = await official.PreparePaymentRunAsync(
            new PreparePaymentRunRequest { AreaCode = context.Province, Month = MeritPeople.Month(month), RequestId = context.RequestId($"allowances {what} prepared") },
            cancellationToken: cancellationToken);
        run = await official.LockPaymentRunAsync(Step("locked"), cancellationToken: cancellationToken);
        run = await approver.ApprovePaymentRunAsync(Step("approved"), cancellationToken: cancellationToken);
        run = await official.SendPaymentRunAsync(Step("sent"), cancellationToken: cancellationToken);
        await ReturnAsync(official, run.Name, paidOn, cancellationToken);
        run = await official.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name }, cancellationToken: cancellationToken);
        if (run.State == PaymentRunState.Reconciled)
        {
            run = await official.ClosePaymentRunAsync(Step("closed"), cancellationToken: cancellationToken);
        }

        return run.PaidLines;

        AdvancePaymentRunRequest Step(string done) => new() { Name = run.Name, Etag = run.Etag, RequestId = context.RequestId($"allowances {what} {done}") };
    }

    static async Task ReturnAsync(
        AllowancePaymentService.AllowancePaymentServiceClient payments, string run, DateOnly paidOn, CancellationToken cancellationToken)
    {
        using var export = payments.ExportPaymentFile(new ExportPaymentFileRequest { Name = run, Kind = PaymentFileKind.Post }, cancellationToken: cancellationToken);
        var listed = new System.Text.StringBuilder();
        await foreach (var piece in export.ResponseStream.ReadAllAsync(cancellationToken))
        {
            listed.Append(piece.Text);
        }

        var text = PostOffice.AllPaid(listed.ToString(), paidOn);
        using var call = payments.ImportReturnFile(cancellationToken: cancellationToken);
        for (var at = 0; at < text.Length; at += TextInMessage)
        {
            var piece = new ImportReturnFileRequest { Text = text.Substring(at, Math.Min(TextInMessage, text.Length - at)) };
            if (at == 0)
            {
                (piece.Name, piece.FileName) = (run, "buu-dien.csv");
            }

            await call.RequestStream.WriteAsync(piece, cancellationToken);
        }

        await call.RequestStream.CompleteAsync();
        await call;
    }
}
