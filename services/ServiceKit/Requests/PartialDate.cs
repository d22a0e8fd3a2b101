namespace AnSinh.ServiceKit.Requests;

/// <summary>
/// A day, or a month, or a year of which no more is known: many dates of birth in the registers have no day, or neither day nor month.
/// Stored as the number yyyymmdd with zeros for what is not known.
/// </summary>
/// <param name="Number">yyyymmdd, yyyymm00 or yyyy0000.</param>
public readonly record struct PartialDate(int Number)
{
    /// <summary>Year, 1 to 9999.</summary>
    public int Year => Number / 10_000;

    /// <summary>Month, 1 to 12; 0 when not known.</summary>
    public int Month => Number / 100 % 100;

    /// <summary>Day, 1 to 31; 0 when not known.</summary>
    public int Day => Number % 100;

    /// <summary>The first day that it can mean.</summary>
    public DateOnly Earliest => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Latest
    {
        get
        {
            var month = Month == 0 ? 12 : Month;
            return new DateOnly(Year, month, Day == 0 ? DateTime.DaysInMonth(Year, month) : Day);
        }
    }

    /// <summary>Makes one of its parts, or answers null when they are no date: month 0 wants day 0.</summary>
    public static PartialDate? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999
        && month is >= 0 and <= 12
        && (month == 0 ? day == 0 : day >= 0 && day <= DateTime.DaysInMonth(year, month))
            ? new PartialDate(year * 10_000 + month * 100 + day)
            : null;

    /// <summary>A day that is known whole.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year * 10_000 + day.Month * 100 + day.Day);
}
