namespace AnSinh.ServiceKit.Quotas;

/// <summary>How an asked budget answered.</summary>
enum BudgetAnswer
{
    /// <summary>The call may run; give its place back when it ends.</summary>
    Granted,

    /// <summary>Too many calls in too short a time.</summary>
    TooFast,

    /// <summary>Too many calls run at the same time.</summary>
    TooMany,

    /// <summary>The budget has been put away for want of use; ask a new one.</summary>
    Retired,
}

/// <summary>
/// What one client has left: a token bucket kept as the instant at which it would be full again (the generic cell rate algorithm), and
/// the calls that run. Time comes in ticks of a clock that only goes forward.
/// </summary>
sealed class CallBudget
{
    readonly Lock sync = new();
    readonly long interval;
    readonly long tolerance;
    readonly int places;
    long fullAt;
    int running;
    bool retired;

    public CallBudget(Quota quota, long ticksPerSecond)
    {
        interval = Math.Max(1, (long)(ticksPerSecond / quota.RequestsPerSecond));
        tolerance = (long)Math.Min(long.MaxValue / 4.0, (double)interval * (quota.Burst - 1));
        places = quota.ConcurrentCalls;
        fullAt = long.MinValue;
    }

    /// <summary>Asks for one call. A refused call costs nothing.</summary>
    /// <param name="now">Present, in ticks.</param>
    /// <returns>The answer and, when too fast, how many ticks from now a call will be granted.</returns>
    public (BudgetAnswer Answer, long Wait) Take(long now)
    {
        lock (sync)
        {
            if (retired)
            {
                return (BudgetAnswer.Retired, 0);
            }

            if (running >= places)
            {
                return (BudgetAnswer.TooMany, 0);
            }

            var from = Math.Max(fullAt, now);
            if (from - now > tolerance)
            {
                return (BudgetAnswer.TooFast, from - now - tolerance);
            }

            fullAt = from + interval;
            running++;
            return (BudgetAnswer.Granted, 0);
        }
    }

    /// <summary>Gives the place of a call that has ended back.</summary>
    public void GiveBack()
    {
        lock (sync)
        {
            running--;
        }
    }

    /// <summary>Puts the budget away when a new one would be just the same: nothing runs and the bucket is full.</summary>
    /// <param name="now">Present, in ticks.</param>
    /// <returns>Whether it is put away; it then grants nothing more.</returns>
    public bool TryRetire(long now)
    {
        lock (sync)
        {
            return retired = retired || (running == 0 && fullAt <= now);
        }
    }
}
