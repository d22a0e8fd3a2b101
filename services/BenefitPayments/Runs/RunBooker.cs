using AnSinh.BenefitPayments.Entitlements;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Books what is due as lines of a run, and marks the months as settled: bulk inserts and set-based updates only.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="time">Clock.</param>
public sealed class RunBooker<TDb>(TDb db, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Books.</summary>
    /// <param name="run">The run; its figures are brought up to date.</param>
    /// <param name="due">What is due; lines with an amount only.</param>
    /// <param name="cancellationToken">Stops the booking.</param>
    public async Task BookAsync(PaymentRun run, IReadOnlyList<DueLine> due, CancellationToken cancellationToken)
    {
        var first = run.Lines + 1;
        var lines = new List<PaymentLine>(due.Count);
        var months = new List<PaymentMonth>(due.Count);
        foreach (var one in due)
        {
            var line = LineOf(run, first + lines.Count, one);
            lines.Add(line);
            months.AddRange(one.Months.Select(month => new PaymentMonth
            {
                RunId = run.Id,
                LineNo = line.LineNo,
                Month = month.Month,
                EntitlementId = one.Row.Id,
                AmountVnd = month.AmountVnd,
            }));
            run.AmountVnd = checked(run.AmountVnd + line.AmountVnd);
            run.BackPayVnd += line.BackPayVnd;
        }

        run.Lines += lines.Count;
        await BulkInsert.InsertAsync(db, lines, cancellationToken);
        await BulkInsert.InsertAsync(db, months, cancellationToken);
        await SettleAsync(run, first, due, cancellationToken);
    }

    async Task SettleAsync(PaymentRun run, int first, IReadOnlyList<DueLine> due, CancellationToken cancellationToken)
    {
        var (runId, month, now) = (run.Id, run.Month, time.GetUtcNow());
        var mine = db.Set<PaymentLine>().Where(line => line.RunId == runId && line.LineNo >= first).Select(line => line.EntitlementId);
        await db.Set<Entitlement>().Where(one => mine.Contains(one.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(one => one.SettledThrough, one =>
                    one.SettledThrough < month && one.SuspendedFrom == null && (one.EndMonth == null || one.EndMonth >= month) ? month : one.SettledThrough)
                .SetProperty(one => one.ComparedAt, now),
            cancellationToken);

        // Those whose right ends before the run's month are few; each group of one last month is one statement.
        foreach (var group in due.Where(one => one.SettledThrough < month).GroupBy(one => one.SettledThrough))
        {
            var through = group.Key;
            var ids = group.Select(one => one.Row.Id).ToList();
            await db.Set<Entitlement>().Where(one => EF.Parameter(ids).Contains(one.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SettledThrough, through), cancellationToken);
        }
    }

    static PaymentLine LineOf(PaymentRun run, int number, DueLine due)
    {
        var row = due.Row;
        var amount = due.AmountVnd;
        var current = due.Months[^1].Month == run.Month ? due.Months[^1].AmountVnd : 0;
        return new PaymentLine
        {
            RunId = run.Id,
            LineNo = number,
            EntitlementId = row.Id,
            PersonKey = row.PersonKey,
            Payee = Masked(row.FullName),
            AreaCode = row.AreaCode,
            Category = row.Category,
            ReportCategory = row.ReportCategory,
            FirstMonth = due.Months[0].Month,
            LastMonth = due.Months[^1].Month,
            Months = due.Months.Count,
            SettledBefore = row.SettledThrough,
            AmountVnd = amount,
            BackPayVnd = amount - current,
            Channel = row.Channel,
            SealedAccount = row.SealedAccount,
        };
    }

    /// <summary>Name as those see it who pay out: family name and given name whole, the middle as initials.</summary>
    static string Masked(string name)
    {
        var words = name.Split(' ');
        return words.Length <= 2 ? name : string.Join(' ', words.Select((word, at) => at == 0 || at == words.Length - 1 ? word : word[..1] + "."));
    }
}
