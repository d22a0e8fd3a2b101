using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Processes;
using AnSinh.Platform.Tests.Recount;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Cluster;

/// <summary>The commands of deploy/local: six processes over a real broker, started, killed, started again, restored from a copy and stopped.</summary>
[Collection(nameof(WholeMachine))]
public sealed class ClusterTests : IAsyncLifetime
{
    static readonly string SmallProvince = Path.Combine(AppContext.BaseDirectory, "Demo", "small-province.yaml");

    readonly TemporaryData data = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Cluster_WhenAServiceIsKilledWhileItLoads_GoesOnPrintsTheSameFiguresAndCanBeRestored()
    {
        (await RunAsync("up")).ExitCode.ShouldBe(0);
        (await RunAsync("up")).Output.ShouldContain("Cụm đang chạy rồi");
        var healthy = await RunAsync("status");
        healthy.ExitCode.ShouldBe(0, healthy.Output);
        healthy.Output.Split('\n').Count(line => line.Contains("| healthy", StringComparison.Ordinal)).ShouldBe(6);
        var cluster = ClusterFile.Read(data.Path);
        var processes = cluster.Processes.Values.ToList();

        await using (var loading = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--cluster", data.Path))
        {
            await loading.WaitForAsync(line => line.StartsWith("Nạp hồ sơ", StringComparison.Ordinal));
            Process.GetProcessById(cluster.Processes["employment"].Id).Kill();
            await loading.ExitAsync();
        }

        var killed = await RunAsync("status");
        killed.ExitCode.ShouldBe(1);
        killed.Output.Split('\n').Count(line => line.Contains("DOWN", StringComparison.Ordinal)).ShouldBe(1, killed.Output);

        var again = await RunAsync("up", SmallProvince);
        again.ExitCode.ShouldBe(0, again.Output);
        again.Output.ShouldContain("9 câu đã công bố: khớp tất cả");
        processes.AddRange(ClusterFile.Read(data.Path).Processes.Values);

        var rehearsed = await RunAsync("rehearse-restore", SmallProvince);
        rehearsed.ExitCode.ShouldBe(0, rehearsed.Output);
        rehearsed.Output.ShouldContain("Diễn tập khôi phục: mọi chỉ tiêu đúng");
        await EqualsTheRecountAsync(ClusterFile.Read(data.Path));
        processes.AddRange(ClusterFile.Read(data.Path).Processes.Values);

        var down = await RunAsync("down");
        down.ExitCode.ShouldBe(0, down.Output);
        processes.ShouldAllBe(process => !process.IsRunning);
    }

    [Fact]
    public async Task Up_WhenAServiceCannotStart_SaysWhichAndWhyAndLeavesNothing()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var up = await RunAsync("up", "--port", port.ToString(CultureInfo.InvariantCulture));

        up.ExitCode.ShouldBe(1);
        up.Output.ShouldContain("Tiến trình employment đã kết thúc khi khởi động");
        up.Output.ShouldContain("address already in use");
        ClusterFile.Read(data.Path).RunsAny.ShouldBeFalse();
    }

    public async Task DisposeAsync()
    {
        if (ClusterFile.Find(data.Path) is { RunsAny: true } left)
        {
            await new LocalCluster(left, TimeProvider.System).StopAsync();
        }

        data.Dispose();
    }

    Task<CommandLine> RunAsync(string verb, params string[] arguments) => CommandLine.RunAsync(["cluster", verb, .. arguments, "--dir", data.Path]);

    static async Task EqualsTheRecountAsync(ClusterFile cluster)
    {
        var scenario = BuiltInScenarios.Find(SmallProvince);
        using var clients = new DemoClients(cluster.Addresses, DevelopmentIssuer.Open(new HostPaths(cluster.Data), TimeProvider.System), scenario.Province);
        using var recount = new Recount.Recount(cluster.Data);
        var province = (await AreasCounted.OfAsync(clients, scenario.Province, scenario.Records.Max(one => one.To ?? DateOnly.MinValue)))[0];
        recount.Within(province.Within);
        var answer = await clients.Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest
        {
            Indicators = { Recount.Recount.Statements.Keys },
            Period = scenario.Reports[0].Period,
            AreaCode = scenario.Province,
        });
        var (from, to) = (new DateOnly(answer.From.Year, answer.From.Month, answer.From.Day), new DateOnly(answer.To.Year, answer.To.Month, answer.To.Day));
        foreach (var figure in answer.Figures)
        {
            Rational? shown = figure.Exact.Length == 0 ? null : Rational.Parse(figure.Exact);
            shown.ShouldBe(recount.Count(figure.Indicator, from, to, scenario.Province), figure.Indicator);
        }

        answer.Freshness.ShouldAllBe(source => source.Parked == 0);
    }
}
