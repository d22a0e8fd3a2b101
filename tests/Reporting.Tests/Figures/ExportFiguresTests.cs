using System.Globalization;
using System.Text.Json;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Figures;

public sealed class ExportFiguresTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    FigureService.FigureServiceClient Figures => new(reporting.Host.Channel(reporting.Host.Token(["*"], "report-reader")));

    [Fact]
    public async Task Export_AsCsv_HasALineForEachRow()
    {
        var question = await QuestionAsync();
        var (type, name, data) = await ExportAsync(question, FigureFormat.Csv);
        type.ShouldBe("text/csv; charset=utf-8");
        name.ShouldBe("so-lieu-20260615T020000Z.csv");
        var lines = System.Text.Encoding.UTF8.GetString(data).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("period,area_code,area_name,below,total,market,indicator,name_vi,unit,exact,printed");
        lines.ShouldContain(line => line.Contains(",42,Tỉnh Hà Tĩnh,,false,_T,EMP-02,Số lượt giải quyết việc làm,lượt,2,02 lượt,"));
        lines.ShouldContain(line => line.Contains(",false,JP,EMP-02,"));
    }

    [Fact]
    public async Task Export_AsJson_IsOneArrayOfRows()
    {
        var question = await QuestionAsync();
        var rows = JsonDocument.Parse((await ExportAsync(question, FigureFormat.Json)).Data).RootElement.EnumerateArray().ToList();
        var whole = await Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question });
        rows.Select(row => FigureRow.Parser.ParseJson(row.GetRawText())).ShouldBe(whole.Rows);
    }

    [Fact]
    public async Task Export_AsSdmx_NamesEveryObservationByItsDimensions()
    {
        var question = await QuestionAsync();
        var (type, _, data) = await ExportAsync(question, FigureFormat.SdmxJson);
        type.ShouldStartWith("application/vnd.sdmx.data+json");
        var root = JsonDocument.Parse(data).RootElement.GetProperty("data");
        var dimensions = root.GetProperty("structures")[0].GetProperty("dimensions").GetProperty("observation").EnumerateArray().ToList();
        dimensions.Select(dimension => dimension.GetProperty("id").GetString()).ShouldBe(["INDICATOR", "REF_AREA", "TIME_PERIOD", "MARKET"]);
        var year = question.Periods[0];
        Ids(dimensions[2]).ShouldBe([year, $"{year}-S1", $"{year}-Q2", $"{year}-03", $"{year}-01-01/P59D", $"{int.Parse(year, CultureInfo.InvariantCulture) - 1}-12-15/P182D"]);
        Ids(dimensions[3]).ShouldBe(["_T", "_U", "JP"]);
        dimensions[2].GetProperty("values")[1].GetProperty("end").GetString().ShouldBe($"{year}-06-30T23:59:59+07:00");

        var first = root.GetProperty("dataSets")[0].GetProperty("observations").GetProperty("0:0:0:0");
        (first[0].GetInt32(), first[1].GetInt32(), first[2].GetString(), first[3].GetString()).ShouldBe((2, 0, "02 lượt", "2"));
    }

    [Fact]
    public async Task Export_WithoutAFormat_IsRefused()
    {
        using var call = Figures.ExportFigures(new ExportFiguresRequest { Question = await QuestionAsync() });
        var refused = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        ServiceKit.Errors.Refusal.From(refused)!.Code.ShouldBe("format.missing");
    }

    [Fact]
    public async Task Export_OfMoreCellsThanAFileMayHave_IsRefused()
    {
        var all = await reporting.Indicators.ListIndicatorsAsync(new());
        var large = new FigureQuestion
        {
            Indicators = { all.Indicators.Select(indicator => indicator.Code) },
            AreaRows = AreaRows.Communes,
            Periods = { Enumerable.Range(1950, 60).Select(year => $"{year}") },
        };
        foreach (var (format, most) in new[] { (FigureFormat.Xlsx, "500.000"), (FigureFormat.SdmxJson, "100.000") })
        {
            using var call = Figures.ExportFigures(new ExportFiguresRequest { Question = large, Format = format });
            var refused = ServiceKit.Errors.Refusal.From(await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!;
            (refused.Code, refused.Message.Contains($"nhiều nhất {most}", StringComparison.Ordinal)).ShouldBe(("figures.too_many_cells", true));
        }
    }

    [Fact]
    public async Task Export_AsAWorkbookOfManyLines_GoesOnInFurtherSheets()
    {
        var host = await ReportingHost.StartAsync("Reporting:Export:LinesInSheet=200");
        try
        {
            await host.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(1950, 12, 1))));
            var question = new FigureQuestion
            {
                Indicators = { "EMP-01", "EMP-02" },
                Periods = { "1950-12" },
                AreaCode = "42",
                AreaRows = AreaRows.Communes,
            };
            using var call = new FigureService.FigureServiceClient(host.Host.Channel(host.Host.Token(["*"], "report-reader")))
                .ExportFigures(new ExportFiguresRequest { Question = question, Format = FigureFormat.Xlsx });
            var pieces = await call.ResponseStream.ReadAllAsync().ToListAsync();
            using var document = SpreadsheetDocument.Open(new MemoryStream([.. pieces.SelectMany(piece => piece.Data)]), false);
            var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToList();
            sheets.Select(sheet => sheet.Name!.Value).ShouldBe(["Số liệu", "Số liệu 2", "Số liệu 3"]);
            var lines = sheets.Select(sheet => ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>().ToList()).ToList();
            lines.Take(2).Select(rows => rows.Count).ShouldBe([201, 201]);
            lines.ShouldAllBe(rows => rows[0].InnerText == lines[0][0].InnerText);
            lines[2][^1].InnerText.ShouldStartWith("1950-12");
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    static IEnumerable<string?> Ids(JsonElement dimension) =>
        dimension.GetProperty("values").EnumerateArray().Select(value => (value.TryGetProperty("id", out var id) ? id : value.GetProperty("value")).GetString());

    async Task<(string Type, string Name, byte[] Data)> ExportAsync(FigureQuestion question, FigureFormat format)
    {
        using var call = Figures.ExportFigures(new ExportFiguresRequest { Question = question, Format = format });
        var pieces = await call.ResponseStream.ReadAllAsync().ToListAsync();
        return (pieces[0].ContentType, pieces[0].FileName, [.. pieces.SelectMany(piece => piece.Data)]);
    }

    /// <summary>A year that is no leap year, with two placements, one of them in Japan; periods of every form.</summary>
    async Task<FigureQuestion> QuestionAsync()
    {
        var year = reporting.NextYear();
        while (DateTime.IsLeapYear(year))
        {
            year = reporting.NextYear();
        }

        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(year, 3, 1))),
            Told.Recorded(Told.Placement(2, new DateOnly(year, 3, 2), channel: "overseas_contract")));
        var text = year.ToString(CultureInfo.InvariantCulture);
        return new FigureQuestion
        {
            Indicators = { "EMP-02" },
            Periods = { text, $"{text}-H1", $"{text}-Q2", $"{text}-03", $"{text}-01-01..{text}-02-28", $"stat:{text}-H1" },
            AreaCode = "42",
            Dimensions = { "market" },
        };
    }
}
