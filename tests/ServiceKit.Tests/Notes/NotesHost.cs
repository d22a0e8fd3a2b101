using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.Testing.SqlServer;
using Grpc.Core;
using Grpc.Net.Client;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>A real host with the notes module. Its data directory is the test's, so that another host can go on with it.</summary>
sealed class NotesHost : IAsyncDisposable
{
    public const string Source = "notes";
    const string EventsRead = "events.read";

    NotesHost(WebApplication app, BusSwitch bus)
    {
        App = app;
        Bus = bus;
        Channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<HostAddresses>().Grpc);
    }

    public WebApplication App { get; }

    public BusSwitch Bus { get; }

    public GrpcChannel Channel { get; }

    public WorkerService.WorkerServiceClient Workers => new(Channel);

    public EventFeed.EventFeedClient Feed => new(Channel);

    public NotesBehaviour Commands => App.Services.GetRequiredService<NotesBehaviour>();

    public HandlerBehaviour Handler => App.Services.GetRequiredService<HandlerBehaviour>();

    public Subscription<NotesDb, NotesHandler> Subscription => App.Services.GetRequiredService<Subscription<NotesDb, NotesHandler>>();

    public static async Task<NotesHost> StartAsync(
        TemporaryDirectory data, JumpingTime? time = null, bool follows = false, Action<BusSwitch>? bus = null, Dictionary<string, string?>? settings = null)
    {
        TranslatedQueries.Listen();
        // A second try would wait by the test's clock, which may stand.
        var host = TestHost.Prepare(data, new Dictionary<string, string?>(settings ?? []) { ["Resilience:Attempts"] = "1" });
        var way = new BusSwitch();
        bus?.Invoke(way);
        host.Services.AddSingleton(time ?? TimeProvider.System);
        host.Services.AddSingleton<NotesBehaviour>();
        host.Services.AddSingleton<HandlerBehaviour>();
        host.Services.AddSingleton<IHostedService, NotesSchema>();
        host.Services.AddSingleton(services => new RunPublisher(way.Over(services.GetRequiredService<IBus>()), services.GetRequiredService<TimeProvider>()));
        var module = host.AddModule(Source).AddGrpc<NotesGrpc>(WorkerService.Descriptor);
        module.AddDatabase<NotesDb, NotesSqliteDb, NotesSqlServerDb>();
        if (follows)
        {
            module.Follow<NotesDb, NotesHandler>(Source);
        }

        var app = host.Build();
        try
        {
            await app.StartAsync();
            return new NotesHost(app, way);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Metadata Headers(string subject = "official") => TestHost.Bearer(App.Services.GetRequiredService<DevelopmentIssuer>().IssueToken(
        subject, [], ["employment.workers.write", "employment.workers.identify", EventsRead], ["*"], TimeSpan.FromMinutes(5)));

    public AsyncUnaryCall<Worker> RegisterAsync(string title, Guid? requestId = null, string subject = "official") => Workers.RegisterWorkerAsync(
        new RegisterWorkerRequest { Worker = new Worker { FullName = title }, RequestId = (requestId ?? Guid.NewGuid()).ToString() }, Headers(subject));

    public async Task<ReadResponse> ReadFeedAsync(long after = 0, int pageSize = 0) =>
        await Feed.ReadAsync(new ReadRequest { Source = Source, AfterSequence = after, PageSize = pageSize }, Headers());

    /// <summary>Runs work in a unit of work of its own.</summary>
    public async Task InUnitAsync(Func<NotesDb, Task> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<NotesDb>>().RunAsync(
            async (db, _) =>
            {
                await work(db);
                return true;
            },
            CancellationToken.None);
    }

    public async Task<T> QueryAsync<T>(Func<NotesDb, Task<T>> query)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<NotesDb>());
    }

    /// <summary>Emits events in one unit of work.</summary>
    public Task EmitAsync(int count) => InUnitAsync(db =>
    {
        for (var i = 0; i < count; i++)
        {
            db.Emit(new WorkerRegistered { PersonKey = $"{i}" }, Guid.NewGuid(), NotesGrpc.Day, "18073");
        }

        return Task.CompletedTask;
    });

    public Task NumberedAsync(long head) => Patience.UntilAsync(async () => await StateAsync(state => state.LastSequence) == head);

    public Task PublishedAsync(long head) => Patience.UntilAsync(async () => await StateAsync(state => state.PublishedSequence) == head);

    public Task<List<long>> BookedAsync() =>
        QueryAsync(db => db.Bookings.OrderBy(booking => booking.Id).Select(booking => booking.Sequence).ToListAsync());

    /// <summary>Part of the log as the bus would carry it.</summary>
    public async Task<EventRun> RunAsync(long from, long to) => new()
    {
        Source = Source,
        Events = [.. (await QueryAsync(db => db.EventLog.Where(row => row.Sequence >= from && row.Sequence <= to).OrderBy(row => row.Sequence).ToListAsync()))
            .Select(EventEnvelope.Of)],
    };

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    async Task<long> StateAsync(Func<RelayStateRow, long> read) => read(await QueryAsync(db => db.Set<RelayStateRow>().AsNoTracking().SingleAsync()));
}
