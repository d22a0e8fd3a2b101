using System.Globalization;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Indicators;

/// <summary>From figures that are made of several down to the events of each part.</summary>
public sealed class ContributionPartsTests : IAsyncLifetime
{
    const string Catalogue = """
        indicators:
          - { code: EMP-01, name_vi: Người, name_en: People, owner: employment, unit: người, kind: flow, formula: people(employment.placement), dimensions: [channel, sex] }
          - { code: EMP-02, name_vi: Tỷ lệ, name_en: Share, owner: employment, unit: "%", kind: ratio, factor: 100, formula: count(employment.placement where channel = "loan") / count(employment.placement), dimensions: [sex] }
          - { code: EMP-03, name_vi: Lượt, name_en: Times, owner: employment, unit: lượt, kind: flow, formula: year_to_date(count(employment.placement)) - previous_period(count(employment.placement)) }
          - { code: EMP-04, name_vi: Chung, name_en: Any, owner: employment, unit: người, kind: flow, formula: people(employment.placement or training.completion) }
          - { code: EMP-05, name_vi: Tăng, name_en: Change, owner: employment, unit: điểm %, kind: change, formula: "[EMP-02] - previous_period([EMP-02])" }
          - { code: EMP-06, name_vi: Điều tra, name_en: Surveyed, owner: employment, unit: "%", kind: entered }
          - { code: EMP-07, name_vi: Chưa có, name_en: None, owner: employment, unit: hộ, kind: stock, no_source: "Chưa có sổ." }
          - { code: EMP-08, name_vi: Học xong, name_en: Placed, owner: employment, unit: người, kind: flow, formula: people(training.completion followed_by employment.placement within 0..183), dimensions: [level] }
        """;

    readonly TemporaryFolder folder = new();
    ReportingHost reporting = null!;

    public async Task InitializeAsync()
    {
        var file = folder.File("catalogue.yaml");
        await File.WriteAllTextAsync(file, Catalogue);
        reporting = await ReportingHost.StartAsync($"Reporting:CatalogueFile={file}");
    }

