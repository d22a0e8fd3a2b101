using System.Collections.Concurrent;

namespace AnSinh.ServiceKit.Quotas;

/// <summary>
/// The budgets of the clients that have called of late. Only callers whose token holds get one, and it goes when it is unused, so
/// nobody can fill the memory with names.
/// </summary>
/// <param name="time">Clock.</param>
public sealed class CallBudgets(TimeProvider time)
{
    static readonly TimeSpan sweep = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, CallBudget> budgets = new(StringComparer.Ordinal);
    long swept = time.GetTimestamp();

    /// <summary>How many clients have a budget now.</summary>
    public int Count => budgets.Count;

    /// <summary>Asks for one call of a client.</summary>
    /// <param name="client">Name of the client.</param>
    /// <param name="quota">Its quota.</param>
    /// <returns>The budget to give the place back to when granted; the answer; how long until a call would be granted when too fast.</returns>
    internal (CallBudget Budget, BudgetAnswer Answer, TimeSpan Wait) Take(string client, Quota quota)
    {
        var now = time.GetTimestamp();
        Sweep(now);
        while (true)
        {
            var budget = budgets.GetOrAdd(client, _ => new CallBudget(quota, time.TimestampFrequency));
            var (answer, wait) = budget.Take(now);
            if (answer != BudgetAnswer.Retired)
            {
                return (budget, answer, time.GetElapsedTime(0, wait));
            }

            budgets.TryRemove(new(client, budget));
        }
    }

    // By whoever calls when it is due: no timer, and nothing to do while nobody calls.
    void Sweep(long now)
    {
        var last = Volatile.Read(ref swept);
        if (time.GetElapsedTime(last, now) < sweep || Interlocked.CompareExchange(ref swept, now, last) != last)
        {
            return;
        }

        foreach (var one in budgets)
        {
            if (one.Value.TryRetire(now))
            {
                budgets.TryRemove(one);
            }
        }
    }
}
