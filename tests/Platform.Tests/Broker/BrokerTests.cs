using System.Globalization;
using System.Net;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment;
using AnSinh.Employment.Data;
using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Broker;

/// <summary>Events over a real broker. The clock stands, so no timer catches up behind the broker's back.</summary>
public sealed class BrokerTests(RabbitMqServer broker) : IClassFixture<RabbitMqServer>, IAsyncLifetime
{
    const string NoFeed = "Feeds:employment=http://127.0.0.1:1";

    // The bus comes back to a broker in steps of up to half a minute.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly Heard heard = new();
    bool listens = true;

    public async Task InitializeAsync()
    {
        // What another test has left behind belongs to another log.
        await using var connection = await broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(Listener.Queue, ifUnused: false, ifEmpty: false);
        await channel.QueueDeleteAsync("employment.areas", ifUnused: false, ifEmpty: false);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    async Task<ServiceTestHost> StartAsync(params string[] settings)
    {
        var host = await ServiceTestHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(heard);
                var module = builder.AddEmployment();
                if (listens)
                {
                    module.Follow<EmploymentDb, Listener>(EmploymentModule.Name);
                }
            },
            null,
            [.. broker.Settings, "Subscriptions:CatchUpEvery=1.00:00:00", "Resilience:Attempts=1", .. settings]);
        await ListeningAsync();
        return host;
    }

    async Task ListeningAsync()
    {
        await using var connection = await broker.ConnectAsync();
        await UntilAsync(async () =>
        {
            await using var channel = await connection.CreateChannelAsync();
            try
            {
                return !listens || (await channel.QueueDeclarePassiveAsync(Listener.Queue)).ConsumerCount > 0;
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                return false;
            }
        });
    }

    async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"Heard {string.Join(',', heard.Sequences)} and no more. The broker's log:\n{broker.Log()}");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    static async Task EmitAsync(ServiceTestHost host, int count)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<EmploymentDb>>().RunAsync(
            (db, _) =>
            {
                for (var i = 0; i < count; i++)
                {
                    db.Emit(new EmployerRegistered { Size = i }, Guid.NewGuid(), new DateOnly(2020, 6, 30), "18073");
                }

                return Task.FromResult(true);
            },
            CancellationToken.None);
    }

    static async Task<RelayStateRow> RelayAsync(ServiceTestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EmploymentDb>().Set<RelayStateRow>().AsNoTracking().SingleAsync();
    }

    Task PublishedAsync(ServiceTestHost host, long sequence) => UntilAsync(async () => (await RelayAsync(host)).PublishedSequence == sequence);

    Task HeardAsync(int count) => UntilAsync(() => Task.FromResult(heard.Sequences.Count >= count));

    void ShouldHaveHeardUpTo(int last) => heard.Sequences.ShouldBe(Enumerable.Range(1, last).Select(i => (long)i));

    [Fact]
    public async Task Event_ReachesASubscriptionOverTheBroker()
    {
        await using var host = await StartAsync(NoFeed, "Relay:RunLength=10");

        await EmitAsync(host, 1);
        await HeardAsync(1);
        await EmitAsync(host, 9);
        await HeardAsync(10);

        ShouldHaveHeardUpTo(10);
    }

    [Fact]
    public async Task Queue_IsReplicatedAndGivesUpAMessageThatKeepsComingBack()
    {
        await using var host = await StartAsync(NoFeed);

        var queues = (await broker.AskAsync("list_queues", "name", "type", "durable", "arguments")).Split('\n');

        var queue = queues.Single(line => line.StartsWith(Listener.Queue + "\t", StringComparison.Ordinal));
        queue.ShouldContain("quorum\ttrue");
        queue.ShouldContain("{\"x-delivery-limit\",20}");
        queue.ShouldContain($"{{\"x-dead-letter-exchange\",\"{Listener.Queue}_dead\"}}");
        queues.ShouldContain(line => line.StartsWith(Listener.Queue + "_dead\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheQueueIsEmptiedByHand_TheFeedCompletesIt()
    {
        await using var host = await StartAsync();
        await EmitAsync(host, 3);
        await HeardAsync(3);
        await host.StopAsync();
        listens = false;
        await host.StartAsync();
        await EmitAsync(host, 4);
        await PublishedAsync(host, 7);
        await host.StopAsync();
        await using (var connection = await broker.ConnectAsync())
        {
            await using var channel = await connection.CreateChannelAsync();
            (await channel.QueuePurgeAsync(Listener.Queue)).ShouldBeGreaterThan(0u);
        }

        listens = true;
        await host.StartAsync();

        await HeardAsync(7);
        ShouldHaveHeardUpTo(7);
    }

    [Fact]
    public async Task WhenTheBrokerStopsAndComesBack_NothingIsLostAndNothingDouble()
    {
        await using var host = await StartAsync();
        await EmitAsync(host, 5);
        await HeardAsync(5);
        await PublishedAsync(host, 5);
        await broker.StopAsync();

        await EmitAsync(host, 5);
        await EmitAsync(host, 5);

        // Commands, numbering and the feed do without the broker, and the service stays ready.
        (await host.EventsAsync(EmploymentModule.Name, 15)).Count.ShouldBe(15);
        using var web = new HttpClient();
        (await web.GetAsync(new Uri(host.WebAddress + "/healthz/ready"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RelayAsync(host)).PublishedSequence.ShouldBe(5);
        await broker.StartAsync();
        await UntilAsync(() =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(heard.Sequences.Count >= 15);
        });
        ShouldHaveHeardUpTo(15);
        await PublishedAsync(host, 15);
    }

    [Fact]
    public async Task WhenNothingIsHeardOfAReader_AnotherTakesItsPlace()
    {
        await using var host = await StartAsync(NoFeed, "Logging:LogLevel:AnSinh.ServiceKit.Messaging=Warning");
        using var said = new Said();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(said);
        await EmitAsync(host, 1);
        await HeardAsync(1);
        await broker.StopAsync();

        // Minutes pass for the host between two tries of the library, as if it had stopped trying.
        await UntilAsync(() =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(said.Lines.Any(line => line.Contains($"reader of {Listener.Queue} ", StringComparison.Ordinal) && line.Contains("replaced", StringComparison.Ordinal)));
        });
        await broker.StartAsync();
        await ListeningAsync();
        await EmitAsync(host, 9);

        await HeardAsync(10);
        ShouldHaveHeardUpTo(10);
    }

    [Fact]
    public async Task RunThatIsDeliveredTwice_ChangesNothing()
    {
        await using var host = await StartAsync(NoFeed);
        await EmitAsync(host, 4);
        await HeardAsync(4);
        EventRun run;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var rows = await scope.ServiceProvider.GetRequiredService<EmploymentDb>().EventLog.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
            run = new EventRun { Source = EmploymentModule.Name, Events = [.. rows.Select(EventEnvelope.Of)] };
        }

        await host.Services.GetRequiredService<IBus>().Publish(run);
        await host.Services.GetRequiredService<IBus>().Publish(run);
        await EmitAsync(host, 1);

        // The queue keeps its order, so the doubles have been through when the fifth arrives.
        await HeardAsync(5);
        ShouldHaveHeardUpTo(5);
    }

    [Fact]
    public async Task MessageThatAConsumerFailsWith_WaitsInTheErrorQueue_AndIsBookedWhenItIsRedriven()
    {
        await using var host = await StartAsync(NoFeed);
        heard.IsBroken = true;
        await EmitAsync(host, 3);
        await using var connection = await broker.ConnectAsync();
        await UntilAsync(async () => await WaitingAsync(connection, Listener.Queue + "_error") > 0);
        heard.Sequences.ShouldBeEmpty();

        heard.IsBroken = false;
        var redrive = await CommandLine.RunAsync(
            "redrive", Listener.Queue + "_error", "--broker", string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{broker.Port}/"));

        redrive.ExitCode.ShouldBe(0, redrive.Output);
        await HeardAsync(3);
        ShouldHaveHeardUpTo(3);
        (await WaitingAsync(connection, Listener.Queue + "_error")).ShouldBe(0u);
    }

    static async Task<uint> WaitingAsync(IConnection connection, string queue)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }
}
