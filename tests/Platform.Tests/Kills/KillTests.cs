using AnSinh.AllInOne.Demo;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Kills;

/// <summary>kill −9 of the all-in-one at random moments of loading, and the same figures in the end: nothing acknowledged is lost, nothing counts twice.
/// <see cref="Faults.KillTests"/> does the same to separate processes, and more.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    const int Rounds = 2;
    const int Records = 3_000;
    const int Seed = 20_200_630;
    const string Province = "42";

    readonly TemporaryData data = new();

    [Fact]
    public async Task Load_WhenKilledAtRandomMoments_EndsInTheSameFigures()
    {
        var random = new Random(Seed);
        var acknowledged = new HashSet<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            // Each round gets a little further than the one before, and dies somewhere there: while importing, numbering or booking.
            var upTo = random.Next(1, Records * round / Rounds);
            await using var process = PlatformProcess.Start(data.Path);
            await process.ListeningAsync();
            using var clients = Clients(process);
            var got = await ImportUntilAsync(clients, upTo, acknowledged, process.KillAsync);
            output.WriteLine($"round {round}: killed after {got} answers, {acknowledged.Count} records acknowledged so far");
        }

        await using var last = PlatformProcess.Start(data.Path);
        await last.ListeningAsync();
        using var final = Clients(last);
        await ImportUntilAsync(final, int.MaxValue, acknowledged, () => Task.CompletedTask);
        var events = await new CatchUp(final, TimeProvider.System).WaitAsync("employment", _ => { }, CancellationToken.None);

        acknowledged.Count.ShouldBe(Records);
        (await PlacementNamesAsync(final)).ShouldBe(acknowledged, ignoreOrder: true);
        var figures = await final.Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest { Indicators = { "EMP-01", "EMP-02", "EMP-03", "EMP-04" }, Period = "2020-H1", AreaCode = Province });
        figures.Figures.ToDictionary(figure => figure.Indicator, figure => figure.Exact)
            .ShouldBe(new Dictionary<string, string> { ["EMP-01"] = "3000", ["EMP-02"] = "3000", ["EMP-03"] = "350", ["EMP-04"] = "3" }, ignoreOrder: true);
        figures.Freshness.ShouldAllBe(source => source.Parked == 0);
        output.WriteLine($"{Rounds} kills, {events} events, {acknowledged.Count} acknowledged, 0 lost, 0 double");
    }

    public void Dispose() => data.Dispose();

    DemoClients Clients(PlatformProcess process) =>
        new(process.Grpc, DevelopmentIssuer.Open(new HostPaths(data.Path), TimeProvider.System), Province);

    static PlacementService.PlacementServiceClient Placements(DemoClients clients) => new(clients.Official);

    /// <summary>Imports everything until enough rows were answered, keeping the names of what was acknowledged; then does what ends it,
    /// while rows are still on their way.</summary>
    static async Task<int> ImportUntilAsync(DemoClients clients, int upTo, HashSet<string> acknowledged, Func<Task> end)
    {
        using var stop = new CancellationTokenSource();
        using var call = Placements(clients).ImportPlacements(cancellationToken: stop.Token);
        var sending = SendAsync(call.RequestStream, await CommunesAsync(clients), stop.Token);
        var answered = 0;
        await foreach (var response in call.ResponseStream.ReadAllAsync(stop.Token))
        {
            foreach (var result in response.Results)
            {
                result.Outcome.ShouldBeOneOf(ImportOutcome.Recorded, ImportOutcome.AlreadyPresent);
                acknowledged.Add(result.Resource);
                answered++;
            }

            if (answered >= upTo)
            {
                await end();
                await stop.CancelAsync();
                return answered;
            }
        }

        await sending;
        return answered;
    }

    static async Task SendAsync(IClientStreamWriter<ImportPlacementsRequest> stream, IReadOnlyList<string> communes, CancellationToken stop)
    {
        var group = new RecordGroup
        {
            Service = "employment",
            Record = "placement",
            Count = Records,
            From = new DateOnly(2020, 1, 2),
            To = new DateOnly(2020, 6, 30),
            Split = new Dictionary<string, IReadOnlyDictionary<string, int>>
            {
                ["channel"] = new Dictionary<string, int> { ["domestic"] = Records - 353, ["overseas_contract"] = 350, ["loan"] = 3 },
            },
            Line = 1,
        };
        try
        {
            await stream.WriteAsync(new ImportPlacementsRequest { Options = new ImportOptions { Mode = ImportMode.KeepGood, FileName = "kills" } }, stop);
            foreach (var chunk in PlacementRecords.Rows(group, 0, Seed, communes).Chunk(200))
            {
                await stream.WriteAsync(new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { chunk } } }, stop);
            }

            await stream.CompleteAsync();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The process was killed under us, as intended.
        }
        catch (RpcException)
        {
            // Likewise, noticed by the transport first.
        }
    }

    static async Task<IReadOnlyList<string>> CommunesAsync(DemoClients clients)
    {
        var on = new Google.Type.Date { Year = 2020, Month = 1, Day = 2 };
        var districts = await clients.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = Province, On = on });
        var communes = await clients.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = districts.Areas[0].Code, On = on });
        return [.. communes.Areas.Select(commune => commune.Code)];
    }

    static async Task<List<string>> PlacementNamesAsync(DemoClients clients)
    {
        var names = new List<string>();
        var request = new ListPlacementsRequest { PageSize = 1_000 };
        do
        {
            var page = await Placements(clients).ListPlacementsAsync(request);
            names.AddRange(page.Placements.Select(placement => placement.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
