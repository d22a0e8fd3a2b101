using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.Plans;

/// <summary>A plan over a five-year term, beside those of its years.</summary>
public sealed class TermPlanTests : IAsyncLifetime
{
    const int Term = 20212025;
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Progress_OfATerm_CountsFromItsFirstDay_AndForecastsItsEnd()
    {
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new(2016, 3, 1))), Told.Recorded(Told.Placement(2, new(2020, 3, 1))),
            Told.Recorded(Told.Placement(3, new(2021, 3, 1))), Told.Recorded(Told.Placement(4, new(2022, 12, 31))), Told.Recorded(Told.Placement(5, new(2024, 1, 1))));
        await reporting.Plans.SetPlanAsync(Set(Term, "10"));
        await reporting.Plans.SetPlanAsync(Set(2021, "4"));

        // 730 of 1,826 days; in the term before, one of two by the same day.
        var answer = await reporting.Plans.GetPlanProgressAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = Term, Until = new() { Year = 2022, Month = 12, Day = 31 } });
        (answer.Plan.Target, answer.Figure.Exact, answer.Figure.Plan.Percent).ShouldBe(("10", "2", "20"));
        (answer.Pace.Due, answer.Pace.Pace).ShouldBe(("3650/913", Pace.Behind));
        answer.Forecasts.Select(forecast => (forecast.Method, forecast.Exact)).ShouldBe(
            [(ForecastMethod.StraightLine, "1826/365"), (ForecastMethod.LastYearShape, "4")]);
        answer.Forecasts[1].Rule.ShouldContain("giai đoạn 2016–2020");

        var whole = await reporting.Plans.GetPlanProgressAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = Term });
        (whole.Figure.Exact, whole.Until).ShouldBe(("3", new Date { Year = 2025, Month = 12, Day = 31 }));
        (await reporting.Plans.GetPlanAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = 2021 })).Target.ShouldBe("4");
        (await reporting.Plans.ListPlansAsync(new() { AreaCode = "42", Year = Term })).Plans.Single().Target.ShouldBe("10");
        var versions = await reporting.Plans.ListPlanVersionsAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = Term });
        (versions.Versions.Single().HeldFrom, versions.Versions.Single().HeldTo).ShouldBe((new Date { Year = 2021, Month = 1, Day = 1 }, new Date { Year = 2025, Month = 12, Day = 31 }));
        await Refused.With(
            reporting.Plans.GetPlanProgressAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = Term, Until = new() { Year = 2026, Month = 1, Day = 1 } }),
            StatusCode.InvalidArgument,
            "period.invalid");
    }

    [Fact]
    public async Task Breakdown_OfATerm_AddsUpOverTheUnitsOfItsFirstDay()
    {
        await reporting.Plans.SetPlanAsync(Set(Term, "10"));
        var request = new SetPlanBreakdownRequest
        {
            Indicator = "EMP-02",
            AreaCode = "42",
            Year = Term,
            MustAddUp = true,
            RequestId = Guid.NewGuid().ToString(),
            Shares = { new PlanShare { AreaCode = "447", Target = "6" }, new PlanShare { AreaCode = "436", Target = "4" } },
        };
        (await reporting.Plans.SetPlanBreakdownAsync(request)).AddsUp.ShouldBeTrue();
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new(2021, 3, 1))), Told.Recorded(Told.Placement(2, new(2023, 3, 1))));
        var answer = await reporting.Plans.GetPlanBreakdownAsync(new() { Indicator = "EMP-02", AreaCode = "42", Year = Term, Until = new() { Year = 2023, Month = 12, Day = 31 } });
        answer.Units.Select(unit => (unit.Plan.AreaCode, unit.Figure.Exact, unit.Rank)).ShouldBe([("447", "2", 1), ("436", "0", 2)]);
    }

    [Theory]
    [InlineData(20202024)]
    [InlineData(20212026)]
    [InlineData(19861990)]
    [InlineData(21012105)]
    [InlineData(20252021)]
    public async Task Set_ForYearsThatAreNoTerm_IsRefusedAndChangesNothing(int years)
    {
        await Refused.With(reporting.Plans.SetPlanAsync(Set(years, "10")), StatusCode.InvalidArgument, "plan.year_invalid");
        (await reporting.Plans.ListPlansAsync(new() { Year = years })).Plans.ShouldBeEmpty();
    }

    static SetPlanRequest Set(int years, string target) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Plan = new() { Indicator = "EMP-02", AreaCode = "42", Year = years, Target = target, Comparator = Comparator.AtLeast },
    };
}
