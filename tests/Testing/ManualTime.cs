namespace AnSinh.Testing;

/// <summary>A clock that stands still until it is told to go on; its timers fire inside <see cref="Advance"/>, in order.</summary>
/// <param name="start">First instant.</param>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    readonly Lock sync = new();
    readonly List<ManualTimer> timers = [];
    DateTimeOffset now = start.ToUniversalTime();

    /// <summary>Starts on 15 June 2026, 9 o'clock in Viet Nam.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (sync)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Goes on by a span and fires what falls due on the way.</summary>
    public void Advance(TimeSpan by) => SetUtcNow(GetUtcNow() + by);

    /// <summary>Goes on to an instant and fires what falls due on the way. Going back is refused.</summary>
    public void SetUtcNow(DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, GetUtcNow());
        while (NextDue(to) is { } due)
        {
            due.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    ManualTimer? NextDue(DateTimeOffset to)
    {
        lock (sync)
        {
            var due = timers.Where(timer => timer.Due <= to).MinBy(timer => timer.Due);
            if (due is null)
            {
                now = to.ToUniversalTime();
                return null;
            }

            now = due.Due > now ? due.Due : now;
            if (due.Period > TimeSpan.Zero)
            {
                due.Due += due.Period;
            }
            else
            {
                timers.Remove(due);
            }

            return due;
        }
    }

    sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.sync)
            {
                time.timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time.sync)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
