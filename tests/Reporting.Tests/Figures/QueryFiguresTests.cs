using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Figures;

public sealed class QueryFiguresTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    FigureService.FigureServiceClient Figures => new(reporting.Host.Channel(reporting.Host.Token(["*"], "planning-officer")));

    [Fact]
    public async Task Query_OfManyAtOnce_AnswersEachCellWithTotalsAndTheYearBefore()
    {
        var year = await TwoYearsAsync();
        var answer = await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = Question(year), PageSize = 5_000 });

        // 2 periods × (12 districts and all together) × 2 indicators.
        (answer.Cells, answer.Rows.Count, answer.NextPageToken).ShouldBe((52, 52, ""));
        answer.Freshness.Select(source => source.Source).ShouldContain("employment");
        var people = answer.Rows.Where(row => row.Figure.Indicator == "EMP-01" && row.Period == Text(year)).ToDictionary(row => row.Total ? "*" : row.AreaCode);
        (people["447"].Figure.Exact, people["436"].Figure.Exact, people["*"].Figure.Exact).ShouldBe(("2", "1", "2"));
        people["*"].AreaName.ShouldBe("Tỉnh Hà Tĩnh");
        people["*"].Figure.Printed.ShouldBe("02 người");
        var earlier = people["*"].Comparison;
        (earlier.Period, earlier.Exact, earlier.Difference, earlier.DifferencePrinted, earlier.Change, earlier.ChangePrinted)
            .ShouldBe((Text(year - 1), "1", "1", "1 người", "100", "100%"));
        (people["436"].Comparison.Exact, people["436"].Comparison.Difference, people["436"].Comparison.Change).ShouldBe(("0", "1", ""));
        var placements = answer.Rows.Where(row => row.Figure.Indicator == "EMP-02" && row.Period == $"{Text(year)}-H2");
        placements.Select(row => row.Figure.Exact).Distinct().ShouldBe(["0"]);
    }

    [Fact]
    public async Task Query_ByPages_GivesTheRowsOfOnePage()
    {
        var question = Question(await TwoYearsAsync());
        question.Dimensions.Add(["sex", "channel"]);
        var whole = await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question, PageSize = 5_000 });
        var rows = new List<FigureRow>();
        var request = new QueryFiguresRequest { Question = question, PageSize = 7 };
        do
        {
            var page = await Figures.QueryFiguresAsync(request);
            page.Rows.Count.ShouldBeInRange(1, 7);
            rows.AddRange(page.Rows);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        rows.ShouldBe(whole.Rows);
        rows.Count.ShouldBeGreaterThan(52);
    }

    [Fact]
    public async Task Query_BrokenDownByTwoDimensions_ShowsMembersThatFellToNothing()
    {
        var year = await TwoYearsAsync();
        var question = Question(year);
        question.Indicators.Remove("EMP-01");
        question.AreaRows = AreaRows.Self;
        question.Dimensions.Add(["sex", "channel"]);
        var rows = (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows.Where(row => row.Period == Text(year)).ToList();

        rows[0].Members.ShouldBeEmpty();
        rows.Skip(1).ToDictionary(row => string.Join('/', row.Members), row => (row.Figure.Exact, row.Comparison.Exact)).ShouldBe(
            new Dictionary<string, (string, string)> { ["/domestic"] = ("2", "0"), ["female/domestic"] = ("0", "1"), ["female/loan"] = ("1", "0") }, ignoreOrder: true);
    }

    [Fact]
    public async Task Query_OfListedUnits_AddsUpOnlyWhatMayBeAdded()
    {
        var question = Question(await TwoYearsAsync());
        question.AreaRows = AreaRows.Listed;
        question.Areas.Add(["447", "436"]);
        var totals = (await TotalsAsync(question)).ToDictionary(row => row.Figure.Indicator);
        (totals["EMP-02"].Figure.Exact, totals["EMP-02"].NoTotal).ShouldBe(("3", ""));
        (totals["EMP-01"].Figure.Exact, totals["EMP-01"].NoTotal).ShouldBe(("", "total.not_additive"));

        question.Areas.Add(Told.CommuneOf447);
        (await TotalsAsync(question)).Select(row => (row.Figure.Exact, row.NoTotal)).Distinct().ShouldBe([("", "total.overlapping")]);
    }

    [Theory]
    [InlineData(AreaRows.Self, 1)]
    [InlineData(AreaRows.DirectlyBelow, 13)]
    [InlineData(AreaRows.Districts, 13)]
    public async Task Query_OfUnitsOfALevel_HasARowForEach(AreaRows rows, int expected)
    {
        var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { "2020" }, AreaCode = "42", AreaRows = rows };
        var found = (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows.Select(row => row.AreaCode).ToList();
        found.ShouldBe(found.Distinct().Order(StringComparer.Ordinal));
        found.Count.ShouldBe(rows == AreaRows.Self ? expected : found.Count(code => code.Length == 3));
        found.Count.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Query_OfCommunesAndTheSubtree_AddsUpToTheProvince()
    {
        var year = await TwoYearsAsync();
        var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { Text(year) }, AreaCode = "42", AreaRows = AreaRows.Communes, Totals = true };
        var communes = (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows;
        communes.Where(row => !row.Total).ShouldAllBe(row => row.AreaCode.Length == 5);
        communes.Where(row => !row.Total).Sum(row => int.Parse(row.Figure.Exact, CultureInfo.InvariantCulture)).ShouldBe(3);
        communes.Single(row => row.Total).Figure.Exact.ShouldBe("3");

        question.AreaRows = AreaRows.Subtree;
        question.Totals = false;
        (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows.Count.ShouldBe(communes.Count - 1 + 12 + 1);
    }

    [Fact]
    public async Task Query_OfTheWholeCountry_HasTheProvincesAndTheirSum()
    {
        var year = await TwoYearsAsync();
        var question = new FigureQuestion { Indicators = { "EMP-01", "EMP-02" }, Periods = { Text(year) }, AreaRows = AreaRows.DirectlyBelow, Totals = true };
        var rows = (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows;
        rows.ShouldContain(row => row.AreaCode == "42" && row.Figure.Exact == "3");
        rows.Where(row => row.Total).Select(row => (row.AreaCode, row.Figure.Exact)).ShouldBe([("", ""), ("", "3")]);
    }

    [Fact]
    public async Task Query_OfACommuneThatMovedInTheYear_SplitsItsDaysByParentOnlyWhereTheListDoes()
    {
        // 18073 lay below the city 436 until 2025-06-30 and lies directly below the province since.
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(2025, 6, 30), "18073")),
            Told.Recorded(Told.Placement(2, new DateOnly(2025, 7, 1), "18073")));
        var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { "2025" }, AreaCode = "42", AreaRows = AreaRows.DirectlyBelow };
        (await RowsOfAsync(question, "18073")).ShouldBe([("42", "1")]);
        question.AreaRows = AreaRows.Communes;
        (await RowsOfAsync(question, "18073")).ShouldBe([("", "2")]);
        question.AreaCode = "436";
        (await RowsOfAsync(question, "18073")).ShouldBe([("436", "1")]);
    }

    [Fact]
    public async Task Query_WithAPlan_ShowsItsProgress_AndAsOfBeforeItNone()
    {
        var year = await TwoYearsAsync(2011);
        await reporting.Plans.SetPlanAsync(new SetPlanRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Plan = new Plan { Indicator = "EMP-02", AreaCode = "42", Year = year, Target = "6", Comparator = Comparator.AtLeast },
        });
        var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { Text(year), $"{Text(year)}-H2" }, AreaCode = "42" };
        var rows = (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows;
        rows[0].Figure.Plan.Printed.ShouldBe("50%");
        rows[1].Figure.Plan.ShouldBeNull();
        question.View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow()) };
        (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows[0].Figure.Plan.Printed.ShouldBe("50%");
        question.View.AsOf = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow().AddSeconds(-1));
        (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows[0].Figure.Plan.ShouldBeNull();
    }

    [Fact]
    public async Task Stream_GivesTheRowsOfTheQuery_AllFromOneMoment()
    {
        var question = Question(await TwoYearsAsync());
        question.AreaRows = AreaRows.Communes;
        var whole = await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question, PageSize = 5_000 });
        using var call = Figures.StreamFigures(new StreamFiguresRequest { Question = question });
        var pieces = await call.ResponseStream.ReadAllAsync().ToListAsync();
        pieces[0].AsOf.ToDateTimeOffset().ShouldBe(reporting.Host.Time.GetUtcNow());
        pieces[0].Cells.ShouldBe(whole.Cells);
        pieces.Count.ShouldBeGreaterThan(2);
        pieces.SelectMany(piece => piece.Rows).ShouldBe(whole.Rows);
    }

    /// <summary>A year with 3 placements of 2 people, and one before it with one placement.</summary>
    async Task<int> TwoYearsAsync(int? known = null)
    {
        var before = known - 1 ?? reporting.NextYear();
        var year = known ?? reporting.NextYear();
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(before, 3, 1), sex: "female")),
            Told.Recorded(Told.Placement(1, new DateOnly(year, 3, 1))),
            Told.Recorded(Told.Placement(2, new DateOnly(year, 3, 2), Told.OtherCommuneOf447, "loan", "female")),
            Told.Recorded(Told.Placement(1, new DateOnly(year, 4, 1), Told.CommuneOf436)));
        return year;
    }

    static FigureQuestion Question(int year) => new()
    {
        Indicators = { "EMP-01", "EMP-02" },
        Periods = { Text(year), $"{Text(year)}-H2" },
        AreaCode = "42",
        AreaRows = AreaRows.Districts,
        Totals = true,
        Compare = true,
    };

    async Task<List<FigureRow>> TotalsAsync(FigureQuestion question) =>
        [.. (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows.Where(row => row.Total && row.Period.Length == 4)];

    async Task<List<(string Below, string Exact)>> RowsOfAsync(FigureQuestion question, string area) =>
        [.. (await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question })).Rows.Where(row => row.AreaCode == area).Select(row => (row.Below, row.Figure.Exact))];

    static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
