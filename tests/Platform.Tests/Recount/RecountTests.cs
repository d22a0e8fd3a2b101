using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Processes;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Recount;

/// <summary>
/// Every indicator of the catalogue that has records behind it, for a province, two districts and a commune: what the platform answers equals a
/// recount over the services' own tables. On the full data of both published scenarios (of the second only when asked for), and on a province a thousandth the size.
/// </summary>
[Collection(nameof(WholeMachine))]
public sealed class RecountTests(ITestOutputHelper output) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    readonly TemporaryData data = new();

    [Fact]
    public Task SmallProvince_EqualsTheRecount() => EqualsTheRecountAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "small-province.yaml"), killAt: null);

    [Fact]
    public Task HaTinh_KilledHalfWayAndResumed_EqualsTheRecount() => EqualsTheRecountAsync("ha-tinh-2020-h1", killAt: 500_000);

    [EveryScenarioFact]
    public Task Hue_EqualsTheRecount() => EqualsTheRecountAsync("hue-2020", killAt: null);

    public void Dispose() => data.Dispose();

    async Task EqualsTheRecountAsync(string name, int? killAt)
    {
        if (killAt is { } records)
        {
            await using var killed = PlatformProcess.Start(data.Path, "demo", name);
            await killed.WaitForAsync(line => Loaded(line) >= records, Patience);
            await killed.KillAsync();
        }

        await using var process = PlatformProcess.Start(data.Path, "demo", name);
        await process.WaitForAsync(line => line.StartsWith("Bộ nhớ", StringComparison.Ordinal), Patience);
        var scenario = BuiltInScenarios.Find(name);
        foreach (var report in scenario.Reports.GroupBy(one => one.Name))
        {
            process.Output.ShouldContain($"{scenario.Expected.Count(one => one.Report == report.Key)} câu đã công bố: khớp tất cả.");
        }

        using var clients = new DemoClients(process.Grpc, DevelopmentIssuer.Open(new HostPaths(data.Path), TimeProvider.System), scenario.Province);
        using var recount = new Recount(data.Path);
        foreach (var report in scenario.Reports)
        {
            await CompareAsync(clients, recount, scenario, report);
        }
    }

    async Task CompareAsync(DemoClients clients, Recount recount, Scenario scenario, ScenarioReport report)
    {
        var catalogue = await clients.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest { PageSize = 1000 });
        var codes = catalogue.Indicators.Where(one => one.NoSource.Length == 0).Select(one => one.Code).ToList();
        Recount.Statements.Keys.ShouldBe(codes, ignoreOrder: true, "every indicator that has records is counted anew");
        var areas = await AreasCounted.OfAsync(clients, scenario.Province, scenario.Records.Max(one => one.To ?? DateOnly.MinValue));
        var (differences, present) = (new List<string>(), 0);
        foreach (var area in areas)
        {
            recount.Within(area.Within);
            var answer = await clients.Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest { Indicators = { codes }, Period = report.Period, AreaCode = area.Code });
            answer.Freshness.ShouldAllBe(source => source.Parked == 0);
            var (from, to) = (new DateOnly(answer.From.Year, answer.From.Month, answer.From.Day), new DateOnly(answer.To.Year, answer.To.Month, answer.To.Day));
            foreach (var figure in answer.Figures)
            {
                Rational? shown = figure.Exact.Length == 0 ? null : Rational.Parse(figure.Exact);
                var counted = recount.Count(figure.Indicator, from, to, area.Code);
                present += counted is { } value && value != Rational.Zero ? 1 : 0;
                if (shown != counted)
                {
                    differences.Add($"{figure.Indicator} of {area.Code}: shown {Text(shown)}, counted {Text(counted)}");
                }
            }
        }

        differences.ShouldBeEmpty();
        output.WriteLine($"{scenario.Name} {report.Period}: {codes.Count} indicators × {areas.Count} areas equal, {present} of them not zero");

        // What the published report says must be there to be counted; or nothing would equal nothing.
        present.ShouldBeGreaterThan(scenario.Expected.Count(one => one.Report == report.Name));
    }

    static string Text(Rational? value) => value?.ToString() ?? "none";

    // "Nạp hồ sơ: 512.000/1.166.053", as the demonstration tells of its progress.
    static int Loaded(string line) => line.StartsWith("Nạp hồ sơ: ", StringComparison.Ordinal) && line.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        ? (int)(VietnameseNumber.TryParse(line["Nạp hồ sơ: ".Length..slash], out var loaded) ? loaded.Numerator : 0)
        : 0;
}

/// <summary>Tests that need the machine to themselves: a whole province in one process.</summary>
[CollectionDefinition(nameof(WholeMachine), DisableParallelization = true)]
public sealed class WholeMachine;
