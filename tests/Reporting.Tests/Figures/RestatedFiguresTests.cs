using System.Text;
using System.Text.Json;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.Figures;

/// <summary>Figures in bulk in the units of another day, and in units as they were known.</summary>
public sealed class RestatedFiguresTests : IAsyncLifetime
{
    // Phường Đại Nài was divided on 2025-07-01 between Thành Sen (18073) and Hà Huy Tập (18652).
    const string Divided = "18082";
    const string ThanhSen = "18073";
    const string HaHuyTap = "18652";
    static readonly Date lastOld = new() { Year = 2025, Month = 6, Day = 30 };
    static readonly Date firstNew = new() { Year = 2025, Month = 7, Day = 1 };
    readonly ReportingHost reporting = new();

    FigureService.FigureServiceClient Figures => new(reporting.Host.Channel(reporting.Host.Token(["*"], "planning-officer")));

    public async Task InitializeAsync()
    {
        await reporting.InitializeAsync();
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new(2025, 6, 30), Divided)),
            Told.Recorded(Told.Placement(2, new(2025, 2, 1), Divided)),
            Told.Recorded(Told.Placement(3, new(2025, 2, 1), Divided)),
            Told.Recorded(Told.Placement(4, new(2025, 7, 1), HaHuyTap)));
    }

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Query_Restated_TellsOnceWhatIsKeptApart_AndWhatOf()
    {
        var request = new QueryFiguresRequest { Question = Question(), PageSize = 100 };
        var pages = new List<QueryFiguresResponse>();
        do
        {
            pages.Add(await Figures.QueryFiguresAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        // 2 periods × 69 communes × 2 indicators; the rows of 2025 begin on the second page.
        pages.Select(page => (page.Rows.Count, page.KeptApart.Count)).ShouldBe([(100, 0), (100, 1), (76, 0)]);
        var apart = pages[1].KeptApart.Single();
        apart.Area.Figures.Select(figure => (figure.Indicator, figure.Exact)).ShouldBe([("EMP-02", "3")]);
        (apart.Period, apart.Area.Code, apart.Area.DisplayName, apart.Area.ValidTo).ShouldBe(("2025", Divided, "Phường Đại Nài", lastOld));
        apart.Area.Parts.Select(part => part.Code).ShouldBe([ThanhSen, HaHuyTap]);
        apart.Area.KeptOutOf.ShouldBe([ThanhSen, HaHuyTap]);

        using var call = Figures.StreamFigures(new StreamFiguresRequest { Question = Question() });
        var pieces = await call.ResponseStream.ReadAllAsync().ToListAsync();
        pieces[^1].ShouldBe(new StreamFiguresResponse { KeptApart = { apart } });
        pieces.SkipLast(1).ShouldAllBe(piece => piece.KeptApart.Count == 0);

        var whole = Question();
        whole.AreaRows = AreaRows.Self;
        (await Figures.QueryFiguresAsync(new() { Question = whole })).KeptApart.ShouldBeEmpty();
        (await Figures.QueryFiguresAsync(new() { Question = new(Question()) { View = null }, PageSize = 5_000 })).KeptApart.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_Restated_TellsWhatIsKeptApart_BehindTheRows()
    {
        var csv = Encoding.UTF8.GetString(await ExportAsync(FigureFormat.Csv)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        (csv[0].EndsWith(",plan_percent,kept_out_of", StringComparison.Ordinal), csv[1].EndsWith(',')).ShouldBe((true, true));
        csv[^1].ShouldBe($"2025,{Divided},Phường Đại Nài,,false,EMP-02,Số lượt giải quyết việc làm,lượt,3,03 lượt,,,,{ThanhSen} {HaHuyTap}");

        var json = JsonDocument.Parse(await ExportAsync(FigureFormat.Json)).RootElement.EnumerateArray().Select(row => FigureRow.Parser.ParseJson(row.GetRawText())).ToList();
        json[^1].KeptApart.Area.Figures.Single().Exact.ShouldBe("3");
        json.SkipLast(1).ShouldAllBe(row => row.KeptApart == null && row.AreaCode.Length > 0);

        var data = JsonDocument.Parse(await ExportAsync(FigureFormat.SdmxJson)).RootElement.GetProperty("data");
        var areas = data.GetProperty("structures")[0].GetProperty("dimensions").GetProperty("observation")[1].GetProperty("values").EnumerateArray().ToList();
        areas[^1].GetProperty("id").GetString()!.ShouldStartWith($"{Divided}@KEPT");
        data.GetProperty("structures")[0].GetProperty("attributes").GetProperty("observation")[3].GetProperty("id").GetString().ShouldBe("KEPT_OUT_OF");
        var observations = data.GetProperty("dataSets")[0].GetProperty("observations").EnumerateObject().Select(one => one.Value).ToList();
        (observations[^1][0].GetInt32(), observations[^1][4].GetString()).ShouldBe((3, $"{ThanhSen} {HaHuyTap}"));
        observations[0][4].GetString().ShouldBe("");
    }

    [Fact]
    public async Task Export_AsAWorkbook_IsValid_WithNumbersAsNumbers_AndASheetOfWhatIsKeptApart()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportAsync(FigureFormat.Xlsx)), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Số liệu", "Đơn vị để riêng"]);
        var rows = Rows(document, 0);
        rows.Count.ShouldBe(1 + (2 * 69 * 2));
        rows[0].ShouldBe("'Mã kỳ|'Kỳ|'Mã địa bàn|'Địa bàn|'Thuộc|'Tổng số|'Mã chỉ tiêu|'Chỉ tiêu|'Đơn vị tính|'Giá trị|'Như in|'Tử số|'Mẫu số|'Kế hoạch|'% kế hoạch");
        rows.ShouldContain($"'2025|'năm 2025|'{HaHuyTap}|'Phường Hà Huy Tập|'|'|'EMP-02|'Số lượt giải quyết việc làm|'lượt|1|'01 lượt|'|'|'|'");
        Rows(document, 1)[1].ShouldBe($"'2025|'năm 2025|'{Divided}|'Phường Đại Nài|'EMP-02|'Số lượt giải quyết việc làm|'lượt|3|'03 lượt|'{ThanhSen}, {HaHuyTap}");
    }

    [Fact]
    public async Task Query_AsOfAMoment_HasTheUnitsThatWereKnownThen_UnderTheirNamesOfThen()
    {
        var first = Now();
        reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var unit = new Area { Code = "77001", DisplayName = "Xã Cũ", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "447", ValidTo = lastOld };
        await ImportAsync(unit);
        var second = Now();
        reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await ImportAsync(new(unit) { DisplayName = "Xã Mới" });

        (await NamesAsync(AreaRows.DirectlyBelow, null), await NamesAsync(AreaRows.Subtree, null)).ShouldBe(("Xã Mới", "Xã Mới"));
        (await NamesAsync(AreaRows.DirectlyBelow, second), await NamesAsync(AreaRows.Communes, second)).ShouldBe(("Xã Cũ", "Xã Cũ"));
        (await NamesAsync(AreaRows.DirectlyBelow, first), await NamesAsync(AreaRows.Subtree, first)).ShouldBe(("", ""));
        var own = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { "2020" }, AreaCode = "77001", View = new() { AsOf = second } };
        (await Figures.QueryFiguresAsync(new() { Question = own })).Rows.Single().AreaName.ShouldBe("Xã Cũ");
        own.View.AsOf = first;
        await Refused.With(Figures.QueryFiguresAsync(new() { Question = own }), StatusCode.NotFound, "area.unknown");

        async Task<string> NamesAsync(AreaRows rows, Timestamp? asOf)
        {
            var question = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { "2020" }, AreaCode = "447", AreaRows = rows, View = new() { AsOf = asOf } };
            return string.Concat((await Figures.QueryFiguresAsync(new() { Question = question })).Rows.Where(row => row.AreaCode == "77001").Select(row => row.AreaName));
        }
    }

    static FigureQuestion Question() => new()
    {
        Indicators = { "EMP-02", "EMP-06" },
        Periods = { "2024", "2025" },
        AreaCode = "42",
        AreaRows = AreaRows.DirectlyBelow,
        View = new() { AreaMode = AreaMode.Restated, OutlineOn = firstNew },
    };

    Timestamp Now() => Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow());

    async Task<byte[]> ExportAsync(FigureFormat format)
    {
        using var call = Figures.ExportFigures(new() { Question = Question(), Format = format });
        return [.. (await call.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(piece => piece.Data)];
    }

    async Task ImportAsync(Area unit)
    {
        using var call = reporting.Areas.ImportAreas();
        await call.RequestStream.WriteAsync(new() { FirstLine = 2, Areas = { unit } });
        await call.RequestStream.CompleteAsync();
        (await call.ResponseAsync).Summary.Recorded.ShouldBe(1);
    }

    /// <summary>Each row as its cells with bars between, texts with an apostrophe before them.</summary>
    static List<string> Rows(SpreadsheetDocument document, int sheet)
    {
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(row => string.Join(
            '|', row.Elements<Cell>().Select(cell => cell.DataType?.Value == CellValues.InlineString ? "'" + cell.InnerText : cell.InnerText)))];
    }
}
