using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using MassTransit;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Messaging;

public sealed class BusSetupTests
{
    [Fact]
    public async Task UnknownTransport_KeepsTheProcessFromStarting()
    {
        using var data = new TemporaryDirectory();

        var fault = await Should.ThrowAsync<InvalidOperationException>(
            () => NotesHost.StartAsync(data, settings: new() { ["Bus:Transport"] = "Pigeon" }));

        fault.Message.ShouldContain("Pigeon");
    }

    // Processes of different releases find each other by these two; a rename would lose messages in silence.
    [Fact]
    public void NamesOnTheWire_ArePinned()
    {
        MessageUrn.ForType<EventRun>().ToString().ShouldBe("ansinh:events:v1:run");
        typeof(EventRun).GetCustomAttributes(typeof(EntityNameAttribute), false).Cast<EntityNameAttribute>().Single().EntityName.ShouldBe("ansinh.events.v1.run");
    }
}
