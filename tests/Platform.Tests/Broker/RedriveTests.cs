using System.Globalization;
using System.Text;
using AnSinh.Platform.Tests.Processes;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Broker;

/// <summary>The verb redrive against a real broker.</summary>
public sealed class RedriveTests(RabbitMqServer broker) : IClassFixture<RabbitMqServer>
{
    [Theory]
    [InlineData("books.ledger", "_error")]
    [InlineData("books.areas", "_dead")]
    public async Task Redrive_SendsMessagesBackInOrder_WithTheirIds(string queue, string ending)
    {
        await using var connection = await broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await DeclareAsync(channel, queue, queue + ending);
        for (var number = 1; number <= 3; number++)
        {
            var failed = new BasicProperties
            {
                MessageId = $"id-{number}",
                Persistent = true,
                Headers = new Dictionary<string, object?> { ["traceparent"] = "kept", ["MT-Fault-Message"] = "gone" },
            };
            await channel.BasicPublishAsync("", queue + ending, true, failed, Encoding.UTF8.GetBytes($"body {number}"));
        }

        await UntilHoldsAsync(channel, queue + ending, 3);
        var first = await RunAsync(queue + ending, "--count", "2");
        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("Đã gửi lại 2 bản tin");
        (await RunAsync(queue + ending)).Output.ShouldContain("Đã gửi lại 1 bản tin");

        (await channel.QueueDeclarePassiveAsync(queue + ending)).MessageCount.ShouldBe(0u);
        for (var number = 1; number <= 3; number++)
        {
            var back = (await channel.BasicGetAsync(queue, autoAck: true)).ShouldNotBeNull();
            back.BasicProperties.MessageId.ShouldBe($"id-{number}");
            back.BasicProperties.Persistent.ShouldBeTrue();
            back.BasicProperties.Headers!.Keys.ShouldContain("traceparent");
            back.BasicProperties.Headers!.Keys.ShouldNotContain("MT-Fault-Message");
            Encoding.UTF8.GetString(back.Body.Span).ShouldBe($"body {number}");
        }
    }

    [Fact]
    public async Task Redrive_OfAQueueThatIsNoErrorQueue_IsRefused()
    {
        var command = await RunAsync("books.ledger");

        command.ExitCode.ShouldBe(1);
        command.Output.ShouldContain("không phải là hàng đợi lỗi");
    }

    [Fact]
    public async Task Redrive_WhenTheQueueItselfIsMissing_LosesNothing()
    {
        await using var connection = await broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await DeclareAsync(channel, "orphan_error");
        await channel.BasicPublishAsync("", "orphan_error", true, new BasicProperties { MessageId = "id" }, "body"u8.ToArray());
        await UntilHoldsAsync(channel, "orphan_error", 1);

        var command = await RunAsync("orphan_error");

        command.ExitCode.ShouldBe(1);
        command.Output.ShouldContain("Không có hàng đợi");
        (await channel.QueueDeclarePassiveAsync("orphan_error")).MessageCount.ShouldBe(1u);
    }

    static async Task DeclareAsync(IChannel channel, params string[] queues)
    {
        foreach (var queue in queues)
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        }
    }

    // A quorum queue counts a message once its members agree.
    static async Task UntilHoldsAsync(IChannel channel, string queue, uint count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await channel.QueueDeclarePassiveAsync(queue, patience.Token)).MessageCount != count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    Task<CommandLine> RunAsync(string queue, params string[] options) => CommandLine.RunAsync(
        ["redrive", queue, "--broker", string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{broker.Port}/"), .. options]);
}
