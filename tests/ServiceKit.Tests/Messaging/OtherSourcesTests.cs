using System.Collections.Concurrent;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Messaging;

public sealed class OtherSourcesTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task ARunOfASourceThatIsNotFollowed_IsPassedOverUnread_ByItsHeader()
    {
        await using var host = await NotesHost.StartAsync(data, follows: true);
        var bus = host.App.Services.GetRequiredService<IBus>();
        var read = new Readings();
        bus.ConnectConsumeMessageObserver(read);

        await bus.Publish(Run("passed over"), publish => publish.Headers.Set(EventRun.SourceHeader, "passed over"));
        await bus.Publish(Run("no header"));
        await host.EmitAsync(3);

        await Patience.UntilAsync(async () => (await host.BookedAsync()).Count == 3);
        read.Sources.Distinct().ShouldBe(["no header", NotesHost.Source], ignoreOrder: true);
    }

    static EventRun Run(string source) => new() { Source = source, Events = [] };

    /// <summary>The sources of the messages that were read.</summary>
    sealed class Readings : IConsumeMessageObserver<EventRun>
    {
        public ConcurrentQueue<string> Sources { get; } = new();

        public Task PreConsume(ConsumeContext<EventRun> context)
        {
            Sources.Enqueue(context.Message.Source);
            return Task.CompletedTask;
        }

        public Task PostConsume(ConsumeContext<EventRun> context) => Task.CompletedTask;

        public Task ConsumeFault(ConsumeContext<EventRun> context, Exception exception) => Task.CompletedTask;
    }
}
