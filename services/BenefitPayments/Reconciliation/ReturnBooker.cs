using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Runs;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>A change of what became of a payment.</summary>
/// <param name="Listed">The payment as it was.</param>
/// <param name="Becomes">What it becomes.</param>
/// <param name="Day">Day of payment or return; null for what was not paid.</param>
/// <param name="ReportedVnd">Amount reported, where it differs.</param>
/// <param name="Reason">Reason; empty for none.</param>
public readonly record struct PaymentOutcome(ListedPayment Listed, PaymentLineState Becomes, DateOnly? Day, long? ReportedVnd, string Reason);

/// <summary>Books outcomes of payments: set-based updates of the lines, the run's figures, events, months that are due again.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="schemes">The schemes.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class ReturnBooker<TDb>(TDb db, SchemeBook schemes, AreaDirectory areas, TimeProvider time)
    where TDb : ServiceDb
{
    const int Chunk = 10_000;

    // A person key takes 25 characters of the 4,000 that an event may have.
    const int PeopleInEvent = 100;

    /// <summary>The payments of a run, or some of them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="lineNo">Only this one; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Dictionary<int, ListedPayment>> ListedAsync(PaymentRun run, int? lineNo, CancellationToken cancellationToken)
    {
        var runId = run.Id;
        var lines = db.Set<PaymentLine>().AsNoTracking().Where(line => line.RunId == runId && (lineNo == null || line.LineNo == lineNo));
        var dead = await DeadAsync(run, cancellationToken);
        var people = schemes[run.Scheme].TellPaidPeople;
        var listed = new Dictionary<int, ListedPayment>(run.Lines);
        await foreach (var line in lines
            .Select(line => new
            {
                line.LineNo,
                line.AmountVnd,
                line.State,
                line.AreaCode,
                line.ReportCategory,
                PersonKey = people ? line.PersonKey : "",
                line.EntitlementId,
                line.LastMonth,
            })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            listed.Add(line.LineNo, new ListedPayment(
                line.LineNo, line.AmountVnd, line.State, line.AreaCode, line.ReportCategory, line.PersonKey,
                dead.TryGetValue(line.EntitlementId, out var died) && died < line.LastMonth));
        }

        return listed;
    }

    /// <summary>Entitlements of people who died before the run's month, with the month of death: few, so they are read by themselves.</summary>
    async Task<Dictionary<Guid, int>> DeadAsync(PaymentRun run, CancellationToken cancellationToken)
    {
        var first = PayMonth.FirstDay(run.Month);
        var died = await db.Set<Person>().Where(person => person.DiedOn < first)
            .Join(db.Set<Entitlement>().Where(one => one.Scheme == run.Scheme), person => person.Id, one => one.PersonId,
                (person, one) => new { one.Id, person.DiedOn })
            .AsNoTracking().ToListAsync(cancellationToken);
        return died.ToDictionary(one => one.Id, one => PayMonth.Of(one.DiedOn!.Value));
    }

    /// <summary>Books outcomes; a run of which every payment has a final state is reconciled by that.</summary>
    public async Task BookAsync(PaymentRun run, IReadOnlyList<PaymentOutcome> outcomes, CancellationToken cancellationToken)
    {
        foreach (var group in outcomes.GroupBy(one => (one.Becomes, one.Day, one.ReportedVnd, one.Reason)))
        {
            foreach (var numbers in group.Select(one => one.Listed.LineNo).Chunk(Chunk))
            {
                await UpdateAsync(run.Id, numbers, group.First(), cancellationToken);
            }
        }

        var paid = outcomes.Where(one => IsPaid(one.Becomes)).ToList();
        var undone = outcomes.Where(one => IsPaid(one.Listed.State) && one.Becomes == PaymentLineState.Returned).ToList();
        run.PaidLines += paid.Count - undone.Count;
        run.PaidVnd += paid.Sum(one => one.Listed.AmountVnd) - undone.Sum(one => one.Listed.AmountVnd);
        run.UnpaidLines += outcomes.Count(one => IsUnpaid(one.Becomes));
        await TellAsync(run, paid, groups => new PaymentsConfirmed { Scheme = run.Scheme, Run = run.Id, Groups = groups }, cancellationToken);
        await TellAsync(run, undone, groups => new PaymentsReversed { Scheme = run.Scheme, Run = run.Id, Groups = groups }, cancellationToken);
        run.UpdatedAt = time.GetUtcNow();
        if (run is { State: PaymentRunState.Sent, OpenLines: 0 })
        {
            run.State = PaymentRunState.Reconciled;
        }
    }

    async Task UpdateAsync(Guid runId, int[] numbers, PaymentOutcome outcome, CancellationToken cancellationToken)
    {
        var (state, day, reported, reason) = (outcome.Becomes, outcome.Day, outcome.ReportedVnd, outcome.Reason.Length == 0 ? null : outcome.Reason);
        var lines = db.Set<PaymentLine>().Where(line => line.RunId == runId && EF.Parameter(numbers).Contains(line.LineNo));
        await lines.ExecuteUpdateAsync(
            set => set.SetProperty(line => line.State, state).SetProperty(line => line.PaidOn, day)
                .SetProperty(line => line.ReportedVnd, reported).SetProperty(line => line.Reason, reason),
            cancellationToken);
        if (IsUnpaid(state))
        {
            // Due again: the next run compares what counts for these months with what the levels give.
            await db.Set<PaymentMonth>().Where(month => month.RunId == runId && EF.Parameter(numbers).Contains(month.LineNo))
                .ExecuteUpdateAsync(set => set.SetProperty(month => month.Counts, false), cancellationToken);
            var entitlements = lines.Select(line => line.EntitlementId);
            await db.Set<Entitlement>().Where(one => entitlements.Contains(one.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ComparedAt, (DateTimeOffset?)null), cancellationToken);
        }
    }

    async Task TellAsync(PaymentRun run, List<PaymentOutcome> outcomes, Func<IReadOnlyList<PaymentGroup>, object> record, CancellationToken cancellationToken)
    {
        var people = schemes[run.Scheme].TellPaidPeople;
        var first = PayMonth.FirstDay(run.Month);
        var events = new List<OutboxRow>();
        foreach (var place in outcomes.GroupBy(one => (one.Listed.AreaCode, Day: one.Day!.Value)).OrderBy(place => place.Key.Day).ThenBy(place => place.Key.AreaCode, StringComparer.Ordinal))
        {
            var code = CommuneOnDay.Of(areas, place.Key.AreaCode, first, place.Key.Day);
            foreach (var part in people ? place.Chunk(PeopleInEvent) : [[.. place]])
            {
                var groups = part.GroupBy(one => one.Listed.ReportCategory, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new PaymentGroup
                    {
                        Category = group.Key,
                        Payments = group.Count(),
                        AmountVnd = group.Sum(one => one.Listed.AmountVnd),
                        PersonKeys = people ? [.. group.Select(one => one.Listed.PersonKey)] : null,
                    });
                events.Add(db.Draft(record([.. groups]), run.Id, place.Key.Day, code));
            }
        }

        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    static bool IsPaid(PaymentLineState state) => state is PaymentLineState.Matched or PaymentLineState.DeadAfterPayment;

    static bool IsUnpaid(PaymentLineState state) => state is PaymentLineState.Unpaid or PaymentLineState.Returned;
}
