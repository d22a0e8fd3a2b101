using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Recovery;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>Resolves a payment whose reported amount differs from the listed one.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds runs.</param>
/// <param name="booker">Books outcomes.</param>
/// <param name="recoveries">Assesses what was paid too much.</param>
/// <param name="time">Clock.</param>
public sealed class ResolvePaymentLine<TDb>(TDb db, RunBook<TDb> book, ReturnBooker<TDb> booker, RecoveryDesk<TDb> recoveries, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Resolves.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>run.line_not_found</c>; FAILED_PRECONDITION <c>run.line_not_differing</c>, <c>run.not_paid_more</c>;
    /// INVALID_ARGUMENT with the field; ABORTED <c>etag.mismatch</c>; and as when a run is found.</exception>
    public async Task<Wire.PaymentRun> RunAsync(string scheme, Wire.ResolvePaymentLineRequest request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        Etag.Check(run, request.Etag, "etag");
        var reason = Texts.RequireReason(request.Reason);
        var number = request.LineNo;
        var line = await db.Set<PaymentLine>().AsNoTracking().SingleOrDefaultAsync(one => one.RunId == run.Id && one.LineNo == number, cancellationToken)
            ?? throw Refusal.NotFound("run.line_not_found", $"Đợt chi trả không có khoản số {number}.");
        if (line.State != PaymentLineState.AmountDiffers)
        {
            throw Refusal.Precondition("run.line_not_differing", "Chỉ xử lý khoản mà số tiền báo về khác danh sách.");
        }

        var becomes = request.Resolution switch
        {
            Wire.LineResolution.PaidAsListed or Wire.LineResolution.PaidMore => PaymentLineState.Matched,
            Wire.LineResolution.NotPaid => PaymentLineState.Unpaid,
            _ => throw Refusal.Invalid("resolution", "run.resolution_invalid", "Phải chọn kết luận: đã chi đúng danh sách, đã chi thừa, hoặc chưa chi."),
        };
        if (request.Resolution == Wire.LineResolution.PaidMore)
        {
            if (line.ReportedVnd is not { } reported || reported <= line.AmountVnd)
            {
                throw Refusal.Precondition("run.not_paid_more", "Số tiền báo về không lớn hơn danh sách nên không có phần chi thừa.");
            }

            var entitlement = await db.Set<Entitlement>().SingleAsync(one => one.Id == line.EntitlementId, cancellationToken);
            recoveries.Assess(entitlement, reported - line.AmountVnd, OverpaymentCause.Other, reason.Length <= 50 ? reason : reason[..50], VietnamDay.Today(time));
        }

        var listed = (await booker.ListedAsync(run, number, cancellationToken))[number];
        var day = becomes == PaymentLineState.Unpaid ? null : line.PaidOn ?? VietnamDay.Today(time) as DateOnly?;
        await booker.BookAsync(run, [new PaymentOutcome(listed, becomes, day, line.ReportedVnd, reason)], cancellationToken);
        return RunMessages.ForCommand(db, run);
    }
}
