namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>A clock that stands until the test moves it. Timers run by elapsed time; the wall clock may also jump, as real ones do.</summary>
sealed class JumpingTime : TimeProvider
{
    readonly Lock sync = new();
    readonly List<ManualTimer> timers = [];
    DateTimeOffset now = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (sync)
        {
            return now;
        }
    }

    public override long GetTimestamp()
    {
        lock (sync)
        {
            return elapsed.Ticks;
        }
    }

    /// <summary>Waits until that many timers end this far from now: background work has come to rest.</summary>
    public Task RestsAsync(TimeSpan due, int timersAtLeast) => Patience.UntilAsync(() =>
    {
        lock (sync)
        {
            return Task.FromResult(timers.Count(timer => timer.Due == elapsed + due) >= timersAtLeast);
        }
    });

    /// <summary>Sets the wall clock; no timer notices.</summary>
    public void JumpTo(DateTimeOffset instant)
    {
        lock (sync)
        {
            now = instant;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (sync)
        {
            now += by;
            elapsed += by;
            due = [.. timers.Where(timer => timer.Due <= elapsed)];
            due.ForEach(timer => timer.Rearm(elapsed));
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (sync)
        {
            timers.Add(timer);
        }

        return timer;
    }

    sealed class ManualTimer(JumpingTime clock, Action fire) : ITimer
    {
        TimeSpan period;

        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public void Rearm(TimeSpan at) => Due = period > TimeSpan.Zero ? at + period : TimeSpan.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.sync)
            {
                this.period = period;
                Due = dueTime < TimeSpan.Zero ? TimeSpan.MaxValue : clock.elapsed + dueTime;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.sync)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
