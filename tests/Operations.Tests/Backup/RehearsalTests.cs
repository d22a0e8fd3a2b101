using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Operations.Tests.Backup;

/// <summary>The runbooks restore.md and rebuild-projection.md, carried out: backup under load, restore elsewhere, rebuild; the same figures each time.</summary>
public sealed class RehearsalTests(ITestOutputHelper output) : IDisposable
{
    const string Province = "42";
    const string Period = "2020-H1";

    readonly TemporaryData data = new();

    static readonly string SmallProvince = Path.Combine(AppContext.BaseDirectory, "Backup", "small-province.yaml");

    string In(string name) => Path.Combine(data.Path, name);

    [Fact]
    public async Task BackupUnderLoad_Restored_ShowsTheSameFigures_AndSoDoesARebuiltLedger()
    {
        Dictionary<string, string> before;
        List<string> acknowledged;
        await using (var process = PlatformProcess.Start(In("live"), "demo", SmallProvince))
        {
            await process.WaitForAsync(line => line.StartsWith("Bộ nhớ", StringComparison.Ordinal));
            using var clients = Clients(process, "live");
            before = await FiguresAsync(clients);
            acknowledged = await BackUpUnderLoadAsync(clients);
        }

        await ShouldRunAsync("restore", "--from", In("copies"), "--keys-from", In("keys"), "--data", In("restored"));
        await ShowsAsync(before, acknowledged, "restored");

        Rebuild(In("restored"));
        await ShowsAsync(before, acknowledged, "rebuilt");
        output.WriteLine($"{before.Count} figures, {acknowledged.Count} commands acknowledged before the copy");
    }

    [Theory]
    [InlineData("backup", "--data", "nowhere", "--to", "copies")]
    [InlineData("restore", "--from", "nowhere", "--keys-from", "keys", "--data", "new")]
    public async Task WhatIsNotThere_IsSaid_AndNothingIsMade(params string[] arguments)
    {
        var (code, said) = await RunAsync([arguments[0], .. arguments[1..].Select(one => one.StartsWith('-') ? one : In(one))]);

        code.ShouldBe(1, said);
        said.ShouldContain("nowhere");
        Directory.GetFileSystemEntries(data.Path).ShouldBeEmpty();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    DemoClients Clients(PlatformProcess process, string directory) =>
        new(process.Grpc, DevelopmentIssuer.Open(new HostPaths(In(directory)), TimeProvider.System), Province);

    static async Task<Dictionary<string, string>> FiguresAsync(DemoClients clients)
    {
        var known = await clients.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest());
        var request = new QueryIndicatorsRequest { Period = Period, AreaCode = Province };
        request.Indicators.AddRange(known.Indicators.Select(one => one.Code));
        var answer = await clients.Indicators.QueryIndicatorsAsync(request);
        answer.Freshness.ShouldAllBe(source => source.Parked == 0);
        return answer.Figures.ToDictionary(figure => figure.Indicator, figure => $"{figure.Exact} {figure.Printed}");
    }

    /// <summary>Registers workers, who are in no figure, before and while the copy is made.</summary>
    /// <returns>Those acknowledged before it began: they must be in it.</returns>
    async Task<List<string>> BackUpUnderLoadAsync(DemoClients clients)
    {
        var workers = new WorkerService.WorkerServiceClient(clients.Official);
        var acknowledged = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            acknowledged.Add(await RegisterAsync(workers, i));
        }

        var copying = ShouldRunAsync("backup", "--data", In("live"), "--to", In("copies"), "--keys-to", In("keys"));
        var meanwhile = 0;
        while (!copying.IsCompleted)
        {
            await RegisterAsync(workers, 50 + meanwhile++);
        }

        await copying;
        output.WriteLine($"{meanwhile} commands while the copy was made");
        meanwhile.ShouldBeGreaterThan(0);
        return acknowledged;
    }

    static async Task<string> RegisterAsync(WorkerService.WorkerServiceClient workers, int i) => (await workers.RegisterWorkerAsync(new RegisterWorkerRequest
    {
        RequestId = Guid.NewGuid().ToString(),
        Worker = new Worker { FullName = "Công dân Mẫu", CitizenNumber = FormattableString.Invariant($"099{i:000000000}"), AreaCode = "18073" },
    })).Name;

    async Task ShowsAsync(Dictionary<string, string> figures, List<string> acknowledged, string what)
    {
        await using var process = PlatformProcess.Start(In("restored"));
        await process.ListeningAsync();
        using var clients = Clients(process, "restored");
        foreach (var source in (string[])["employment", "training", "merit", "protection", "child", "reporting"])
        {
            await new CatchUp(clients, TimeProvider.System).WaitAsync(source, _ => { }, CancellationToken.None);
        }

        (await FiguresAsync(clients)).ShouldBe(figures, ignoreOrder: true, what);
        var workers = new WorkerService.WorkerServiceClient(clients.Official);
        foreach (var name in acknowledged)
        {
            (await workers.GetWorkerAsync(new GetWorkerRequest { Name = name })).Name.ShouldBe(name, what);
        }
    }

    static void Rebuild(string directory)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "reporting.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(Deployed.Root, "deploy/runbooks/rebuild-ledger.sql"));
        command.ExecuteNonQuery();
    }

    static async Task ShouldRunAsync(params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);
        code.ShouldBe(0, said);
    }

    static Task<(int Code, string Said)> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments);
}
