using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Rates;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Prepares a run: every month due in the area up to the run's own becomes part of one line a person and category.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="reader">Reads what is due.</param>
/// <param name="booker">Books it.</param>
/// <param name="rates">The levels.</param>
/// <param name="schemes">The schemes.</param>
/// <param name="entitlements">Tells of rights that ran out.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who prepares.</param>
/// <param name="time">Clock.</param>
public sealed class PreparePaymentRun<TDb>(
    TDb db, DueReader<TDb> reader, RunBooker<TDb> booker, RateCatalogue<TDb> rates, SchemeBook schemes, EntitlementBook<TDb> entitlements,
    AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    const int MostProblems = 20;

    /// <summary>Prepares.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>area.unknown</c>, <c>month.*</c>, <c>run.month_in_future</c>; FAILED_PRECONDITION <c>run.nothing_due</c>,
    /// <c>rate.unconfirmed</c>, <c>rate.missing</c>, <c>rate.not_integral</c>.</exception>
    public async Task<Wire.PaymentRun> RunAsync(string scheme, Wire.PreparePaymentRunRequest request, CancellationToken cancellationToken)
    {
        var month = PayMonth.Require(request.Month, "month");
        var latest = PayMonth.Plus(PayMonth.Of(VietnamDay.Today(time)), 1);
        if (month > latest)
        {
            throw Refusal.Invalid("month", "run.month_in_future", $"Chỉ lập được đợt chi trả đến tháng {PayMonth.Text(latest)}.");
        }

        if (areas.Find(request.AreaCode, PayMonth.FirstDay(month)) is null)
        {
            throw Refusal.Invalid("area_code", "area.unknown", $"Tháng {PayMonth.Text(month)} không có địa bàn nào mang mã này.");
        }

        var run = new PaymentRun
        {
            Id = TimeOrderedId.Next(time),
            Scheme = scheme,
            AreaCode = request.AreaCode,
            Month = month,
            PreparedBy = caller.Current.Subject,
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        var table = await rates.TableAsync(scheme, cancellationToken);
        await ExpireAsync(scheme, month, cancellationToken);
        var excluded = await ExcludedAsync(run, table, cancellationToken);
        var problems = new Dictionary<string, Violation>();
        await foreach (var rows in reader.ReadAsync(scheme, run.AreaCode, month, table, cancellationToken))
        {
            await LeaveOutAsync(run, rows, excluded, cancellationToken);
            var due = await DueAsync(run, rows, table, problems, cancellationToken);
            if (problems.Count == 0)
            {
                await booker.BookAsync(run, due, cancellationToken);
            }
        }

        if (problems.Count > 0)
        {
            throw Blocked([.. problems.Values]);
        }

        if (run.Lines == 0)
        {
            throw Refusal.Precondition("run.nothing_due", $"Địa bàn này không còn khoản nào phải chi trả đến tháng {PayMonth.Text(month)}.");
        }

        db.Add(run);
        return RunMessages.ForCommand(db, run);
    }

    async Task<List<DueLine>> DueAsync(
        PaymentRun run, List<DueRow> rows, RateTable table, Dictionary<string, Violation> problems, CancellationToken cancellationToken)
    {
        var settled = await reader.SettledAsync(rows, table, cancellationToken);
        var due = new List<DueLine>(rows.Count);
        foreach (var row in rows)
        {
            var line = DueMonths.Of(row, run.Month, table, settled.GetValueOrDefault(row.Id));
            run.OverpaidVnd += line.OverpaidVnd;
            if (line.Problem is { } problem)
            {
                problems.TryAdd(problem.Message, problem);
            }
            else if (line.Months.Count > 0)
            {
                due.Add(line);
            }
        }

        return due;
    }

    static Refusal Blocked(List<Violation> problems) => new(
        RefusalKind.FailedPrecondition, problems[0].Code,
        string.Join(" ", problems.Take(MostProblems).Select(problem => problem.Message))
            + (problems.Count > MostProblems ? $" (và {problems.Count - MostProblems} nhóm khác)" : ""));

    /// <summary>The entitlements, in any area, that a higher one excludes.</summary>
    async Task<HashSet<Guid>> ExcludedAsync(PaymentRun run, RateTable table, CancellationToken cancellationToken)
    {
        var groups = schemes[run.Scheme].ExclusivityGroups;
        return groups.Count == 0 ? [] : (await reader.SeveralAsync(run.Scheme, run.Month, cancellationToken))
            .SelectMany(rowsOfOne => Exclusions.Of(groups, [.. rowsOfOne], run.Month, table)).ToHashSet();
    }

    /// <summary>Takes the excluded out of the rows. Their months are settled with nothing, so that they never come back as back-pay.</summary>
    async Task LeaveOutAsync(PaymentRun run, List<DueRow> rows, HashSet<Guid> excluded, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).Where(excluded.Contains).ToList();
        if (ids.Count > 0)
        {
            var month = run.Month;
            await db.Set<Entitlement>().Where(one => EF.Parameter(ids).Contains(one.Id) && one.SettledThrough < month)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SettledThrough, month), cancellationToken);
            rows.RemoveAll(row => excluded.Contains(row.Id));
            run.LeftOut += ids.Count;
        }
    }

    /// <summary>Tells of the rights whose last month lies before the run's.</summary>
    async Task ExpireAsync(string scheme, int month, CancellationToken cancellationToken)
    {
        var over = await db.Set<Entitlement>().Where(one => one.Scheme == scheme && one.State == EntitlementState.Active && one.EndMonth < month)
            .Join(db.Set<Person>(), one => one.PersonId, person => person.Id, (one, person) => new { one, person }).ToListAsync(cancellationToken);
        foreach (var row in over)
        {
            (row.one.State, row.one.UpdatedAt) = (EntitlementState.Stopped, time.GetUtcNow());
            entitlements.TellEnded(row.one, row.person, PayMonth.Plus(row.one.EndMonth!.Value, 1), "expired");
        }
    }
}
