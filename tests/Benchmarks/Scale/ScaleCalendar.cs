namespace AnSinh.Benchmarks.Scale;

/// <summary>
/// When an event was saved: in the order of its log, as with a real one. The five years pass twice, first for the smaller ledger and then
/// for what it grows by, so that both sizes cover the same years.
/// </summary>
/// <param name="small">Events of all sources in the smaller ledger.</param>
/// <param name="large">Events of all sources in the larger one.</param>
sealed class ScaleCalendar(long small, long large)
{
    /// <summary>First day.</summary>
    public static readonly DateOnly First = new(2021, 1, 1);

    /// <summary>Days: five years.</summary>
    public const int Days = 1826;

    /// <summary>When an event of a source was saved.</summary>
    public DateTimeOffset RecordedAt(string source, long sequence)
    {
        var (begin, end) = (ScaleEvents.SharedTo(source, small), ScaleEvents.SharedTo(source, large));
        var passed = sequence <= begin ? (double)(sequence - 1) / begin : Math.Min(1, (sequence - begin - 1) / (double)Math.Max(1, end - begin));
        // To whole milliseconds, as clocks tell.
        return new DateTimeOffset(First, new TimeOnly(7, 0), TimeSpan.Zero).AddMilliseconds(Math.Floor(passed * (Days - 1) * 86_400_000));
    }
}
