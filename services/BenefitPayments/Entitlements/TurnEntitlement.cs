using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Suspends, resumes and stops entitlements.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds entitlements and tells of them.</param>
/// <param name="messages">The answers.</param>
/// <param name="time">Clock.</param>
public sealed class TurnEntitlement<TDb>(TDb db, EntitlementBook<TDb> book, EntitlementMessages messages, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Suspends from a month on (tạm đình chỉ).</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.not_active</c>, <c>entitlement.stopped</c>, <c>entitlement.month_settled</c>;
    /// INVALID_ARGUMENT with the field; ABORTED <c>etag.mismatch</c>; and as when one is found.</exception>
    public async Task<Wire.Entitlement> SuspendAsync(string scheme, Wire.SuspendEntitlementRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, request.Name, "name", cancellationToken);
        EntitlementTurns.Require(one, EntitlementState.Active);
        Etag.Check(one, request.Etag, "etag");
        var month = PayMonth.Require(request.FromMonth, "from_month");
        EntitlementTurns.RequireUnsettled(one, month, "from_month");
        one.SuspendedFrom = month;
        return await TurnAsync(one, EntitlementState.Suspended, request.Reason, person => book.TellEnded(one, person, month, "suspended"), cancellationToken);
    }

    /// <summary>Resumes from a month on (hưởng lại); the months between are not paid.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.not_suspended</c>, <c>entitlement.stopped</c>, <c>entitlement.months_unsettled</c>;
    /// INVALID_ARGUMENT with the field; ABORTED <c>etag.mismatch</c>; and as when one is found.</exception>
    public async Task<Wire.Entitlement> ResumeAsync(string scheme, Wire.ResumeEntitlementRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, request.Name, "name", cancellationToken);
        EntitlementTurns.Require(one, EntitlementState.Suspended);
        Etag.Check(one, request.Etag, "etag");
        var month = PayMonth.Require(request.FromMonth, "from_month");
        if (month < one.SuspendedFrom)
        {
            throw Refusal.Invalid("from_month", "entitlement.resumed_before_suspension", $"Chỉ hưởng lại được từ tháng tạm đình chỉ ({PayMonth.Text(one.SuspendedFrom.Value)}) trở đi.");
        }

        if (one.SettledThrough < PayMonth.Plus(one.SuspendedFrom!.Value, -1) && month != one.SuspendedFrom)
        {
            throw Refusal.Precondition("entitlement.months_unsettled", "Còn tháng trước khi tạm đình chỉ chưa chi trả; hãy lập đợt chi trả các tháng đó trước.");
        }

        if (month != one.SuspendedFrom)
        {
            (one.PayableFrom, one.SettledThrough) = (month, PayMonth.Plus(month, -1));
        }

        one.SuspendedFrom = null;
        return await TurnAsync(one, EntitlementState.Active, request.Reason, person => book.TellStarted(one, person, month), cancellationToken);
    }

    /// <summary>Stops for good.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.stopped</c>; INVALID_ARGUMENT with the field; ABORTED <c>etag.mismatch</c>; and as
    /// when one is found.</exception>
    public async Task<Wire.Entitlement> StopAsync(string scheme, Wire.StopEntitlementRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, request.Name, "name", cancellationToken);
        EntitlementTurns.Require(one, EntitlementState.Active, EntitlementState.Suspended);
        Etag.Check(one, request.Etag, "etag");
        var last = PayMonth.Require(request.LastMonth, "last_month");
        if (last < PayMonth.Plus(one.StartMonth, -1) || last > one.EndMonth)
        {
            throw Refusal.Invalid("last_month", "entitlement.month_out_of_term", "Tháng cuối phải nằm trong thời gian hưởng, hoặc là tháng ngay trước tháng đầu.");
        }

        var cause = request.Cause switch
        {
            Wire.EntitlementEndCause.Moved => "moved",
            Wire.EntitlementEndCause.Ineligible => "ineligible",
            Wire.EntitlementEndCause.Expired => "expired",
            Wire.EntitlementEndCause.Voided => "voided",
            _ => throw Refusal.Invalid("cause", "entitlement.cause_invalid", "Phải chọn lý do chấm dứt: chuyển đi, không còn đủ điều kiện, hết hạn hoặc ghi nhầm."),
        };
        var suspended = one.SuspendedFrom is { } from && from <= PayMonth.Plus(last, 1);
        one.EndMonth = last;
        return await TurnAsync(one, EntitlementState.Stopped, request.Reason, person =>
        {
            if (!suspended)
            {
                book.TellEnded(one, person, PayMonth.Plus(last, 1), cause);
            }
        }, cancellationToken);
    }

    /// <summary>Records a death by one of the person's entitlements: all of them end with the month of death.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>date.*</c>; FAILED_PRECONDITION <c>person.died_already</c>; ABORTED <c>etag.mismatch</c>; and as when
    /// one is found.</exception>
    public async Task<Wire.Entitlement> RecordDeathAsync(string scheme, Wire.RecordBeneficiaryDeathRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, request.Name, "name", cancellationToken);
        Etag.Check(one, request.Etag, "etag");
        var day = PayMonth.RequirePastDay(request.DiedOn, "died_on", VietnamDay.Today(time));
        var person = await db.Set<Person>().SingleAsync(known => known.Id == one.PersonId, cancellationToken);
        if (person.DiedOn is not null && person.DiedOn != day)
        {
            throw Refusal.Precondition("person.died_already", $"Đã ghi ngày mất {VietnamDay.Text(person.DiedOn.Value)} cho người này.");
        }

        await StopForDeathAsync(person, day, cancellationToken);
        return messages.ForCommand(db, one, person);
    }

    /// <summary>Ends every entitlement of a person who died, in every scheme of the service, with the month of death; inside a command.</summary>
    /// <param name="person">The person, tracked.</param>
    /// <param name="diedOn">Day of death.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task StopForDeathAsync(Person person, DateOnly diedOn, CancellationToken cancellationToken)
    {
        (person.DiedOn, person.UpdatedAt) = (diedOn, time.GetUtcNow());
        var last = PayMonth.Of(diedOn);
        foreach (var one in await db.Set<Entitlement>().Where(one => one.PersonId == person.Id).ToListAsync(cancellationToken))
        {
            if (one.EndMonth <= last || one.State == EntitlementState.Stopped)
            {
                continue;
            }

            if (one.State == EntitlementState.Active || one.SuspendedFrom > PayMonth.Plus(last, 1))
            {
                book.TellEnded(one, person, PayMonth.Plus(last, 1), "died");
            }

            (one.EndMonth, one.State, one.UpdatedAt) = (last, EntitlementState.Stopped, time.GetUtcNow());
            one.Reason = $"Mất ngày {VietnamDay.Text(diedOn)}";
        }
    }

    async Task<Wire.Entitlement> TurnAsync(
        Entitlement one, EntitlementState state, string reason, Action<Person> tell, CancellationToken cancellationToken)
    {
        (one.State, one.Reason, one.UpdatedAt) = (state, Texts.RequireReason(reason), time.GetUtcNow());
        var person = await db.Set<Person>().SingleAsync(known => known.Id == one.PersonId, cancellationToken);
        tell(person);
        return messages.ForCommand(db, one, person);
    }
}
