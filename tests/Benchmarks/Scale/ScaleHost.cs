using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks.Scale;

/// <summary>Reporting alone in this process, on SQLite, asked over the loopback network; its sources are the computed feeds.</summary>
sealed class ScaleHost : IAsyncDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("ansinh-scale-");
    readonly ShiftedTime time = new();
    WebApplication? feed;
    WebApplication? app;
    GrpcChannel? channel;

    /// <summary>How long the sources' logs are.</summary>
    public ScaleHeads Heads { get; } = new();

    /// <summary>The logs.</summary>
    public required ScaleEvents Events { get; init; }

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>The database's file.</summary>
    public string File => Path.Combine(data.FullName, "reporting.db");

    /// <summary>Figures.</summary>
    public FigureService.FigureServiceClient Figures => new(Calls());

    /// <summary>Rebuilds.</summary>
    public RebuildService.RebuildServiceClient Rebuilds => new(Calls());

    /// <summary>Starts with the units imported before the first event, so that they were known at every moment that is asked about.</summary>
    public static async Task<ScaleHost> StartAsync(ScaleAreas areas, ScaleCalendar calendar)
    {
        var host = new ScaleHost { Events = new ScaleEvents(areas, calendar) };
        host.feed = await ScaleFeed.StartAsync(host.Events, host.Heads);
        host.time.Back = TimeSpan.FromDays(3_000);
        await host.OpenAsync();
        using (var import = new AreaService.AreaServiceClient(host.Calls()).ImportAreas())
        {
            await import.RequestStream.WriteAsync(areas.ToRequest());
            await import.RequestStream.CompleteAsync();
            var answer = await import;
            if (answer.Summary.Refused > 0)
            {
                throw new InvalidOperationException($"The units were refused: {answer.Refused[0]}");
            }
        }

        host.time.Back = TimeSpan.Zero;
        await host.ReopenAsync();
        return host;
    }

    /// <summary>Stops and starts: nothing is kept in memory.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Books a batch in one transaction, as a rebuild does, and moves the position.</summary>
    public async Task BookAsync(string source, IReadOnlyList<SourcedEvent> batch)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("bench");
        var booking = scope.ServiceProvider.GetRequiredService<LedgerBooking>();
        var last = batch[^1].Event;
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<ReportingDb>>().RunAsync(
            async (db, token) =>
            {
                await booking.BookAsync(db, batch, token);
                var moved = await db.Set<FeedPositionRow>().Where(row => row.Consumer == LedgerProjection.Consumer && row.Source == source)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, last.Sequence).SetProperty(row => row.BookedThrough, last.RecordedAt), token);
                if (moved == 0)
                {
                    db.Add(new FeedPositionRow { Consumer = LedgerProjection.Consumer, Source = source, Sequence = last.Sequence, BookedThrough = last.RecordedAt });
                }

                return true;
            },
            CancellationToken.None);
    }

    /// <summary>What the ledger holds.</summary>
    public async Task<string> SizeAsync()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        await connection.OpenAsync();
        var counts = new List<long>();
        foreach (var table in (string[])["fact", "cell", "presence", "parked_event"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM {table}";
            counts.Add((long)(await command.ExecuteScalarAsync())!);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counts[0]:N0} facts of {Heads.Total:N0} events, {counts[1]:N0} cells, {counts[2]:N0} presences, {counts[3]:N0} parked, {new FileInfo(File).Length >> 20:N0} MB");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await feed!.DisposeAsync();
        data.Delete(recursive: true);
    }

    CallInvoker Calls()
    {
        var token = Services.GetRequiredService<DevelopmentIssuer>().IssueToken("bench", ["planning-officer", "reporting-operator"], [], ["*"], TimeSpan.FromHours(4));
        return channel!.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
    }

    async Task OpenAsync()
    {
        // The feeds are not followed by the clock: what is measured books when it says so.
        var builder = ServiceHostBuilder.Create([
            $"--DataDirectory={data.FullName}", "--Hosting:GrpcPort=0", "--Hosting:WebPort=0", "--Bus:Transport=InMemory", "--Authentication:Development=true",
            "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:MassTransit=Critical", "--Subscriptions:CatchUpEvery=1.00:00:00", .. ScaleEvents.Sources.Select(source => $"--Feeds:{source}={feed!.Urls.First()}")]);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddReporting();
        app = builder.Build();
        await app.StartAsync();
        channel = GrpcChannel.ForAddress(Services.GetRequiredService<HostAddresses>().Grpc);
    }

    async Task CloseAsync()
    {
        channel?.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;
    }
}
