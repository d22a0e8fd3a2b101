using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Tests.Ledger;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.Plans;

/// <summary>Where a year will end, and whether it is on time: exact, with the rule in words.</summary>
public sealed class PlanForecastTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Forecast_OfAFlow_IsAStraightLineAndLastYearsShape()
    {
        var before = reporting.NextYear() + 90;
        var year = reporting.NextYear() + 90;
        await PlaceAsync(new DateOnly(before, 2, 1), 1);
        await PlaceAsync(new DateOnly(before, 9, 1), 3);
        await PlaceAsync(new DateOnly(year, 3, 1), 2);
        await SetAsync("EMP-02", year, "8");

        var progress = await ProgressAsync("EMP-02", year, 6, 30);
        var (passed, days) = (new DateOnly(year, 6, 30).DayOfYear, new DateOnly(year, 12, 31).DayOfYear);
        var line = Forecast(progress, ForecastMethod.StraightLine);
        (line.Exact, line.Reason).ShouldBe((new Rational(2 * days, passed).ToString(), ""));
        line.Rule.ShouldContain($"{passed} ngày");
        line.Printed.ShouldEndWith("lượt");
        var shape = Forecast(progress, ForecastMethod.LastYearShape);
        (shape.Exact, shape.Printed, shape.Plan.Met, shape.Plan.Percent).ShouldBe(("8", "08 lượt", true, "100"));

        // At the end of the year there is nothing left to foretell.
        progress = await ProgressAsync("EMP-02", year, 12, 31);
        progress.Forecasts.ShouldAllBe(forecast => forecast.Exact == "2");
        (progress.Pace.Pace, progress.Pace.Due, progress.Pace.TolerancePercent).ShouldBe((Pace.Behind, "8", "0"));
    }

    [Fact]
    public async Task Forecast_WithoutALastYear_SaysWhyThereIsNone()
    {
        reporting.NextYear();
        var year = reporting.NextYear() + 90;
        await PlaceAsync(new DateOnly(year, 3, 1), 2);
        await SetAsync("EMP-01", year, "8");
        var shape = Forecast(await ProgressAsync("EMP-01", year, 6, 30), ForecastMethod.LastYearShape);
        (shape.Exact, shape.Printed, shape.Plan).ShouldBe(("", "", null));
        shape.Reason.ShouldContain($"30/06/{year - 1}");
    }

    [Fact]
    public async Task Forecast_OfPeople_SaysThatEachCountsOnce()
    {
        var year = reporting.NextYear() + 90;
        await SetAsync("EMP-01", year, "8");
        Forecast(await ProgressAsync("EMP-01", year, 6, 30), ForecastMethod.StraightLine).Rule.ShouldContain("một lần");
    }

    [Fact]
    public async Task Forecast_OfAStockHoldsItsLastValue_AndARatioHasNone()
    {
        var year = reporting.NextYear() + 90;
        await SetAsync("MER-01", year, "8");
        await SetAsync("SOC-17", year, "8");
        var stock = await ProgressAsync("MER-01", year, 6, 30);
        stock.Forecasts.Select(forecast => (forecast.Method, forecast.Exact)).ShouldBe([(ForecastMethod.LastValue, "0")]);
        (stock.Pace.Due, stock.Pace.Pace).ShouldBe(("8", Pace.Behind));
        var ratio = await ProgressAsync("SOC-17", year, 6, 30);
        ratio.Forecasts.ShouldAllBe(forecast => forecast.Exact == "" && forecast.Reason != "");
        (ratio.Pace.Pace, ratio.Pace.Words, ratio.Pace.Due).ShouldBe((Pace.Unspecified, "chưa có số liệu", "8"));
    }

    [Theory]
    [InlineData(Comparator.AtLeast, "40", "", Pace.On)]
    [InlineData(Comparator.AtLeast, "44", "", Pace.Behind)]
    [InlineData(Comparator.AtLeast, "36", "", Pace.Ahead)]
    [InlineData(Comparator.AtMost, "44", "", Pace.Ahead)]
    [InlineData(Comparator.AtMost, "36", "", Pace.Behind)]
    [InlineData(Comparator.Equal, "41", "", Pace.On)]
    [InlineData(Comparator.Range, "30", "44", Pace.On)]
    [InlineData(Comparator.Range, "44", "50", Pace.Behind)]
    [InlineData(Comparator.Range, "30", "36", Pace.Ahead)]
    public async Task Pace_IsHeldAgainstTheShareOfTheDays_WithinTheTolerance(Comparator comparator, string target, string to, Pace pace)
    {
        var year = reporting.NextYear() + 90;
        await PlaceAsync(new DateOnly(year, 3, 1), 20);
        await SetAsync("EMP-02", year, target, comparator, to);
        // The middle of the year: 20 are due of 40, and 5% off that is on time.
        var found = (await ProgressAsync("EMP-02", year, 7, 2)).Pace;
        found.Pace.ShouldBe(pace, found.ToString());
        found.Rule.ShouldContain("5%");
        found.Words.ShouldBe(pace switch { Pace.Ahead => "vượt tiến độ", Pace.Behind => "chậm tiến độ", _ => "đúng tiến độ" });
        (found.DueTo.Length > 0).ShouldBe(comparator == Comparator.Range);
    }

    static PlanForecast Forecast(GetPlanProgressResponse progress, ForecastMethod method) => progress.Forecasts.Single(forecast => forecast.Method == method);

    Task PlaceAsync(DateOnly day, int people) => reporting.BookAsync([.. Enumerable.Range(0, people).Select(person => Told.Recorded(Told.Placement(person, day)))]);

    async Task SetAsync(string indicator, int year, string target, Comparator comparator = Comparator.AtLeast, string to = "") => await reporting.Plans.SetPlanAsync(new SetPlanRequest
    {
        Plan = new Plan { Indicator = indicator, AreaCode = "42", Year = year, Target = target, TargetTo = to, Comparator = comparator },
        RequestId = Guid.NewGuid().ToString(),
    });

    async Task<GetPlanProgressResponse> ProgressAsync(string indicator, int year, int month, int day) => await reporting.Plans.GetPlanProgressAsync(
        new() { Indicator = indicator, AreaCode = "42", Year = year, Until = new Date { Year = year, Month = month, Day = day } });
}
