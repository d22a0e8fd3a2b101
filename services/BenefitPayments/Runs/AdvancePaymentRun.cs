using AnSinh.BenefitPayments.Entitlements;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Takes a run one step on: locked, approved, sent, closed; or cancelled.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds runs.</param>
/// <param name="caller">Who acts.</param>
/// <param name="time">Clock.</param>
public sealed class AdvancePaymentRun<TDb>(TDb db, RunBook<TDb> book, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    const int Shown = 10;

    /// <summary>Locks: lines no longer change.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>, <c>payment.dead_before_month</c>, <c>payment.no_entitlement</c>; ABORTED
    /// <c>etag.mismatch</c>; and as when a run is found.</exception>
    public async Task<Wire.PaymentRun> LockAsync(string scheme, Wire.AdvancePaymentRunRequest request, CancellationToken cancellationToken)
    {
        var run = await FindAsync(scheme, request, PaymentRunState.Draft, cancellationToken);
        await RequireCurrentAsync(run, cancellationToken);
        var today = VietnamDay.Today(time);
        var threshold = await db.Set<ApprovalThreshold>().AsNoTracking().Where(one => one.Scheme == scheme && one.AppliedFrom <= today)
            .OrderByDescending(one => one.AppliedFrom).FirstOrDefaultAsync(cancellationToken);
        run.ApprovalsRequired = threshold is not null && run.AmountVnd >= threshold.AmountVnd ? threshold.Approvals : 1;
        return Turn(run, PaymentRunState.Locked);
    }

    /// <summary>Approves; nobody approves what they prepared, and nobody twice.</summary>
    /// <exception cref="Refusal">PERMISSION_DENIED <c>run.approved_by_preparer</c>, <c>run.approved_twice_by_one</c>; else as <see cref="LockAsync"/>.</exception>
    public async Task<Wire.PaymentRun> ApproveAsync(string scheme, Wire.AdvancePaymentRunRequest request, CancellationToken cancellationToken)
    {
        var run = await FindAsync(scheme, request, PaymentRunState.Locked, cancellationToken);
        var who = caller.Current.Subject;
        if (run.PreparedBy == who)
        {
            throw Refusal.Denied("run.approved_by_preparer", "Người lập đợt chi trả không được tự duyệt; cần một cán bộ khác duyệt.");
        }

        if (run.ApprovedBy == who)
        {
            throw Refusal.Denied("run.approved_twice_by_one", "Tài khoản này đã duyệt; lần duyệt thứ hai phải do một cán bộ khác.");
        }

        await RequireCurrentAsync(run, cancellationToken);
        if (run.ApprovedBy is null)
        {
            run.ApprovedBy = who;
            return Turn(run, run.ApprovalsRequired > 1 ? PaymentRunState.Locked : PaymentRunState.Approved);
        }

        run.SecondApprovedBy = who;
        return Turn(run, PaymentRunState.Approved);
    }

    /// <summary>Marks as handed to the payers.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>; ABORTED <c>etag.mismatch</c>; and as when a run is found.</exception>
    public async Task<Wire.PaymentRun> SendAsync(string scheme, Wire.AdvancePaymentRunRequest request, CancellationToken cancellationToken) =>
        Turn(await FindAsync(scheme, request, PaymentRunState.Approved, cancellationToken), PaymentRunState.Sent);

    /// <summary>Closes a reconciled run.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async Task<Wire.PaymentRun> CloseAsync(string scheme, Wire.AdvancePaymentRunRequest request, CancellationToken cancellationToken) =>
        Turn(await FindAsync(scheme, request, PaymentRunState.Reconciled, cancellationToken), PaymentRunState.Closed);

    /// <summary>Gives a run up before approval: what it would have paid is due again.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>, <c>run.later_run_exists</c>; INVALID_ARGUMENT <c>reason.invalid</c>; ABORTED
    /// <c>etag.mismatch</c>; and as when a run is found.</exception>
    public async Task<Wire.PaymentRun> CancelAsync(string scheme, Wire.CancelPaymentRunRequest request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        RunBook<TDb>.Require(run, PaymentRunState.Draft, PaymentRunState.Locked);
        Etag.Check(run, request.Etag, "etag");
        run.CancelReason = Texts.RequireReason(request.Reason);
        var (runId, month) = (run.Id, run.Month);
        var lines = db.Set<PaymentLine>().Where(line => line.RunId == runId);
        if (await lines.Join(db.Set<Entitlement>(), line => line.EntitlementId, one => one.Id, (line, one) => new { line.SettledBefore, one.SettledThrough })
            .AnyAsync(pair => pair.SettledThrough > month && pair.SettledThrough > pair.SettledBefore, cancellationToken))
        {
            throw Refusal.Precondition("run.later_run_exists", "Đã có đợt chi trả tháng sau cho những người trong đợt này; hãy hủy đợt sau trước.");
        }

        await db.Set<Entitlement>().Where(one => lines.Any(line => line.EntitlementId == one.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(one => one.SettledThrough, one => lines.Where(line => line.EntitlementId == one.Id).Min(line => line.SettledBefore))
                .SetProperty(one => one.ComparedAt, (DateTimeOffset?)null),
            cancellationToken);
        await db.Set<PaymentMonth>().Where(one => one.RunId == runId).ExecuteDeleteAsync(cancellationToken);
        return Turn(run, PaymentRunState.Cancelled);
    }

    async Task<PaymentRun> FindAsync(string scheme, Wire.AdvancePaymentRunRequest request, PaymentRunState from, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, request.Name, cancellationToken);
        RunBook<TDb>.Require(run, from);
        Etag.Check(run, request.Etag, "etag");
        return run;
    }

    /// <summary>Refuses lines whose right ended, or whose person died, after the run was prepared.</summary>
    async Task RequireCurrentAsync(PaymentRun run, CancellationToken cancellationToken)
    {
        var runId = run.Id;
        var over = await db.Set<PaymentLine>().AsNoTracking().Where(line => line.RunId == runId)
            .Join(db.Set<Entitlement>(), line => line.EntitlementId, one => one.Id, (line, one) => new { line, one })
            .Where(pair => pair.one.EndMonth < pair.line.LastMonth || pair.one.SuspendedFrom <= pair.line.LastMonth)
            .Join(db.Set<Person>(), pair => pair.one.PersonId, person => person.Id, (pair, person) => new { pair.line.LineNo, person.DiedOn })
            .OrderBy(row => row.LineNo).Take(Shown + 1).ToListAsync(cancellationToken);
        if (over.Count > 0)
        {
            var numbers = string.Join(", ", over.Take(Shown).Select(row => row.LineNo)) + (over.Count > Shown ? "…" : "");
            throw over.Exists(row => row.DiedOn is not null)
                ? Refusal.Precondition("payment.dead_before_month", $"Dòng {numbers}: người hưởng đã mất trước tháng được chi trả; hãy hủy đợt này và lập lại.")
                : Refusal.Precondition("payment.no_entitlement", $"Dòng {numbers}: quyền lợi đã dừng trước tháng được chi trả; hãy hủy đợt này và lập lại.");
        }
    }

    Wire.PaymentRun Turn(PaymentRun run, PaymentRunState state)
    {
        (run.State, run.UpdatedAt) = (state, time.GetUtcNow());
        return RunMessages.ForCommand(db, run);
    }
}
