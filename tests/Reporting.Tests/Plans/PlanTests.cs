using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Plans;

public sealed class PlanTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Set_Anew_Adjusted_AndAgain_KeepsEveryVersion()
    {
        var plan = NewPlan("24000");
        var first = await SetAsync(plan);
        (first.Version, first.Etag, first.SetBy).ShouldBe((1, "1", "tester"));
        (await SetAsync(new(plan) { Target = "24000.0" })).ShouldBe(first);

        var second = await SetAsync(new(plan) { Target = "25000", Etag = first.Etag });
        (second.Version, second.Etag, second.Target).ShouldBe((2, "2", "25000"));
        (await reporting.Plans.GetPlanAsync(Get(plan))).ShouldBe(second);
        var old = await reporting.Plans.GetPlanAsync(Get(plan, version: 1));
        (old.Target, old.Version, old.Etag).ShouldBe(("24000", 1, "2"));
    }

    [Fact]
    public async Task Set_OnAnotherVersionThanSeen_IsRefusedWithTheCurrentOne()
    {
        var plan = NewPlan("100");
        await SetAsync(plan);
        await SetAsync(new(plan) { Target = "200", Etag = "1" });
        var refusal = await Refused.With(SetCall(new(plan) { Target = "300", Etag = "1" }), StatusCode.Aborted, "etag.mismatch");
        refusal.Metadata["etag"].ShouldBe("2");
        await Refused.With(SetCall(new(plan) { Target = "300" }), StatusCode.InvalidArgument, "etag.missing");
        (await reporting.Plans.GetPlanAsync(Get(plan))).Target.ShouldBe("200");
    }

    [Theory]
    [InlineData("-1", 2021, "42", Comparator.AtLeast, "plan.target_negative")]
    [InlineData("nhiều", 2021, "42", Comparator.AtLeast, "plan.target_malformed")]
    [InlineData("1", 1989, "42", Comparator.AtLeast, "plan.year_invalid")]
    [InlineData("1", 2021, "99", Comparator.AtLeast, "area.unknown")]
    [InlineData("1", 2026, "447", Comparator.AtLeast, "area.not_valid_on_date")]
    [InlineData("1", 2021, "42", Comparator.Unspecified, "plan.comparator_missing")]
    public async Task Set_OfAWrongPlan_IsRefusedAndChangesNothing(string target, int year, string area, Comparator comparator, string code)
    {
        var plan = new Plan { Indicator = "EMP-02", AreaCode = area, Year = year, Target = target, Comparator = comparator };
        await Refused.With(SetCall(plan), StatusCode.InvalidArgument, code);
        await Refused.With(reporting.Plans.GetPlanAsync(Get(plan)), StatusCode.NotFound, "plan.not_found");
    }

    [Fact]
    public async Task Set_ForAnUnknownIndicator_NamesEveryFault()
    {
        var refusal = await Refused.With(
            SetCall(new Plan { Indicator = "XXX-01", AreaCode = "42", Year = 2020, Target = "-5" }), StatusCode.InvalidArgument, "indicator.unknown");
        refusal.Violations.Select(violation => violation.Code).ShouldBe(["indicator.unknown", "plan.target_negative", "plan.comparator_missing"]);
    }

    [Theory]
    [InlineData(Comparator.AtLeast, "1", "", Direction.Unspecified, true, true, "vượt kế hoạch", "200")]
    [InlineData(Comparator.AtLeast, "2", "", Direction.Unspecified, true, false, "đạt kế hoạch", "100")]
    [InlineData(Comparator.Above, "2", "", Direction.Unspecified, false, false, "chưa đạt kế hoạch", "100")]
    [InlineData(Comparator.Below, "2", "", Direction.Unspecified, false, false, "chưa đạt kế hoạch", "")]
    [InlineData(Comparator.Below, "2.3", "", Direction.Lower, true, true, "vượt kế hoạch", "")]
    [InlineData(Comparator.AtMost, "2", "", Direction.Unspecified, true, false, "đạt kế hoạch", "")]
    [InlineData(Comparator.Equal, "2", "", Direction.Lower, true, false, "đạt kế hoạch", "")]
    [InlineData(Comparator.Range, "1", "2", Direction.Unspecified, true, false, "đạt kế hoạch", "200")]
    [InlineData(Comparator.Range, "3", "4", Direction.Unspecified, false, false, "chưa đạt kế hoạch", "200/3")]
    public async Task Progress_SaysInWordsWhetherThePlanIsMetOrBeaten(
        Comparator comparator, string target, string to, Direction direction, bool met, bool beaten, string words, string percent)
    {
        var plan = new Plan(NewPlan(target, comparator)) { TargetTo = to, Direction = direction };
        await SetAsync(plan);
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(plan.Year, 2, 1))), Told.Recorded(Told.Placement(2, new DateOnly(plan.Year, 3, 1))));
        var period = plan.Year.ToString(CultureInfo.InvariantCulture);
        var progress = (await reporting.QueryAsync(plan.Indicator, period)).Figures[0].Plan;
        (progress.Met, progress.Beaten, progress.Words, progress.Percent, progress.TargetTo).ShouldBe((met, beaten, words, percent, to));
    }

    [Theory]
    [InlineData(Comparator.Range, "", "plan.range_malformed")]
    [InlineData(Comparator.Range, "0.5", "plan.range_malformed")]
    [InlineData(Comparator.Range, "nhiều", "plan.range_malformed")]
    [InlineData(Comparator.AtLeast, "5", "plan.range_malformed")]
    public async Task Set_OfAWrongRange_IsRefused(Comparator comparator, string to, string code) =>
        await Refused.With(SetCall(new Plan(NewPlan("1", comparator)) { TargetTo = to }), StatusCode.InvalidArgument, code);

    [Theory]
    [InlineData(Comparator.AtLeast, "3", "200/3", "66,67%", false)]
    [InlineData(Comparator.AtLeast, "2", "100", "100%", true)]
    [InlineData(Comparator.AtMost, "1", "", "chưa đạt kế hoạch", false)]
    [InlineData(Comparator.AtMost, "2", "", "đạt kế hoạch", true)]
    [InlineData(Comparator.Equal, "2", "100", "100%", true)]
    [InlineData(Comparator.AtLeast, "0", "", "đạt kế hoạch", true)]
    public async Task Progress_HoldsTheFigureAgainstTheTarget(Comparator comparator, string target, string percent, string printed, bool met)
    {
        var plan = NewPlan(target, comparator);
        await SetAsync(plan);
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(plan.Year, 2, 1))),
            Told.Recorded(Told.Placement(2, new DateOnly(plan.Year, 3, 1))),
            Told.Recorded(Told.Placement(3, new DateOnly(plan.Year, 9, 1))));

        var half = await reporting.QueryAsync(plan.Indicator, plan.Year.ToString(CultureInfo.InvariantCulture) + "-H1");
        var progress = half.Figures.Single().Plan;
        (progress.Percent, progress.Printed, progress.Met, progress.Version).ShouldBe((percent, printed, met, 1));
        var until = new Google.Type.Date { Year = plan.Year, Month = 6, Day = 30 };
        var asked = await reporting.Plans.GetPlanProgressAsync(new() { Indicator = plan.Indicator, AreaCode = "42", Year = plan.Year, Until = until });
        (asked.Figure.Exact, asked.Figure.Plan).ShouldBe(("2", progress));
        (await reporting.QueryAsync(plan.Indicator, plan.Year.ToString(CultureInfo.InvariantCulture) + "-Q2")).Figures.Single().Plan.ShouldBeNull();
    }

    [Fact]
    public async Task List_GivesACallerTheirOwnAreas()
    {
        var year = reporting.NextYear() + 90;
        foreach (var area in new[] { "42", "447", "436", Told.CommuneOf447 })
        {
            await SetAsync(new Plan { Indicator = "EMP-01", AreaCode = area, Year = year, Target = "1", Comparator = Comparator.AtLeast });
        }

        var district = new PlanService.PlanServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "report-reader")));
        (await district.ListPlansAsync(new() { Year = year })).Plans.Select(plan => plan.AreaCode).ShouldBe([Told.CommuneOf447, "447"]);
        var first = await reporting.Plans.ListPlansAsync(new() { Year = year, PageSize = 3 });
        var rest = await reporting.Plans.ListPlansAsync(new() { Year = year, PageSize = 3, PageToken = first.NextPageToken });
        first.Plans.Concat(rest.Plans).Select(plan => plan.AreaCode).ShouldBe([Told.CommuneOf447, "42", "436", "447"]);
        await Refused.With(district.GetPlanAsync(new() { Indicator = "EMP-01", AreaCode = "42", Year = year }), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    // Plans begin in 1990; the host's years for records in 1900.
    Plan NewPlan(string target, Comparator comparator = Comparator.AtLeast) =>
        new() { Indicator = "EMP-01", AreaCode = "42", Year = reporting.NextYear() + 90, Target = target, Comparator = comparator, LegalBasis = "Nghị quyết của Hội đồng nhân dân tỉnh" };

    static GetPlanRequest Get(Plan plan, int version = 0) => new() { Indicator = plan.Indicator, AreaCode = plan.AreaCode, Year = plan.Year, Version = version };

    async Task<Plan> SetAsync(Plan plan) => await SetCall(plan);

    AsyncUnaryCall<Plan> SetCall(Plan plan) => reporting.Plans.SetPlanAsync(new SetPlanRequest { Plan = plan, RequestId = Guid.NewGuid().ToString() });
}
