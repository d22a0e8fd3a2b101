using System.Globalization;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Quality;

/// <summary>What each rule finds, with the rules that come with the service.</summary>
public sealed class QualityChecksTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    readonly int year = reporting.NextYear();

    [Fact]
    public async Task SilentArea_IsTheCommuneWithoutRecords_WhenMostOthersHaveSome()
    {
        var communes = CommunesOf42();
        await BookAsync(communes.Where(code => code != Told.CommuneOf447).Select(code => Placed(1, new DateOnly(year, 3, 5), code)));
        await RunAsync("03");
        var silent = await FoundAsync("DQ-01", "03");
        silent.Select(finding => (finding.Indicator, finding.AreaCode, finding.Owner)).ShouldBe([("EMP-02", Told.CommuneOf447, "employment")]);
        silent[0].Values.Select(value => value.Exact).ShouldBe([Text(communes.Count - 1), Text(communes.Count)]);
        silent[0].Message.ShouldContain($"tháng 3 năm {year}");

        // A run over the district alone sees the same, and one over another district takes nothing away.
        (await RunAsync("03", "447")).ShouldSatisfyAllConditions(run => run.Opened.ShouldBe(0), run => run.StillFound.ShouldBe(1), run => run.Gone.ShouldBe(0));
        (await RunAsync("03", "436")).Gone.ShouldBe(0);
        await BookAsync([Placed(1, new DateOnly(year, 3, 6), Told.CommuneOf447)]);
        (await RunAsync("03")).Gone.ShouldBe(1);
        (await FoundAsync("DQ-01", "03"))[0].State.ShouldBe(QualityState.Gone);
    }

    [Fact]
    public async Task SilentArea_IsNone_WhenFewTellAnything()
    {
        await BookAsync([Placed(1, new DateOnly(year, 3, 5), Told.CommuneOf447)]);
        await RunAsync("03");
        (await FoundAsync("DQ-01", "03")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Late_IsTheCommuneWhoseRecordsComeTooLate_AndCorrectionsAreNoRecords()
    {
        var day = new DateOnly(year, 3, 5);
        var corrected = Placed(20, day, Told.CommuneOf436, daysLate: 3);
        await BookAsync(
            [
                .. Enumerable.Range(0, 9).Select(person => Placed(person, day, Told.CommuneOf447)), Placed(9, day, Told.CommuneOf447, daysLate: 31), Placed(10, day, Told.CommuneOf447, daysLate: 31),
                Placed(1, day, Told.OtherCommuneOf447, daysLate: 30), corrected, Told.Corrected(corrected, Told.Placement(20, day, Told.CommuneOf436)),
            ]);
        await RunAsync("03");
        var late = (await FoundAsync("DQ-03", "03")).ShouldHaveSingleItem();
        (late.Indicator, late.AreaCode).ShouldBe(("EMP-02", Told.CommuneOf447));
        late.Values.Select(value => value.Exact).ShouldBe(["2", "11", "200/11"]);
        late.Values[2].Printed.ShouldBe("18,18%");
    }

    [Fact]
    public async Task Outlier_IsAValueFarOffItsOwnHistory()
    {
        for (var month = 1; month <= 7; month++)
        {
            var records = month == 7 ? 30 : 2 + (month % 2);
            await BookAsync(Enumerable.Range(0, records).Select(person => Placed(person, new DateOnly(year, month, 5), Told.CommuneOf447)));
        }

        await RunAsync("07");
        var found = await FoundAsync("DQ-04", "07");
        found.Select(finding => (finding.Indicator, finding.AreaCode)).ShouldBe([("EMP-02", "42"), ("EMP-02", "447")], ignoreOrder: true);
        found[0].Values.Select(value => value.Exact).ShouldBe(["30", "5/2", "1/2", "20"]);
        await RunAsync("06");
        (await FoundAsync("DQ-04", "06")).ShouldBeEmpty("five periods are too short a history");
    }

    [Fact]
    public async Task Subset_IsAPartGreaterThanItsWhole()
    {
        await reporting.BookFromAsync("training", Signed("VOC-06", "20"), Signed("VOC-07", "30"));
        await RunAsync("12");
        var found = (await FoundAsync("DQ-05", "12")).ShouldHaveSingleItem();
        (found.Indicator, found.AreaCode, found.Owner).ShouldBe(("VOC-07", "42", "training"));
        found.Values.Select(value => (value.Label, value.Exact, value.Printed)).ShouldBe([("VOC-07", "30", "30%"), ("VOC-06", "20", "20%")]);
    }

    [Fact]
    public async Task NotEntered_IsASurveyFigureThatIsMissingInAClosedYear()
    {
        await reporting.BookFromAsync("training", Signed("VOC-06", "20"));
        await RunAsync("");
        (await FoundAsync("DQ-02", "")).Select(finding => finding.Indicator).ShouldBe(["EMP-13", "EMP-18", "VOC-07"], ignoreOrder: true);
        await RunAsync("", "447");
        (await FoundAsync("DQ-02", "")).Count.ShouldBe(3, "a district enters none");
    }

    [Fact]
    public async Task RepeatedPerson_IsAPersonWithARecordTwiceOnADay()
    {
        var day = new DateOnly(year, 3, 5);
        var voided = Placed(3, day, Told.CommuneOf447);
        await BookAsync(
            [
                Placed(1, day, Told.CommuneOf447), Placed(1, day, Told.CommuneOf447), Placed(2, day, Told.CommuneOf447), Placed(2, day.AddDays(1), Told.CommuneOf447),
                Placed(3, day, Told.CommuneOf447), voided, Told.Voided(voided),
            ]);
        await RunAsync("03");
        var found = (await FoundAsync("DQ-06", "03")).ShouldHaveSingleItem();
        (found.Indicator, found.AreaCode).ShouldBe(("EMP-02", Told.CommuneOf447));
        found.Values.Select(value => value.Exact).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Run_OverAPeriodThatIsNotOver_LeavesOutWhatNeedsAClosedOne()
    {
        var run = await Client.RunQualityChecksAsync(Request("2026-06"));
        run.NotYet.ShouldBe(["DQ-01", "DQ-02", "DQ-04"]);
        run.Rules.ShouldBe(["DQ-03", "DQ-05", "DQ-06", "DQ-07"]);
    }

    [Theory]
    [InlineData("2020-H9", "42", StatusCode.InvalidArgument, "period.invalid")]
    [InlineData("2020-01-01..2021-06-30", "42", StatusCode.InvalidArgument, "quality.period_too_long")]
    [InlineData("2020", "00000", StatusCode.NotFound, "area.unknown")]
    [InlineData("2026", "447", StatusCode.NotFound, "area.not_valid_on_date")]
    public async Task Run_OverWhatIsNotThere_IsRefused(string period, string area, StatusCode status, string code) =>
        await Refused.With(Client.RunQualityChecksAsync(Request(period, area)), status, code);

    QualityService.QualityServiceClient Client => new(reporting.Host.Channel(reporting.Host.Token("planning-officer")));

    static RunQualityChecksRequest Request(string period, string area = "42") => new() { Period = period, AreaCode = area, RequestId = Guid.NewGuid().ToString() };

    static EventEnvelope Placed(int person, DateOnly day, string area, int daysLate = 0) => Told.Recorded(Told.Placement(person, day, area)) with
    {
        RecordedAt = new DateTimeOffset(day.AddDays(daysLate), new TimeOnly(3, 0), TimeSpan.Zero),
    };

    EventEnvelope Signed(string indicator, string value) =>
        Told.Event(new SurveyedFigureSigned { Indicator = indicator, Value = value, Source = "Cục Thống kê" }, new DateOnly(year, 12, 31), "42");

    Task BookAsync(IEnumerable<EventEnvelope> events) => reporting.BookAsync([.. events]);

    async Task<RunQualityChecksResponse> RunAsync(string month, string area = "42") => await Client.RunQualityChecksAsync(Request(Period(month), area));

    async Task<List<QualityFinding>> FoundAsync(string rule, string month) =>
        [.. (await Client.ListQualityFindingsAsync(new() { Rule = rule, Period = Period(month), AreaCode = "42" })).Findings];

    string Period(string month) => Text(year) + (month.Length > 0 ? "-" + month : "");

    List<string> CommunesOf42() =>
    [
        .. reporting.Host.Services.GetRequiredService<AreaDirectory>().Children("42", new DateOnly(year, 3, 1))
            .SelectMany(district => reporting.Host.Services.GetRequiredService<AreaDirectory>().Children(district.Code, new DateOnly(year, 3, 1))).Select(commune => commune.Code),
    ];

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
