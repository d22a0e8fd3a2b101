using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Sets the sum from which a run needs two approvals, from a day on.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="caller">Who sets it.</param>
/// <param name="time">Clock.</param>
public sealed class SetApprovalThreshold<TDb>(TDb db, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Sets.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; ALREADY_EXISTS <c>threshold.duplicate</c>.</exception>
    public async Task<Wire.ApprovalThreshold> RunAsync(string scheme, Wire.SetApprovalThresholdRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Threshold ?? new Wire.ApprovalThreshold();
        var from = WireDate.ToDay(sent.AppliedFrom, "threshold.applied_from")
            ?? throw Refusal.Invalid("threshold.applied_from", "date.required", "Chưa ghi ngày bắt đầu áp dụng.");
        if (sent.AmountVnd <= 0 || sent.Approvals is < 1 or > 2)
        {
            throw Refusal.Invalid("threshold", "threshold.invalid", "Ngưỡng tiền phải từ 1 đồng và số lần duyệt là 1 hoặc 2.");
        }

        var basis = Texts.Require(sent.LegalBasis, "threshold.legal_basis", "threshold.legal_basis_invalid", "Văn bản", 100);
        if (await db.Set<ApprovalThreshold>().AnyAsync(one => one.Scheme == scheme && one.AppliedFrom == from, cancellationToken))
        {
            throw Refusal.AlreadyExists("threshold.duplicate", $"Đã có ngưỡng áp dụng từ ngày {VietnamDay.Text(from)}.");
        }

        db.Add(new ApprovalThreshold
        {
            Id = TimeOrderedId.Next(time),
            Scheme = scheme,
            AppliedFrom = from,
            AmountVnd = sent.AmountVnd,
            Approvals = sent.Approvals,
            LegalBasis = basis,
            EnteredBy = caller.Current.Subject,
        });
        return new Wire.ApprovalThreshold { AppliedFrom = WireDate.Of(from), AmountVnd = sent.AmountVnd, Approvals = sent.Approvals, LegalBasis = basis };
    }
}
