namespace AnSinh.Reporting.Ledger;

/// <summary>What is kept in memory of large areas, month by month (section <c>Reporting:KeptMonths</c>).</summary>
public sealed class KeptMonthsOptions
{
    /// <summary>Areas of at most so many communes are read from the database each time: that is as fast as looking their months up.</summary>
    public int FewWindows { get; set; } = 16;

    /// <summary>
    /// How often the people of a figure, area and stretch of months are counted row by row before its curve over all periods is made: the
    /// first question waits for the months to be read, and need not wait for the curve too.
    /// </summary>
    public int CurveAfter { get; set; } = 1;

    /// <summary>Most rows kept, of 12 to 48 bytes each; beyond it all is let go, and what is asked then begins it anew.</summary>
    public long MostRows { get; set; } = 24_000_000;
}
