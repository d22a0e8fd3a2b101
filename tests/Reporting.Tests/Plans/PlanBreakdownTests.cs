using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Plans;

/// <summary>A province's plan handed down to its districts.</summary>
public sealed class PlanBreakdownTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    readonly int year = reporting.NextYear() + 90;

    [Fact]
    public async Task Set_ThatMustAddUpAndDoesNot_IsRefusedByHowMuch_AndChangesNothing()
    {
        await PlanAsync("EMP-01", "100");
        var refusal = await Refused.With(SetCall(true, "", ("436", "60"), ("447", "39.5")), StatusCode.InvalidArgument, "plan.breakdown_mismatch");
        refusal.Message.ShouldContain("thiếu 0,5");
        (await Refused.With(SetCall(true, "", ("436", "60"), ("447", "41")), StatusCode.InvalidArgument, "plan.breakdown_mismatch")).Message.ShouldContain("thừa 01 người");
        await Refused.With(GetCall(), StatusCode.NotFound, "plan.breakdown_not_found");
        await Refused.With(reporting.Plans.GetPlanAsync(new() { Indicator = "EMP-01", AreaCode = "436", Year = year }), StatusCode.NotFound, "plan.not_found");
    }

    [Fact]
    public async Task Set_ThatNeedNotAddUp_SaysByHowMuchItDoesNot()
    {
        await PlanAsync("EMP-01", "100");
        var breakdown = await SetCall(false, "", ("447", "70"), ("436", "50"));
        (breakdown.Sum, breakdown.Remainder, breakdown.RemainderPrinted, breakdown.AddsUp).ShouldBe(("120", "-20", "-20 người", false));
        breakdown.Units.Select(unit => (unit.Plan.AreaCode, unit.Name, unit.Plan.PartOf)).ShouldBe([("436", "Thành phố Hà Tĩnh", "42"), ("447", "Huyện Kỳ Anh", "42")]);
        breakdown.WithoutShare.ShouldContain("449");
        breakdown.WithoutShare.ShouldNotContain("447");
    }

    [Fact]
    public async Task Get_ShowsProgressPaceAndRankOfEachUnit()
    {
        await PlanAsync("EMP-01", "10");
        await SetCall(true, "", ("436", "4"), ("447", "4"), ("449", "2"), ("437", "0"));
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(year, 2, 1))), Told.Recorded(Told.Placement(2, new DateOnly(year, 2, 1))),
            Told.Recorded(Told.Placement(3, new DateOnly(year, 2, 1), Told.CommuneOf436)));
        var breakdown = await GetCall();
        (breakdown.AddsUp, breakdown.Remainder, breakdown.MustAddUp, breakdown.Figure.Exact, breakdown.Figure.Plan.Percent).ShouldBe((true, "0", true, "3", "30"));
        breakdown.Units.Select(unit => (unit.Plan.AreaCode, unit.Rank, unit.Figure.Exact, unit.Figure.Plan.Percent, unit.Pace.Pace)).ShouldBe(
        [
            ("447", 1, "2", "50", Pace.Behind), ("436", 2, "1", "25", Pace.Behind), ("449", 3, "0", "0", Pace.Behind), ("437", 0, "0", "", Pace.On),
        ]);
        var district = await reporting.Plans.GetPlanProgressAsync(new() { Indicator = "EMP-01", AreaCode = "447", Year = year });
        (district.Plan.PartOf, district.Figure.Exact).ShouldBe(("42", "2"));
    }

    [Fact]
    public async Task Set_Again_ChangesNothing_AndAdjustedIsANewVersionFromItsDayOn()
    {
        await PlanAsync("EMP-01", "10");
        var first = await SetCall(true, "", ("436", "6"), ("447", "4"));
        (await SetCall(true, "", ("436", "6.0"), ("447", "4"))).ShouldBe(first);
        await Refused.With(SetCall(true, "", ("436", "5"), ("447", "5")), StatusCode.InvalidArgument, "etag.missing");
        await Refused.With(SetCall(true, "7", ("436", "5"), ("447", "5")), StatusCode.Aborted, "etag.mismatch");

        var request = Request(true, first.Etag, ("436", "5"), ("447", "5"));
        request.EffectiveOn = new Google.Type.Date { Year = year, Month = 7, Day = 1 };
        var second = await reporting.Plans.SetPlanBreakdownAsync(request);
        second.Etag.ShouldNotBe(first.Etag);
        var june = await reporting.Plans.GetPlanBreakdownAsync(new() { Indicator = "EMP-01", AreaCode = "42", Year = year, Until = new Google.Type.Date { Year = year, Month = 6, Day = 30 } });
        june.Units.ToDictionary(unit => unit.Plan.AreaCode, unit => unit.Plan.Target).ShouldBe(new Dictionary<string, string> { ["436"] = "6", ["447"] = "4" }, ignoreOrder: true);
        (await GetCall()).Units.ShouldAllBe(unit => unit.Plan.Target == "5" && unit.Plan.Version == 2);
    }

    [Fact]
    public async Task Share_OfABreakdownThatMustAddUp_CannotChangeAlone()
    {
        var parent = await PlanAsync("EMP-01", "10");
        await SetCall(true, "", ("436", "6"), ("447", "4"));
        await Refused.With(PlanCall("EMP-01", "5", "447", etag: "1"), StatusCode.FailedPrecondition, "plan.part_of_breakdown");
        (await reporting.Plans.GetPlanAsync(new() { Indicator = "EMP-01", AreaCode = "447", Year = year })).Target.ShouldBe("4");

        // The plan itself may be adjusted; what is handed down follows, and until then the breakdown says what is missing.
        await PlanCall("EMP-01", "12", "42", etag: parent.Etag);
        var breakdown = await GetCall();
        (breakdown.AddsUp, breakdown.Remainder).ShouldBe((false, "2"));
    }

    [Fact]
    public async Task Set_OfARange_AddsUpAtBothEnds()
    {
        await PlanCall("EMP-01", "10", "42", Comparator.Range, "20");
        var request = Request(true, "", ("436", "6"), ("447", "4"));
        (request.Shares[0].TargetTo, request.Shares[1].TargetTo) = ("11", "8");
        await Refused.With(reporting.Plans.SetPlanBreakdownAsync(request), StatusCode.InvalidArgument, "plan.breakdown_mismatch");
        request.Shares[1].TargetTo = "9";
        request.RequestId = Guid.NewGuid().ToString();
        var breakdown = await reporting.Plans.SetPlanBreakdownAsync(request);
        (breakdown.AddsUp, breakdown.Remainder, breakdown.RemainderTo).ShouldBe((true, "0", "0"));
        breakdown.Units.ShouldAllBe(unit => unit.Plan.Comparator == Comparator.Range);
    }

    [Fact]
    public async Task Set_OfWrongShares_NamesEveryFault()
    {
        await PlanAsync("EMP-01", "10");
        await SetCall(false, "", ("436", "6"), ("447", "4"));
        var refusal = await Refused.With(SetCall(false, "1", ("447", "-1"), ("447", "1"), ("18757", "1"), ("46", "x")), StatusCode.InvalidArgument, "plan.target_negative");
        refusal.Violations.Select(violation => (violation.Field, violation.Code)).ShouldBe(
        [
            ("shares[0].target", "plan.target_negative"), ("shares[1].area_code", "plan.unit_twice"), ("shares[2].area_code", "plan.unit_not_below"),
            ("shares[3].area_code", "plan.unit_not_below"), ("shares[3].target", "plan.target_malformed"), ("shares", "plan.unit_left_out"),
        ]);
        await Refused.With(SetCall(false, "1"), StatusCode.InvalidArgument, "plan.shares_count");
        (await GetCall()).Sum.ShouldBe("10");
    }

    [Theory]
    [InlineData("SOC-17", "plan.not_additive")]
    [InlineData("VOC-06", "plan.not_additive")]
    [InlineData("SOC-18", "plan.not_additive")]
    [InlineData("XXX-99", "indicator.unknown")]
    public async Task Set_OfWhatCannotBeHandedOut_IsRefused(string indicator, string code)
    {
        var request = Request(false, "", ("447", "1"));
        request.Indicator = indicator;
        await Refused.With(reporting.Plans.SetPlanBreakdownAsync(request), StatusCode.InvalidArgument, code);
    }

    [Fact]
    public async Task Set_WithoutAPlan_IsRefused() => await Refused.With(SetCall(false, "", ("447", "1")), StatusCode.NotFound, "plan.not_found");

    [Fact]
    public async Task Set_ByACallerOfADistrict_IsRefusedForTheProvince()
    {
        await PlanAsync("EMP-01", "10");
        var district = new PlanService.PlanServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "planning-officer")));
        await Refused.With(district.SetPlanBreakdownAsync(Request(false, "", ("447", "10"))), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    async Task<Plan> PlanAsync(string indicator, string target) => await PlanCall(indicator, target, "42");

    AsyncUnaryCall<Plan> PlanCall(string indicator, string target, string area, Comparator comparator = Comparator.AtLeast, string to = "", string etag = "") => reporting.Plans.SetPlanAsync(
        new SetPlanRequest
        {
            Plan = new Plan { Indicator = indicator, AreaCode = area, Year = year, Target = target, TargetTo = to, Comparator = comparator, Etag = etag },
            RequestId = Guid.NewGuid().ToString(),
        });

    SetPlanBreakdownRequest Request(bool mustAddUp, string etag, params (string Area, string Target)[] shares) => new()
    {
        Indicator = "EMP-01",
        AreaCode = "42",
        Year = year,
        MustAddUp = mustAddUp,
        Etag = etag,
        LegalBasis = "Quyết định giao chỉ tiêu",
        Shares = { shares.Select(share => new PlanShare { AreaCode = share.Area, Target = share.Target }) },
        RequestId = Guid.NewGuid().ToString(),
    };

    AsyncUnaryCall<PlanBreakdown> SetCall(bool mustAddUp, string etag, params (string Area, string Target)[] shares) =>
        reporting.Plans.SetPlanBreakdownAsync(Request(mustAddUp, etag, shares));

    AsyncUnaryCall<PlanBreakdown> GetCall() => reporting.Plans.GetPlanBreakdownAsync(new() { Indicator = "EMP-01", AreaCode = "42", Year = year });
}
