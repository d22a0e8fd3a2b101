using System.Globalization;

namespace AnSinh.Reporting.Periods;

/// <summary>Periods as reports name them in Vietnamese. Both calendars use the same names; the days differ.</summary>
public static class PeriodNames
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>The name without a preposition: "Quý II năm 2020", "từ ngày 01/01/2020 đến ngày 29/02/2020".</summary>
    /// <param name="period">The period.</param>
    public static string NameOf(Period period)
    {
        var year = period.Year.ToString(CultureInfo.InvariantCulture);
        return period.Kind switch
        {
            PeriodKind.Month => $"tháng {period.Ordinal.ToString(CultureInfo.InvariantCulture)} năm {year}",
            PeriodKind.Quarter => $"Quý {Roman[period.Ordinal - 1]} năm {year}",
            PeriodKind.Half => $"6 tháng {(period.Ordinal == 1 ? "đầu" : "cuối")} năm {year}",
            PeriodKind.NineMonths => $"9 tháng đầu năm {year}",
            PeriodKind.Year => $"năm {year}",
            PeriodKind.Term => $"giai đoạn {period.YearOfFrom.ToString(CultureInfo.InvariantCulture)}–{year}",
            PeriodKind.Season => $"mùa từ tháng {MonthOf(period.Calendar.MonthOf(period.From))} đến tháng {MonthOf((period.To.Year, period.To.Month))}",
            PeriodKind.YearToDate => $"từ đầu năm {year} đến ngày {DayOf(period.To)}",
            _ => DaysOf(period),
        };
    }

    /// <summary>The days: "từ ngày 01/01/2020 đến ngày 29/02/2020", or "ngày 05/03/2020" for a single one.</summary>
    /// <param name="period">The period.</param>
    public static string DaysOf(Period period) => period.From == period.To
        ? $"ngày {DayOf(period.To)}"
        : $"từ ngày {DayOf(period.From)} đến ngày {DayOf(period.To)}";

    private static string MonthOf((int Year, int Month) month) => FormattableString.Invariant($"{month.Month}/{month.Year}");

    /// <summary>A day as dd/mm/yyyy.</summary>
    /// <param name="day">The day.</param>
    public static string DayOf(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
