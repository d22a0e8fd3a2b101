using System.Net;
using System.Net.Sockets;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Tests.Rebuild;

/// <summary>
/// Reporting with events in its own log, which it follows through its own feed. A rebuild can be kept waiting: the feed of
/// <c>training</c> is an address where nobody ever answers, and is read once the ledger claims to have booked something from there.
/// </summary>
sealed class RebuildHost : IAsyncDisposable
{
    readonly TcpListener silent;
    int emitted;

    public required ReportingHost Reporting { get; init; }

    public RebuildService.RebuildServiceClient Rebuilds => Reporting.Rebuilds;

    public string RebuildFile => Path.Combine(Reporting.Host.DataDirectory, "reporting.rebuild.db");

    /// <param name="settings">Further settings of the host.</param>
    public static async Task<RebuildHost> StartAsync(params string[] settings)
    {
        var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        return new RebuildHost(silent) { Reporting = await ReportingHost.StartAsync([$"Feeds:training=http://127.0.0.1:{port}", .. settings]) };
    }

    RebuildHost(TcpListener silent) => this.silent = silent;

    public async ValueTask DisposeAsync()
    {
        await Reporting.DisposeAsync();
        silent.Dispose();
    }

    public Task<Guid> PlaceAsync(int person, DateOnly day) => EmitAsync(new PlacementRecorded { Placement = Told.Placement(person, day, channel: "loan") }, day);

    /// <summary>Emits an event into reporting's own log and waits until the ledger has booked it.</summary>
    public async Task<Guid> EmitAsync(object record, DateOnly day)
    {
        var id = await InUnitAsync(db => Task.FromResult(db.Emit(record, Guid.NewGuid(), day, Told.CommuneOf447)));
        await Reporting.Host.EventsAsync("reporting", ++emitted);
        var subscriptions = Reporting.Host.Services.GetServices<Subscription<ReportingDb, LedgerProjection>>();
        await subscriptions.Single(one => one.Source == "reporting").CatchUpAsync(CancellationToken.None);
        return id;
    }

    public Task HoldAsync(string source) => InUnitAsync(db =>
    {
        db.Add(new FeedPositionRow { Consumer = LedgerProjection.Consumer, Source = source, Sequence = 1, BookedThrough = default });
        return Task.FromResult(true);
    });

    public Task LetGoAsync() => InUnitAsync(db => db.Set<FeedPositionRow>().Where(row => row.Source == "training").ExecuteDeleteAsync());

    public async Task<T> InUnitAsync<T>(Func<ReportingDb, Task<T>> work)
    {
        await using var scope = Reporting.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork<ReportingDb>>().RunAsync((db, _) => work(db), CancellationToken.None);
    }

    public async Task<Wire.Rebuild> StartRebuildAsync() => await Rebuilds.StartRebuildAsync(new StartRebuildRequest { RequestId = Guid.NewGuid().ToString() });

    public Task<Wire.Rebuild> EndedAsync(Wire.Rebuild rebuild) => UntilAsync(rebuild.Name, now => now.EndTime is not null);

    /// <summary>Asks until the rebuild, held at its last source, has booked all of the one before.</summary>
    public Task<Wire.Rebuild> HeldAsync(Wire.Rebuild rebuild) =>
        UntilAsync(rebuild.Name, now => now.Sources.Any(one => one.Source == "reporting" && one.BookedSequence == one.TargetSequence));

    /// <summary>The rebuild that goes on by itself after a start.</summary>
    public async Task<Wire.Rebuild> ResumedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var all = await Rebuilds.ListRebuildsAsync(new ListRebuildsRequest(), cancellationToken: patience.Token);
            if (all.Rebuilds.Count > 0)
            {
                return all.Rebuilds.Single();
            }
        }
    }

    async Task<Wire.Rebuild> UntilAsync(string name, Func<Wire.Rebuild, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var now = await Rebuilds.GetRebuildAsync(new GetRebuildRequest { Name = name }, cancellationToken: patience.Token);
            if (reached(now))
            {
                return now;
            }
        }
    }
}
