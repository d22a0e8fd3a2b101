using System.Diagnostics;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.AreaMaster;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Reporting.Tests.Figures;

/// <summary>Exported messages held against the official schema by a validator that is not ours.</summary>
public sealed class SdmxSchemaTests(ITestOutputHelper output) : IAsyncLifetime
{
    readonly ReportingHost reporting = new();
    readonly TemporaryFolder folder = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public async Task DisposeAsync()
    {
        await reporting.DisposeAsync();
        folder.Dispose();
    }

    [SdmxSchemaFact]
    public async Task Export_AsSdmx_IsValidToTheOfficialSchema()
    {
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(2020, 3, 1), sex: "female")),
            Told.Recorded(Told.Placement(2, new DateOnly(2020, 3, 2), channel: "overseas_contract")));
        var whole = new FigureQuestion { Owner = "employment", Periods = { "2020", "2020-H1", "2020-01-01..2020-02-29", "stat:2020-Q1" }, AreaCode = "42" };
        (await ValidateAsync(whole)).ShouldBeGreaterThan(4 * 10);
        var members = new FigureQuestion { Indicators = { "EMP-01", "EMP-02" }, Periods = { "2020-YTD-06-30" }, AreaCode = "42", AreaRows = AreaRows.DirectlyBelow, Totals = true, Dimensions = { "sex", "market" } };
        (await ValidateAsync(members)).ShouldBeGreaterThan(2 * 12);

        // A unit that was divided on 2025-07-01 is kept apart.
        await reporting.BookAsync(Told.Recorded(Told.Placement(3, new DateOnly(2025, 6, 30), "18082")));
        var restated = new FigureQuestion { Indicators = { "EMP-02" }, Periods = { "2021-2025" }, AreaCode = "42", AreaRows = AreaRows.DirectlyBelow };
        restated.View = new FigureView { AreaMode = AreaMode.Restated, OutlineOn = new Google.Type.Date { Year = 2025, Month = 7, Day = 1 } };
        (await ValidateAsync(restated)).ShouldBe(69 + 1);
    }

    async Task<int> ValidateAsync(FigureQuestion question)
    {
        var figures = new FigureService.FigureServiceClient(reporting.Host.Channel(reporting.Host.Token(["*"], "report-reader")));
        using var call = figures.ExportFigures(new ExportFiguresRequest { Question = question, Format = FigureFormat.SdmxJson });
        var message = folder.File("message.json");
        await File.WriteAllBytesAsync(message, [.. (await call.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(piece => piece.Data)]);
        var start = new ProcessStartInfo("node", ["validate.mjs", SdmxSchemaFactAttribute.Schema, message])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = SdmxSchemaFactAttribute.Validator,
        };
        using var node = Process.Start(start)!;
        var printed = node.StandardOutput.ReadToEndAsync();
        var complaints = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        output.WriteLine(await printed);
        node.ExitCode.ShouldBe(0, await printed + complaints);
        return int.Parse((await printed).Split(' ')[0], CultureInfo.InvariantCulture);
    }
}

/// <summary>A test with the official schema of SDMX-JSON, which lies beside the repository and not in it.</summary>
sealed class SdmxSchemaFactAttribute : FactAttribute
{
    public SdmxSchemaFactAttribute()
    {
        if (!RealAreas.AreThere || !File.Exists(Schema))
        {
            Skip = "shared/data/sdmx-json-data-schema.json is not beside the repository.";
        }
    }

    public static string Schema => Path.Combine(Path.GetDirectoryName(RealAreas.Units)!, "sdmx-json-data-schema.json");

    public static string Validator
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "tests", "Reporting.Tests", "SdmxJs", "validate.mjs")))
            {
                directory = directory.Parent!;
            }

            return Path.Combine(directory.FullName, "tests", "Reporting.Tests", "SdmxJs");
        }
    }
}