    public async Task DisposeAsync()
    {
        await reporting.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task List_OfARatio_GivesNumeratorAndDenominator_ForAMemberToo()
    {
        await BookPlacementsAsync();
        var (parts, facts) = await AllAsync(new() { Indicator = "EMP-02", Period = "2020", AreaCode = "42" });
        parts.Select(part => (part.Number, part.Role, part.Sign, part.Formula, string.Join(' ', part.Filters))).ShouldBe(
        [
            (1, PartRole.Numerator, 1, "count(employment.placement) where channel = \"loan\"", "channel = \"loan\""),
            (2, PartRole.Denominator, 1, "count(employment.placement)", ""),
        ]);
        parts.ShouldAllBe(part => part.From.Year == 2020 && part.To.Year == 2020 && part.Measures.Single() == "employment.placement");
        var figure = (await reporting.QueryAsync("EMP-02", "2020")).Figures[0];
        (Sum(facts, 1), Sum(facts, 2)).ShouldBe((figure.Numerator, figure.Denominator));
        facts.Select(fact => fact.Part).ShouldBeInOrder();

        var member = (await reporting.QueryAsync("EMP-02", "2020", "42", "sex")).Figures.Single(one => one.Member == "female");
        var (_, women) = await AllAsync(new() { Indicator = "EMP-02", Period = "2020", AreaCode = "42", Members = { new MemberFilter { Dimension = "sex", Member = "female" } } });
        (Sum(women, 1), Sum(women, 2)).ShouldBe((member.Numerator, member.Denominator));
        var (_, both) = await AllAsync(new()
        {
            Indicator = "EMP-01",
            Period = "2020",
            AreaCode = "42",
            Dimension = "channel",
            Member = "loan",
            Members = { new MemberFilter { Dimension = "sex", Member = "female" } },
        });
        both.Single().Dimensions["sex"].ShouldBe("female");

        var (_, second) = await AllAsync(new() { Indicator = "EMP-02", Period = "2020", AreaCode = "42", Part = 2 });
        second.ShouldBe(facts.Where(fact => fact.Part == 2));
        (await AllAsync(new() { Indicator = "EMP-02", Period = "2020", AreaCode = "447", Below = "436" })).Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OfShiftedWindowsAndDifferences_ShowsEachWithItsSign()
    {
        await BookPlacementsAsync();
        var (parts, facts) = await AllAsync(new() { Indicator = "EMP-03", Period = "2020-Q2", AreaCode = "42" });
        parts.Select(part => (part.Role, part.Sign, part.From.Month, part.To.Month)).ShouldBe([(PartRole.Value, 1, 1, 6), (PartRole.Value, -1, 1, 3)]);
        (Number(Sum(facts, 1)) - Number(Sum(facts, 2))).ShouldBe(Number(await reporting.FigureAsync("EMP-03", "2020-Q2")));

        var change = (await AllAsync(new() { Indicator = "EMP-05", Period = "2020-Q2", AreaCode = "42" })).Parts;
        change.Select(part => (part.Role, part.Sign, part.From.Month)).ShouldBe(
            [(PartRole.Numerator, 1, 4), (PartRole.Denominator, 1, 4), (PartRole.Numerator, -1, 1), (PartRole.Denominator, 1, 1)]);
    }

    [Fact]
    public async Task List_OfPeopleOverAUnionOrAcrossTwo_ShowsTheEventsOfThosePeople()
    {
        await BookPlacementsAsync();
        await reporting.BookFromAsync("training", Completed(1, new(2020, 1, 10)), Completed(8, new(2020, 1, 10)));
        var (parts, any) = await AllAsync(new() { Indicator = "EMP-04", Period = "2020", AreaCode = "42" });
        parts.Single().Measures.ShouldBe(["employment.placement", "training.completion"]);
        any.Count(fact => fact.Measure == "training.completion").ShouldBe(2);

        // 8 has no placement; 1 is in both, with every placement by which that may be seen.
        var (two, linked) = await AllAsync(new() { Indicator = "EMP-08", Period = "2020-Q1", AreaCode = "447" });
        two.Select(part => (part.Linked, part.Measures.Single(), part.To.Month)).ShouldBe([(false, "training.completion", 3), (true, "employment.placement", 9)]);
        linked.Select(fact => (fact.Part, fact.Measure)).Distinct().ShouldBe([(1, "training.completion"), (2, "employment.placement")]);
        linked.Count(fact => fact.Part == 1).ShouldBe(1);
        linked.Count(fact => fact.Part == 2).ShouldBe(2);
        (await reporting.FigureAsync("EMP-08", "2020-Q1", "447")).ShouldBe("1");

        // Who may see one district only does not see the placement in another.
        var district = new IndicatorService.IndicatorServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "planning-officer")));
        var own = await district.ListContributionsAsync(new() { Indicator = "EMP-08", Period = "2020-Q1", AreaCode = "447" });
        own.Contributions.Select(fact => (fact.Part, fact.AreaCode)).ShouldBe([(1, Told.CommuneOf447), (2, Told.CommuneOf447)]);
    }

    [Fact]
    public async Task List_OfAFigureThatWasKeyedIn_IsTheEventThatSignedIt()
    {
        var signed = Told.Event(new SurveyedFigureSigned { Indicator = "EMP-06", Value = "65.45", Source = "Cục Thống kê" }, new(2020, 12, 31), "42");
        var later = Told.Event(new SurveyedFigureSigned { Indicator = "EMP-06", Value = "67", Source = "Cục Thống kê" }, new(2021, 12, 31), "42");
        await reporting.BookFromAsync("training", signed, later);
        var (parts, facts) = await AllAsync(new() { Indicator = "EMP-06", Period = "2021-H1", AreaCode = "42" });
        (parts.Single().From, facts.Single().EventId, facts.Single().Value, facts.Single().Measure).ShouldBe((null, signed.EventId.ToString(), "65.45", "EMP-06"));
        (await AllAsync(new() { Indicator = "EMP-07", Period = "2021", AreaCode = "42" })).Parts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task List_OfAPartThatIsNotThere_IsRefused(int part) => await Refused.With(
        reporting.Indicators.ListContributionsAsync(new() { Indicator = "EMP-02", Period = "2020", AreaCode = "42", Part = part }), StatusCode.InvalidArgument, "part.unknown");

    Task BookPlacementsAsync()
    {
        var wrong = Told.Recorded(Told.Placement(5, new(2020, 2, 1), channel: "loan"));
        return reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new(2020, 2, 1), channel: "loan", sex: "female")), Told.Recorded(Told.Placement(1, new(2020, 5, 1), Told.CommuneOf436, sex: "female")),
            Told.Recorded(Told.Placement(2, new(2020, 5, 2), channel: "loan")), Told.Recorded(Told.Placement(3, new(2020, 11, 1))), wrong, Told.Voided(wrong));
    }

    static EventEnvelope Completed(int person, DateOnly day) => Told.Event(new TraineeCompleted { PersonKey = Told.Key(person), Level = "elementary" }, day, Told.CommuneOf447);

    static string Sum(IEnumerable<Contribution> facts, int part) => facts.Where(fact => fact.Part == part).Sum(fact => fact.Sign).ToString(CultureInfo.InvariantCulture);

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>All facts, read by small pages; the parts stand on each.</summary>
    async Task<(IReadOnlyList<ContributionPart> Parts, IReadOnlyList<Contribution> Facts)> AllAsync(ListContributionsRequest request)
    {
        request.PageSize = 2;
        var facts = new List<Contribution>();
        while (true)
        {
            var page = await reporting.Indicators.ListContributionsAsync(request);
            facts.AddRange(page.Contributions);
            request.PageToken = page.NextPageToken;
            if (request.PageToken.Length == 0)
            {
                return (page.Parts, facts);
            }
        }
    }
}
