using System.Net;
using System.Text.Json;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Events;

public sealed class RelayHealthTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task WhenEventsWaitForTheBus_ReadinessSaysHowManyAndForHowLong_AndIsDegradedAfterAMinute()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, bus: bus => bus.WaitForEver());
        await host.EmitAsync(4);
        await host.NumberedAsync(4);

        time.Advance(TimeSpan.FromSeconds(50));
        (await ReadAsync(host)).ShouldBe(("healthy", 4, 50));

        time.Advance(TimeSpan.FromSeconds(40));
        (await ReadAsync(host)).ShouldBe(("degraded", 4, 90));
    }

    [Fact]
    public async Task WhenAllIsPublished_NothingWaits()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time);
        await host.EmitAsync(4);
        await host.PublishedAsync(4);

        time.Advance(TimeSpan.FromMinutes(5));

        (await ReadAsync(host)).ShouldBe(("healthy", 0, 0));
    }

    static async Task<(string? Status, double Unpublished, double OldestSeconds)> ReadAsync(NotesHost host)
    {
        using var web = new HttpClient();
        using var answer = await web.GetAsync(new Uri(host.App.Services.GetRequiredService<HostAddresses>().Web + "/healthz/ready"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var relay = body.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == NotesHost.Source + ".relay");
        var numbers = relay.GetProperty("data");
        return (relay.GetProperty("status").GetString(), numbers.GetProperty("unpublished").GetDouble(), numbers.GetProperty("oldest_seconds").GetDouble());
    }
}
