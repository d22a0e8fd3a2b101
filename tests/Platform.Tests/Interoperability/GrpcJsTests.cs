using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Interoperability;

/// <summary>A gRPC implementation that is not ours, npm's @grpc/grpc-js, calls every kind of rpc of the running platform.</summary>
public sealed class GrpcJsTests(ITestOutputHelper output) : IDisposable
{
    static readonly string[] Permissions =
    [
        "events.read", "employment.workers.write", "employment.placements.write", "employment.placements.read",
        "employment.placements.import", "reporting.areas.import",
    ];

    readonly TemporaryData data = new();

    [Fact]
    public async Task EveryKindOfRpc_CalledByGrpcJs_Answers()
    {
        await using var platform = PlatformProcess.Start(data.Path);
        await platform.ListeningAsync();
        var token = DevelopmentIssuer.Open(new HostPaths(data.Path), TimeProvider.System)
            .IssueToken("grpc-js", [], Permissions, [AreaScope.AllAreas], TimeSpan.FromMinutes(10));
        var (code, printed) = await NodeClient.RunAsync("client.mjs", "--address", new Uri(platform.Grpc).Authority, "--token", token, "--web", new Uri(platform.Web).GetLeftPart(UriPartial.Authority));

        output.WriteLine(printed);
        code.ShouldBe(0, printed);
        var checks = printed.Split('\n').Where(line => line.StartsWith("{\"name\"", StringComparison.Ordinal)).ToList();
        checks.Count.ShouldBeGreaterThan(15);
        checks.ShouldAllBe(line => line.Contains("\"ok\":true", StringComparison.Ordinal));
    }

    public void Dispose() => data.Dispose();
}
