using AnSinh.BenefitPayments.Entitlements;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Runs and lines as messages.</summary>
static class RunMessages
{
    public const string Collection = "paymentRuns";

    public static Wire.PaymentRun ForCommand(ServiceDb db, PaymentRun run) => Of(run, EtagAfterSaving.Of(db, run));

    public static Wire.PaymentRun ForQuery(PaymentRun run) => Of(run, Etag.Of(run));

    public static Wire.PaymentLine Of(PaymentLine line, FieldCipher cipher) => new()
    {
        LineNo = line.LineNo,
        Entitlement = ResourceName.Format(EntitlementMessages.Collection, line.EntitlementId),
        Payee = line.Payee,
        AreaCode = line.AreaCode,
        Category = line.Category,
        FirstMonth = PayMonth.ToWire(line.FirstMonth),
        LastMonth = PayMonth.ToWire(line.LastMonth),
        Months = line.Months,
        AmountVnd = line.AmountVnd,
        BackPayVnd = line.BackPayVnd,
        Channel = (Wire.PaymentChannel)line.Channel,
        Account = EntitlementMessages.Masked(cipher, line.SealedAccount),
        State = (Wire.PaymentLineState)line.State,
        PaidOn = line.PaidOn is { } day ? WireDate.Of(day) : null,
        ReportedVnd = line.ReportedVnd ?? 0,
        Reason = line.Reason ?? "",
    };

    static Wire.PaymentRun Of(PaymentRun run, string etag)
    {
        var message = new Wire.PaymentRun
        {
            Name = ResourceName.Format(Collection, run.Id),
            Scheme = run.Scheme,
            AreaCode = run.AreaCode,
            Month = PayMonth.ToWire(run.Month),
            State = (Wire.PaymentRunState)run.State,
            Lines = run.Lines,
            AmountVnd = run.AmountVnd,
            BackPayVnd = run.BackPayVnd,
            OverpaidVnd = run.OverpaidVnd,
            LeftOut = run.LeftOut,
            PaidLines = run.PaidLines,
            PaidVnd = run.PaidVnd,
            UnpaidLines = run.UnpaidLines,
            OpenLines = run.OpenLines,
            PreparedBy = run.PreparedBy,
            ApprovalsRequired = run.ApprovalsRequired,
            CancelReason = run.CancelReason,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(run.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(run.UpdatedAt),
        };
        message.ApprovedBy.AddRange(new[] { run.ApprovedBy, run.SecondApprovedBy }.OfType<string>());
        return message;
    }
}
