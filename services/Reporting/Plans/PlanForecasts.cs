using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using FigureView = AnSinh.Reporting.Formulas.FigureView;

namespace AnSinh.Reporting.Plans;

/// <summary>Where the year or term will end. Every method is exact; what rounds is only the printing.</summary>
static class PlanForecasts
{
    /// <summary>The figures that forecasts are made of: the year (or term) so far, the one before to the same day, the whole one before.</summary>
    public static IReadOnlyList<FigureQuery> Questions(IndicatorDefinition indicator, int years, Period soFar, AreaScope area, FigureView view) =>
    [
        .. new[] { soFar, PlanYears.SoFarBefore(years, soFar), WholeBefore(years, soFar) }
            .Select(period => new FigureQuery { Formula = indicator.Formula, Period = period, Area = area, View = view }),
    ];

    /// <summary>The forecasts of every method that is meant for indicators of this kind.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="plan">What the forecast is held against.</param>
    /// <param name="soFar">From the first day of the plan to the last day that counts.</param>
    /// <param name="figures">The answers to <see cref="Questions"/>.</param>
    public static IEnumerable<PlanForecast> Of(IndicatorDefinition indicator, Plan plan, Period soFar, IReadOnlyList<Rational?> figures)
    {
        if (FigureCourses.CourseOf(indicator) == FigureCourse.Level)
        {
            yield return Message(indicator, plan, ForecastMethod.LastValue, figures[0], "Số tại thời điểm: giữ nguyên giá trị gần nhất đến hết kỳ kế hoạch.", "Chưa có số liệu.");
            yield break;
        }

        yield return StraightLine(indicator, plan, soFar, figures[0]);
        yield return LastYearShape(indicator, plan, soFar, figures);
    }

    static PlanForecast StraightLine(IndicatorDefinition indicator, Plan plan, Period soFar, Rational? value)
    {
        var whole = PlanYears.Whole(plan.Year, soFar.Calendar);
        var days = whole.Days;
        var once = FigureCourses.CountsPeople(indicator) ? " Mỗi người chỉ được đếm một lần trong kỳ nên số thực có thể thấp hơn." : "";
        var rule = string.Create(CultureInfo.InvariantCulture, $"Giá trị đến nay chia cho {soFar.Days} ngày đã qua rồi nhân với {days} ngày của {whole.Name}.{once}");
        return FigureCourses.CourseOf(indicator) switch
        {
            FigureCourse.Grows => Message(indicator, plan, ForecastMethod.StraightLine, value / soFar.Days * days, rule, "Chưa có số liệu."),
            FigureCourse.Share => Message(indicator, plan, ForecastMethod.StraightLine, null, rule, "Tỷ lệ và mức thay đổi không tăng theo số ngày."),
            _ => Message(indicator, plan, ForecastMethod.StraightLine, null, rule, "Chỉ tiêu có phần có sẵn từ đầu năm nên không tăng đều theo số ngày."),
        };
    }

    static PlanForecast LastYearShape(IndicatorDefinition indicator, Plan plan, Period soFar, IReadOnlyList<Rational?> figures)
    {
        var (before, total) = (PlanYears.SoFarBefore(plan.Year, soFar), WholeBefore(plan.Year, soFar));
        var rule = $"Giá trị đến nay nhân với số của {total.Name} rồi chia cho số {before.Name}.";
        if (FigureCourses.CourseOf(indicator) == FigureCourse.Share)
        {
            return Message(indicator, plan, ForecastMethod.LastYearShape, null, rule, "Tỷ lệ và mức thay đổi không cộng dồn trong năm.");
        }

        return figures[1] is null or { IsZero: true }
            ? Message(indicator, plan, ForecastMethod.LastYearShape, null, rule, $"Không có số liệu {before.Name} để so.")
            : Message(indicator, plan, ForecastMethod.LastYearShape, figures[0] * figures[2] / figures[1], rule, "Chưa có số liệu.");
    }

    static Period WholeBefore(int years, Period soFar) => PlanYears.Whole(years, soFar.Calendar).SamePeriodOfPreviousYear();

    static PlanForecast Message(IndicatorDefinition indicator, Plan plan, ForecastMethod method, Rational? value, string rule, string reason)
    {
        var message = new PlanForecast { Method = method, Rule = rule };
        if (value is not { } end)
        {
            message.Reason = reason;
            return message;
        }

        message.Exact = end.ToString();
        message.Printed = FigureMessages.Form(indicator).Print(end);
        message.Plan = FigureMessages.Of(indicator, plan, end);
        return message;
    }
}
