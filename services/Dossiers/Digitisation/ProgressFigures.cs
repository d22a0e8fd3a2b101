namespace AnSinh.Dossiers.Digitisation;

/// <summary>How far the digitisation of a register is.</summary>
/// <param name="Dossiers">Dossiers held.</param>
/// <param name="Done">Those with a verified copy.</param>
/// <param name="UnderWay">Those scanned or indexed.</param>
/// <param name="DoneLately">Verified over the last <see cref="WindowDays"/> days, today included.</param>
public sealed record ProgressFigures(long Dossiers, long Done, long UnderWay, long DoneLately)
{
    /// <summary>Days over which the pace is measured.</summary>
    public const int WindowDays = 30;

    /// <summary>Those without a verified copy.</summary>
    public long Remaining => Dossiers - Done;

    /// <summary>
    /// The day on which the last one will be done at the pace of the window; null when nothing was done in it, nothing remains, or the pace
    /// is too slow for a date.
    /// </summary>
    public DateOnly? Forecast(DateOnly today)
    {
        if (DoneLately == 0 || Remaining <= 0)
        {
            return null;
        }

        // Rounded up: on the day before, something would still remain.
        var days = (Remaining * WindowDays + DoneLately - 1) / DoneLately;
        return days <= DateOnly.MaxValue.DayNumber - today.DayNumber ? today.AddDays((int)days) : null;
    }
}
