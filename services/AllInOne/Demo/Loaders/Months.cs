using System.Globalization;
using Date = Google.Type.Date;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Days, months and communes of rows.</summary>
static class Months
{
    /// <summary>The month of a day on the wire.</summary>
    public static Date Month(DateOnly day) => new() { Year = day.Year, Month = day.Month };

    /// <summary>The months of a group of records, as their first days.</summary>
    public static IReadOnlyList<DateOnly> Of(RecordGroup group)
    {
        var months = new List<DateOnly>();
        for (var month = new DateOnly(group.FirstDay.Year, group.FirstDay.Month, 1); month <= group.LastDay; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        return months;
    }

    /// <summary>The commune of record i of n, so that the records of a commune come one after another and are told together.</summary>
    public static int CommuneOf(int i, int n, int communes) => (int)((long)i * communes / n);

    /// <summary>The day of a commune between two days.</summary>
    public static DateOnly DayOf(int commune, DateOnly from, DateOnly to) => from.AddDays(commune % (to.DayNumber - from.DayNumber + 1));

    /// <summary>A number as codes hold it.</summary>
    public static string Text(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
