using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace AnSinh.Dossiers.Deadlines;

/// <summary>
/// Working days of public offices: Monday to Friday without the public holidays (Labour Code, Article 112), which stand as rows in
/// holidays.csv because Tết and the days given in exchange are decided year by year.
/// </summary>
public static class WorkingDays
{
    static readonly FrozenSet<DateOnly> holidays = Read();

    /// <summary>Whether offices work on a day.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The day on which a number of working days has passed; the day of departure does not count.</summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    static FrozenSet<DateOnly> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("AnSinh.Dossiers.Deadlines.holidays.csv")
            ?? throw new InvalidOperationException("holidays.csv is not in the build.");
        using var reader = new StreamReader(stream);
        var days = new HashSet<DateOnly>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            var last = DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            for (var day = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            {
                days.Add(day);
            }
        }

        return days.ToFrozenSet();
    }
}
