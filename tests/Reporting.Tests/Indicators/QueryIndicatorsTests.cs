using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Indicators;

public sealed class QueryIndicatorsTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Theory]
    [InlineData("XXX-99", "2020", "42", "", StatusCode.InvalidArgument, "indicator.unknown")]
    [InlineData("EMP-01", "2020-H3", "42", "", StatusCode.InvalidArgument, "period.invalid")]
    [InlineData("EMP-01", "2020-06-30..2020-01-01", "42", "", StatusCode.InvalidArgument, "period.invalid")]
    [InlineData("EMP-01", "2020", "00000", "", StatusCode.NotFound, "area.unknown")]
    [InlineData("EMP-01", "2026", "447", "", StatusCode.NotFound, "area.not_valid_on_date")]
    [InlineData("EMP-01", "2020", "42", "colour", StatusCode.InvalidArgument, "dimension.unknown")]
    public async Task Query_OfWhatIsNotThere_IsRefused(string indicator, string period, string area, string breakdown, StatusCode status, string code) =>
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(
            new QueryIndicatorsRequest { Indicators = { indicator }, Period = period, AreaCode = area, Breakdown = breakdown }), status, code);

    [Fact]
    public async Task Query_WithoutIndicators_IsRefused() => await Refused.With(
        reporting.Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest { Period = "2020", AreaCode = "42" }), StatusCode.InvalidArgument, "indicators.count");

    [Fact]
    public async Task Query_ByACallerOfOneDistrict_AnswersForItAlone()
    {
        var client = new IndicatorService.IndicatorServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "report-reader")));
        var request = new QueryIndicatorsRequest { Indicators = { "EMP-01" }, Period = "2020", AreaCode = Told.CommuneOf447 };
        (await client.QueryIndicatorsAsync(request)).Figures.Single().Indicator.ShouldBe("EMP-01");
        request.AreaCode = "42";
        await Refused.With(client.QueryIndicatorsAsync(request), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    [Fact]
    public async Task Query_BrokenDownByAreaAndBySex_GivesMembersOfTheTotal()
    {
        var year = reporting.NextYear();
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(year, 3, 1), sex: "female")),
            Told.Recorded(Told.Placement(2, new DateOnly(year, 3, 1), Told.OtherCommuneOf447)),
            Told.Recorded(Told.Placement(3, new DateOnly(year, 3, 1), Told.CommuneOf436, sex: "female")));
        var period = year.ToString(CultureInfo.InvariantCulture);

        var districts = await reporting.BreakdownAsync("EMP-02", period, "area");
        districts.Count.ShouldBe(12);
        (districts["447"], districts["436"], districts.Values.Sum(value => int.Parse(value, CultureInfo.InvariantCulture))).ShouldBe(("2", "1", 3));
        (await reporting.BreakdownAsync("EMP-01", period, "sex")).ShouldBe(new Dictionary<string, string> { [""] = "1", ["female"] = "2" }, ignoreOrder: true);
        (await reporting.QueryAsync("EMP-01", period)).Figures.Single().Printed.ShouldBe("03 người");
    }

    [Fact]
    public async Task Query_AcrossTheReformOf2025_CountsEachUnitOnItsOwnDays()
    {
        // 18073: Phường Nam Hà below the city 436 until 2025-06-30, Phường Thành Sen directly below the province since.
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(2025, 6, 30), "18073")),
            Told.Recorded(Told.Placement(2, new DateOnly(2025, 7, 1), "18073")),
            Told.Recorded(Told.Placement(3, new DateOnly(2025, 6, 30))));

        (await reporting.FigureAsync("EMP-02", "2025")).ShouldBe("3");
        (await reporting.FigureAsync("EMP-02", "2025-07")).ShouldBe("1");
        (await reporting.FigureAsync("EMP-02", "2025", "436")).ShouldBe("1");
        (await reporting.FigureAsync("EMP-02", "2025", "18073")).ShouldBe("2");
        var below = await reporting.BreakdownAsync("EMP-02", "2025", "area");
        (below["436"], below["447"], below["18073"]).ShouldBe(("1", "1", "1"));
        below.Values.Sum(value => int.Parse(value, CultureInfo.InvariantCulture)).ShouldBe(3);
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(
            new QueryIndicatorsRequest { Indicators = { "EMP-02" }, Period = "2025-Q3", AreaCode = "436" }), StatusCode.NotFound, "area.not_valid_on_date");
    }

    [Fact]
    public async Task Query_OfACodeThatWasUsedAgain_CountsWhoeverBoreItOnTheDay()
    {
        var lastOld = new Google.Type.Date { Year = 2025, Month = 6, Day = 30 };
        var firstNew = new Google.Type.Date { Year = 2025, Month = 7, Day = 1 };
        using var import = reporting.Areas.ImportAreas();
        await import.RequestStream.WriteAsync(new ImportAreasRequest
        {
            FirstLine = 2,
            Areas =
            {
                new Area { Code = "899", DisplayName = "Huyện cũ", Type = "Huyện", Level = AreaLevel.District, ParentCode = "91", ValidTo = lastOld },
                new Area { Code = "30001", DisplayName = "Xã cũ", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "899", ValidTo = lastOld },
                new Area { Code = "30001", DisplayName = "Xã mới", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "91", ValidFrom = firstNew },
            },
        });
        await import.RequestStream.CompleteAsync();
        (await import.ResponseAsync).Summary.Recorded.ShouldBe(3);
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(2025, 6, 1), "30001")),
            Told.Recorded(Told.Placement(1, new DateOnly(2025, 8, 1), "30001")),
            Told.Recorded(Told.Placement(2, new DateOnly(2025, 8, 1), "30001")));

        (await reporting.FigureAsync("EMP-02", "2025-H1", "91")).ShouldBe("1");
        (await reporting.FigureAsync("EMP-02", "2025-H2", "91")).ShouldBe("2");
        (await reporting.FigureAsync("EMP-01", "2025", "91")).ShouldBe("2");
        (await reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "91", On = lastOld })).DisplayName.ShouldBe("Tỉnh Kiên Giang");
        (await reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "91", On = firstNew })).DisplayName.ShouldBe("Tỉnh An Giang");
    }

    [Fact]
    public async Task List_GivesTheCatalogueByPages()
    {
        var first = await reporting.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest { Owner = "employment", PageSize = 3 });
        var second = await reporting.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest { Owner = "employment", PageSize = 3, PageToken = first.NextPageToken });
        first.Indicators.Concat(second.Indicators).Select(indicator => indicator.Code).Take(4).ShouldBe(["EMP-01", "EMP-02", "EMP-03", "EMP-04"]);
        first.Indicators[0].Formula.ShouldBe("people(employment.placement)");
    }
}
