using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using AreaLevel = AnSinh.Contracts.Reporting.V1.AreaLevel;
using AreaSuccession = AnSinh.Contracts.Reporting.V1.AreaSuccession;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.AreaMaster;

public sealed class ImportAreasTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly Date LastOld = new() { Year = 2025, Month = 6, Day = 30 };
    static readonly Date FirstNew = new() { Year = 2025, Month = 7, Day = 1 };
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Import_WithBadRows_ChangesNothingAndNamesEach()
    {
        var answer = await ImportAsync(new ImportAreasRequest
        {
            FirstLine = 2,
            Areas =
            {
                Commune("77001", "447"), Commune("7700", "447"), Commune("77002", "999"), Commune("77001", "447"),
                new Area { Code = "97", DisplayName = "Tỉnh", Type = "Tỉnh", Level = AreaLevel.Province, ValidFrom = FirstNew, ValidTo = LastOld },
            },
            Successions = { new AreaSuccession { Level = AreaLevel.Commune, OldCode = "18757", NewCode = "77009", Full = true, EffectiveOn = FirstNew } },
        });

        answer.Summary.ShouldBe(new ImportSummary { Received = 6, Refused = 5, NotApplied = 1 });
        answer.Refused.Select(row => (row.Line, row.Violations[0].Reason)).ShouldBe(
            [(3, "area.code_malformed"), (4, "area.parent_unknown"), (5, "area.duplicate_in_file"), (6, "area.validity_inverted"), (7, "area.unknown")]);
        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { Commune("77001", "447") } })).Summary.Recorded.ShouldBe(1);
    }

    [Fact]
    public async Task Import_AgainAndAsDryRun_ChangesNothing()
    {
        var request = new ImportAreasRequest { FirstLine = 2, Areas = { Commune("77001", "447"), Commune("77002", "447") } };
        (await ImportAsync(new ImportAreasRequest(request) { DryRun = true })).Summary.ShouldBe(new ImportSummary { Received = 2, Recorded = 2, DryRun = true });
        (await ImportAsync(request)).Summary.Recorded.ShouldBe(2);
        (await ImportAsync(request)).Summary.ShouldBe(new ImportSummary { Received = 2, AlreadyPresent = 2 });
        (await reporting.Host.EventsAsync("reporting", 2)).Select(told => told.Type).ShouldBe(["ansinh.areas.v1.AreaUnitDefined", "ansinh.areas.v1.AreaUnitDefined"]);

        request.Areas[1].DisplayName = "Xã đổi tên";
        (await ImportAsync(request)).Summary.ShouldBe(new ImportSummary { Received = 2, Recorded = 1, AlreadyPresent = 1 });
        (await reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "77002", On = LastOld })).DisplayName.ShouldBe("Xã đổi tên");
    }

    [Fact]
    public async Task Import_OfAWithdrawal_CorrectsAWrongMerger_AndTheMistakeStaysKnownAsOfThen()
    {
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new(2025, 5, 1), "77001")));
        var wrong = new AreaSuccession { Level = AreaLevel.Commune, OldCode = "77001", NewCode = "18073", Full = true, EffectiveOn = FirstNew };
        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { Commune("77001", "447") }, Successions = { wrong } })).Summary.Recorded.ShouldBe(2);
        (await reporting.Indicators.ReplayParkedEventsAsync(new() { RequestId = Guid.NewGuid().ToString() })).Booked.ShouldBe(1);
        var before = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow());
        reporting.Host.Time.Advance(TimeSpan.FromHours(1));
        (await FigureAsync("18073")).ShouldBe("1");

        (await ImportAsync(new ImportAreasRequest
        {
            FirstLine = 2,
            Successions = { new AreaSuccession(wrong) { Withdrawn = true }, new AreaSuccession(wrong) { NewCode = "18652" } },
        })).Summary.Recorded.ShouldBe(2);

        (await FigureAsync("18073"), await FigureAsync("18652")).ShouldBe(("0", "1"));
        (await FigureAsync("18073", before), await FigureAsync("18652", before)).ShouldBe(("1", "0"));

        async Task<string> FigureAsync(string area, Timestamp? asOf = null) => (await reporting.Indicators.QueryIndicatorsAsync(new()
        {
            Indicators = { "EMP-02" },
            Period = "2025",
            AreaCode = area,
            View = new() { AreaMode = AreaMode.Restated, OutlineOn = FirstNew, AsOf = asOf },
        })).Figures.Single().Exact;
    }

    [Fact]
    public async Task Import_OfAWithdrawal_TakesAUnitBack_UnlessOthersLieBelowIt()
    {
        var district = new Area { Code = "799", DisplayName = "Huyện nhầm", Type = "Huyện", Level = AreaLevel.District, ParentCode = "42", ValidTo = LastOld };
        await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { district, Commune("77001", "799") } });
        var withdrawn = new Area(district) { Withdrawn = true };

        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { withdrawn } })).Refused.Single().Violations.Single().Reason.ShouldBe("area.withdrawn_in_use");
        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { new Area(Commune("77009", "447")) { Withdrawn = true } } })).Refused.Single().Violations.Single().Reason
            .ShouldBe("area.withdrawn_unknown");
        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { withdrawn, new Area(Commune("77001", "799")) { Withdrawn = true } } })).Summary.Recorded.ShouldBe(2);
        (await ImportAsync(new ImportAreasRequest { FirstLine = 2, Areas = { district } })).Summary.Recorded.ShouldBe(1);
        (await reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "799", On = LastOld })).DisplayName.ShouldBe("Huyện nhầm");
        await Refused.With(reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "77001", On = LastOld }), StatusCode.NotFound, "area.unknown");

        await reporting.Host.StopAsync();
        await reporting.Host.StartAsync();
        await Refused.With(reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "77001", On = LastOld }), StatusCode.NotFound, "area.unknown");
    }

    [Fact]
    public void Merge_OfAnOlderDefinition_DoesNotBringAWithdrawnUnitBack()
    {
        var (older, newer) = (new Guid("00000000-0000-7000-8000-000000000001"), new Guid("00000000-0000-7000-8000-000000000002"));
        var unit = new AreaUnit { Code = "77001", Name = "Xã nhầm", Type = "Xã", Level = ServiceKit.Areas.AreaLevel.Commune, ParentCode = "447" };
        var areas = new AreaDirectory();
        areas.Merge([(unit with { IsWithdrawn = true }, newer)], []);
        areas.Merge([(unit, older)], []);

        (areas.Known("77001"), areas.Newest).ShouldBe((false, newer));
    }

    [Fact]
    public async Task List_GoesFromProvinceToCommuneByPages()
    {
        var first = await reporting.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = "42", On = LastOld, PageSize = 10 });
        var second = await reporting.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = "42", On = LastOld, PageSize = 10, PageToken = first.NextPageToken });
        first.Areas.Concat(second.Areas).ShouldAllBe(area => area.Level == AreaLevel.District);
        (first.Areas.Count, second.Areas.Count, second.NextPageToken).ShouldBe((10, 2, ""));
        (await reporting.Areas.ListAreasAsync(new ListAreasRequest { On = FirstNew })).Areas.Count.ShouldBe(34);
    }

    [RealAreasFact]
    public async Task Import_OfTheWholeCountry_TakesSecondsAndHoldsAfterARestart()
    {
        var units = Read(RealAreas.Units, AreaCsv.ReadUnits).ToList();
        var mergers = Read(RealAreas.Mergers, reader => AreaCsv.ReadMergers(reader, new DateOnly(2025, 7, 1))).ToList();
        var messages = units.Chunk(5_000).Select(rows => new ImportAreasRequest { FirstLine = rows[0].Line, Areas = { rows.Select(row => RealAreas.ToMessage(row.Unit)) } })
            .Concat(mergers.Chunk(5_000).Select(rows => new ImportAreasRequest { FirstLine = rows[0].Line, Successions = { rows.Select(row => RealAreas.ToMessage(row.Succession)) } }))
            .ToArray();

        var before = TimeProvider.System.GetTimestamp();
        var answer = await ImportAsync(messages);
        var took = TimeProvider.System.GetElapsedTime(before);
        output.WriteLine($"{answer.Summary.Received} rows in {took.TotalSeconds:0.00} s, {answer.Summary.Recorded} recorded");
        answer.Refused.ShouldBeEmpty();
        answer.Summary.Received.ShouldBe(14_161 + 10_667);
        (answer.Summary.Recorded + answer.Summary.AlreadyPresent).ShouldBe(answer.Summary.Received);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await ImportAsync(messages)).Summary.AlreadyPresent.ShouldBe(answer.Summary.Received);

        await reporting.Host.StopAsync();
        await reporting.Host.StartAsync();
        (await reporting.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = "91", On = FirstNew, PageSize = 5_000 })).Areas.Count.ShouldBeGreaterThan(90);
        (await reporting.Areas.GetAreaAsync(new GetAreaRequest { Code = "91", On = LastOld })).DisplayName.ShouldBe("Tỉnh Kiên Giang");
    }

    static Area Commune(string code, string parent) =>
        new() { Code = code, DisplayName = $"Xã {code}", Type = "Xã", Level = AreaLevel.Commune, ParentCode = parent, ValidTo = LastOld };

    static IEnumerable<T> Read<T>(string file, Func<TextReader, IEnumerable<T>> read)
    {
        using var reader = new StreamReader(file);
        return [.. read(reader)];
    }

    async Task<ImportAreasResponse> ImportAsync(params ImportAreasRequest[] messages)
    {
        using var call = reporting.Areas.ImportAreas();
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }
}
