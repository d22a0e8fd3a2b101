using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Plans;

/// <summary>Says whether a value is ahead of what was due by a day, and by which rule.</summary>
static class PlanPaces
{
    /// <summary>
    /// What grows is due in proportion to the days; what stands at a level, and what is a share, is due as it is on every day. On the last
    /// day nothing is tolerated any more.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="plan">The version that held on the last day.</param>
    /// <param name="soFar">From the first day of the plan to the last day that counts.</param>
    /// <param name="value">The value; null when there is none.</param>
    public static PlanPace Of(IndicatorDefinition indicator, Plan plan, Period soFar, Rational? value)
    {
        var year = PlanYears.Whole(plan.Year, soFar.Calendar);
        var grows = FigureCourses.CourseOf(indicator) is FigureCourse.Grows or FigureCourse.GrowsUnevenly;
        var share = grows ? new Rational(soFar.Days, year.Days) : Rational.One;
        var row = PaceTolerance.On(soFar.To);
        var tolerance = soFar.To == year.To ? Rational.Zero : row.Percent;
        var (due, most) = (plan.TargetValue * share, (plan.TargetToValue ?? plan.TargetValue) * share);
        var pace = value is { } now ? Held(now, due * (1 - (tolerance / 100)), most * (1 + (tolerance / 100)), plan.IsLessBetter) : Pace.Unspecified;
        return new PlanPace
        {
            Pace = pace,
            Words = pace switch { Pace.Ahead => "vượt tiến độ", Pace.Behind => "chậm tiến độ", Pace.On => "đúng tiến độ", _ => "chưa có số liệu" },
            Due = due.ToString(),
            DuePrinted = (FigureMessages.Form(indicator) with { Qualifier = null }).Print(due),
            DueTo = plan.TargetToValue is null ? "" : most.ToString(),
            TolerancePercent = tolerance.ToString(),
            Rule = Rule(plan, soFar, year, grows, tolerance.IsZero ? null : row),
        };
    }

    static Pace Held(Rational value, Rational least, Rational most, bool isLessBetter) =>
        value < least ? (isLessBetter ? Pace.Ahead : Pace.Behind) : value > most ? (isLessBetter ? Pace.Behind : Pace.Ahead) : Pace.On;

    static string Rule(Plan plan, Period soFar, Period year, bool grows, PaceTolerance? tolerance)
    {
        var due = grows
            ? string.Create(CultureInfo.InvariantCulture, $"Mức phải đạt là kế hoạch × {soFar.Days}/{year.Days} ngày")
            : $"Mức phải đạt là cả mức kế hoạch, vào mọi ngày của {PlanYears.Name(plan.Year)}";
        var better = plan.IsLessBetter ? "thấp hơn là vượt, cao hơn là chậm" : "cao hơn là vượt, thấp hơn là chậm";
        return tolerance is null
            ? $"{due}; {better}; ngày cuối không có dung sai."
            : $"{due}; {better}; chênh không quá {tolerance.Percent}% mức phải đạt là đúng tiến độ ({tolerance.Basis}).";
    }
}
