namespace AnSinh.ChildProtection.Cases;

/// <summary>Until when the law wants a step, from a day on.</summary>
/// <param name="Action">The step.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while in force.</param>
/// <param name="Hours">Hours from what starts it; 0 when counted in working days.</param>
/// <param name="WorkingDays">Working days from what starts it; 0 when counted in hours.</param>
/// <param name="LegalBasis">Decree and article.</param>
sealed record CaseDeadlineRow(CaseAction Action, DateOnly From, DateOnly? To, int Hours, int WorkingDays, string LegalBasis);

/// <summary>Deadlines of case management.</summary>
static class CaseDeadlines
{
    const int ServicesOwnDate = 0;
    static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);
    static readonly DateOnly Decree56 = new(2017, 7, 1);

    /// <summary>The rows.</summary>
    public static IReadOnlyList<CaseDeadlineRow> Rows { get; } =
    [
        new(CaseAction.Assess, Decree56, null, 12, 0, "NĐ 56/2017/NĐ-CP, Điều 26"),
        new(CaseAction.DraftPlan, Decree56, null, 0, 5, "NĐ 56/2017/NĐ-CP, Điều 28"),
        new(CaseAction.ApprovePlan, Decree56, null, 0, 2, "NĐ 56/2017/NĐ-CP, Điều 28"),
        new(CaseAction.FinishService, Decree56, null, ServicesOwnDate, 0, "Kế hoạch hỗ trợ, can thiệp (Mẫu 04)"),
    ];

    /// <summary>The row of a step on a day; null where no rule says anything.</summary>
    public static CaseDeadlineRow? On(CaseAction action, DateOnly day) =>
        Rows.FirstOrDefault(row => row.Action == action && row.From <= day && (row.To is null || day <= row.To));

    /// <summary>Until when a step is due; null where no rule says anything.</summary>
    /// <param name="action">The step.</param>
    /// <param name="start">What starts it.</param>
    public static DateTimeOffset? After(CaseAction action, DateTimeOffset start)
    {
        var day = DateOnly.FromDateTime(start.ToOffset(VietnamOffset).DateTime);
        return On(action, day) switch
        {
            { Hours: > 0 } row => start.AddHours(row.Hours),
            { WorkingDays: > 0 } row => EndOf(AddWorkingDays(day, row.WorkingDays)),
            _ => null,
        };
    }

    /// <summary>The end of a day in Viet Nam, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, VietnamOffset).ToUniversalTime();

    /// <summary>A number of days after a day, Monday to Friday. Public holidays count as working days: a step is never called due too late.</summary>
    public static DateOnly AddWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
