using System.Collections.Concurrent;
using System.Text;
using AnSinh.Platform.Tests.Processes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>Messages that vanish, come twice, come in the wrong order, or cannot be read.</summary>
[Collection(nameof(OneCluster))]
public sealed class MessageFaultTests(FaultCluster cluster, ITestOutputHelper output)
{
    const int Seed = 20_200_702;
    const string Reporting = "reporting";
    const string Exchange = "ansinh.events.v1.run";
    const string ErrorQueue = Proof.LedgerQueue + "_error";

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly FaultRound round = new(cluster, output);

    [Fact]
    public async Task Queue_PurgedUnderLoad_IsCompletedFromTheFeed()
    {
        await round.RunAsync("queue purged", 20, PurgeAsync, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    [Fact]
    public async Task Runs_DeliveredTwiceAndOutOfOrder_ChangeNothing()
    {
        await round.RunAsync("messages twice and out of order", 20, RepeatAsync, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    [Fact]
    public async Task Message_ThatCannotBeRead_WaitsInTheErrorQueue_AndTheOthersGoOn()
    {
        try
        {
            await round.RunAsync("unreadable messages", 20, PoisonAsync, Longest, failedMessages: 3);
            var status = await CommandLine.RunAsync("cluster", "status", "--dir", cluster.File.Directory);
            status.Output.ShouldContain(ErrorQueue);
            var redrive = await CommandLine.RunAsync("redrive", ErrorQueue, "--broker", cluster.BrokerUri.ToString());
            redrive.ExitCode.ShouldBe(0, redrive.Output);
            redrive.Output.ShouldContain("Đã gửi lại 3 bản tin");

            // Still unreadable, so they come back.
            await new Proof(cluster).QueuesAsync(failedMessages: 3);
        }
        finally
        {
            // An official gives them up.
            await using var connection = await cluster.ConnectAsync();
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueuePurgeAsync(ErrorQueue);
        }

        await round.RunAsync("after unreadable messages", 20, _ => Task.CompletedTask, Longest);
    }

    /// <summary>Reporting stands still while messages pile up, so that there is something to purge.</summary>
    async Task PurgeAsync(Load load)
    {
        await using var connection = await cluster.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        cluster.Signal(Reporting, Signals.Stop);
        try
        {
            await Wait.ForAsync("messages in the queue", Patience, async () => (await channel.QueueDeclarePassiveAsync(Proof.LedgerQueue)).MessageCount >= 10);
            (await channel.QueuePurgeAsync(Proof.LedgerQueue)).ShouldBeGreaterThan(0u);
        }
        finally
        {
            cluster.Signal(Reporting, Signals.Continue);
        }

        await load.AnsweredAsync(load.Journal.Acknowledged + 50);
    }

    async Task RepeatAsync(Load load)
    {
        await using var connection = await cluster.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var recorded = new ConcurrentQueue<(BasicProperties Properties, byte[] Body)>();
        var queue = await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true);
        await channel.QueueBindAsync(queue.QueueName, Exchange, "");
        var recorder = new AsyncEventingBasicConsumer(channel);
        recorder.ReceivedAsync += (_, message) =>
        {
            recorded.Enqueue((new BasicProperties(message.BasicProperties), message.Body.ToArray()));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, recorder);
        await Wait.ForAsync("recorded messages", Patience, () => Task.FromResult(recorded.Count >= 60));

        // Each once more, every third yet again, all mixed up, while the load goes on.
        var random = new Random(Seed);
        var again = recorded.Concat(recorded.Where((_, index) => index % 3 == 0)).OrderBy(_ => random.Next()).ToList();
        foreach (var (properties, body) in again)
        {
            await channel.BasicPublishAsync("", Proof.LedgerQueue, mandatory: true, properties, body);
        }

        output.WriteLine($"{again.Count} messages repeated");
    }

    async Task PoisonAsync(Load load)
    {
        await using var connection = await cluster.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var (type, body) in ((string, string)[])[
            ("application/vnd.masstransit+json", "{ no message"),
            ("application/vnd.masstransit+json", """{"messageType":["ansinh:events:v1:run"],"message":{"source":"employment","events":[{"sequence":"x"}]}}"""),
            ("application/octet-stream", "\0\0\0"),
        ])
        {
            var properties = new BasicProperties { ContentType = type, MessageId = Guid.NewGuid().ToString(), Persistent = true };
            await channel.BasicPublishAsync("", Proof.LedgerQueue, mandatory: true, properties, Encoding.UTF8.GetBytes(body));
        }

        await load.AnsweredAsync(load.Journal.Acknowledged + 50);
    }
}
