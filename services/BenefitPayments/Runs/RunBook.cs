using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Finds runs.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class RunBook<TDb>(TDb db, RecordScope scope)
    where TDb : ServiceDb
{
    static readonly Dictionary<PaymentRunState, string> names = new()
    {
        [PaymentRunState.Draft] = "dự thảo",
        [PaymentRunState.Locked] = "đã khóa",
        [PaymentRunState.Approved] = "đã duyệt",
        [PaymentRunState.Sent] = "đã gửi",
        [PaymentRunState.Reconciled] = "đã đối soát",
        [PaymentRunState.Closed] = "đã đóng",
        [PaymentRunState.Cancelled] = "đã hủy",
    };

    /// <summary>Finds a run of the caller's areas, tracked.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>run.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<PaymentRun> FindAsync(string scheme, string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(RunMessages.Collection, name, "name");
        var run = await db.Set<PaymentRun>().SingleOrDefaultAsync(one => one.Id == id && one.Scheme == scheme, cancellationToken)
            ?? throw Refusal.NotFound("run.not_found", "Không có đợt chi trả này.");
        scope.Require(run.AreaCode, PayMonth.FirstDay(run.Month));
        return run;
    }

    /// <summary>Refuses what the run's state does not allow.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>run.wrong_state</c>.</exception>
    public static void Require(PaymentRun run, params IReadOnlyList<PaymentRunState> allowed)
    {
        if (!allowed.Contains(run.State))
        {
            throw Refusal.Precondition("run.wrong_state",
                $"Đợt chi trả {names[run.State]}; việc này chỉ làm được khi {string.Join(" hoặc ", allowed.Select(state => names[state]))}.");
        }
    }
}
