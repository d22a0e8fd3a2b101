using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Tests.Ledger;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Figures;

/// <summary>Every form of period side by side, plans beside them, and what is kept of the answers.</summary>
public sealed class PeriodsOfFiguresTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    FigureService.FigureServiceClient Figures => new(reporting.Host.Channel(reporting.Host.Token(["*"], "report-reader")));

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Query_OfEveryFormOfPeriod_InBothCalendars_CountsTheDaysOfEach()
    {
        await BookAsync(new(2019, 12, 20), new(2020, 1, 10), new(2020, 3, 15), new(2020, 9, 20), new(2021, 2, 10), new(2023, 5, 1));
        var expected = new Dictionary<string, string>
        {
            ["2020"] = "3",
            ["2020-H1"] = "2",
            ["2020-H2"] = "1",
            ["2020-Q1"] = "2",
            ["2020-03"] = "1",
            ["2020-9M"] = "3",
            ["2020-YTD-01-31"] = "1",
            ["2020-01-01..2020-03-14"] = "1",
            ["2016-2020"] = "4",
            ["2021-2025"] = "2",
            ["2020-S09-05"] = "2",
            ["2020-S03-09"] = "2",
            ["stat:2020"] = "4",
            ["stat:2020-Q1"] = "2",
            ["stat:2020-03"] = "0",
            ["stat:2020-YTD-03-15"] = "3",
            ["stat:2021-2025"] = "2",
            ["stat:2020-S04-09"] = "1",
        };
        var answer = await Figures.QueryFiguresAsync(new() { Question = new() { Indicators = { "EMP-02" }, Periods = { expected.Keys }, AreaCode = "42", Compare = true } });
        answer.Rows.ToDictionary(row => row.Period, row => row.Figure.Exact).ShouldBe(expected);
        var earlier = answer.Rows.ToDictionary(row => row.Period, row => (row.Comparison.Period, row.Comparison.Exact));
        (earlier["2021-2025"], earlier["2020-S09-05"], earlier["2020"]).ShouldBe((("2016-2020", "4"), ("2019-S09-05", "3"), ("2019", "1")));
    }

    [Fact]
    public async Task Query_OfAPeriodWithinAYearOrTerm_ShowsTheVersionOfThePlanThatHeldOnItsLastDay_AsKnownThen()
    {
        await BookAsync(new(2021, 2, 1), new(2021, 8, 1), new(2023, 8, 1));
        await SetAsync(2021, "100");
        await SetAsync(20212025, "500");
        var then = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow());
        reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await SetAsync(2021, "200", "1", new() { Year = 2021, Month = 7, Day = 1 });
        await SetAsync(20212025, "1000", "1", new() { Year = 2023, Month = 1, Day = 1 });

        string[] periods = ["2021-H1", "2021", "2021-2025", "2021-01-01..2022-12-31", "2021-01-01..2023-12-31", "2021-Q2", "2022", "2021-01-01..2026-12-31"];
        string[] now = ["100: 1", "200: 1", "1000: 3/10", "500: 2/5", "1000: 3/10", "", "", ""];
        string[] known = ["100: 1", "100: 2", "500: 3/5", "500: 2/5", "500: 3/5", "", "", ""];
        (await InBulkAsync(null)).ShouldBe(now);
        (await OneByOneAsync(null)).ShouldBe(now);
        (await InBulkAsync(then)).ShouldBe(known);
        (await OneByOneAsync(then)).ShouldBe(known);
        then.Seconds--;
        (await InBulkAsync(then)).ShouldAllBe(plan => plan.Length == 0);
        (await OneByOneAsync(then)).ShouldAllBe(plan => plan.Length == 0);

        async Task<IEnumerable<string>> InBulkAsync(Timestamp? asOf)
        {
            var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { periods }, AreaCode = "42", View = new() { AsOf = asOf } };
            return (await Figures.QueryFiguresAsync(new() { Question = question })).Rows.Select(row => Text(row.Figure.Plan));
        }

        async Task<IEnumerable<string>> OneByOneAsync(Timestamp? asOf)
        {
            var found = new List<string>();
            foreach (var period in periods)
            {
                var answer = await reporting.Indicators.QueryIndicatorsAsync(new() { Indicators = { "EMP-02" }, Period = period, AreaCode = "42", View = new() { AsOf = asOf } });
                found.Add(Text(answer.Figures.Single().Plan));
            }

            return found;
        }

        static string Text(PlanProgress? plan) => plan is null ? "" : $"{plan.Target}: {plan.Percent}";
    }

    [Fact]
    public async Task Stream_AndExport_KeepNoAnswers_QueriesDo()
    {
        await BookAsync(new DateOnly(2020, 3, 1));
        var kept = reporting.Host.Services.GetRequiredService<KeptAnswers>();
        var question = new FigureQuestion { Indicators = { "EMP-01", "EMP-02" }, Periods = { "2020" }, AreaCode = "42", AreaRows = AreaRows.Communes };
        await Figures.QueryFiguresAsync(new() { Question = new() { Indicators = { "EMP-02" }, Periods = { "2020" }, AreaCode = "42" } });
        kept.Count.ShouldBe(1);

        using var stream = Figures.StreamFigures(new() { Question = question });
        (await stream.ResponseStream.ReadAllAsync().Select(piece => piece.Rows.Count).SumAsync()).ShouldBeGreaterThan(100);
        using var export = Figures.ExportFigures(new() { Question = question, Format = FigureFormat.Csv });
        (await export.ResponseStream.ReadAllAsync().Select(piece => piece.Data.Length).SumAsync()).ShouldBeGreaterThan(1_000);
        kept.Count.ShouldBe(1);
        await Figures.QueryFiguresAsync(new() { Question = question });
        kept.Count.ShouldBeGreaterThan(100);
    }

    Task BookAsync(params IReadOnlyList<DateOnly> days) => reporting.BookAsync([.. days.Select((day, index) => Told.Recorded(Told.Placement(index + 1, day)))]);

    async Task SetAsync(int years, string target, string etag = "", Google.Type.Date? from = null) => await reporting.Plans.SetPlanAsync(new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Plan = new() { Indicator = "EMP-02", AreaCode = "42", Year = years, Target = target, Comparator = Comparator.AtLeast, Etag = etag, EffectiveOn = from },
    });
}
