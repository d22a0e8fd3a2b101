using System.Diagnostics;
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
        var (code, printed) = await NodeAsync("--address", new Uri(platform.Grpc).Authority, "--token", token, "--web", new Uri(platform.Web).GetLeftPart(UriPartial.Authority));

        output.WriteLine(printed);
        code.ShouldBe(0, printed);
        var checks = printed.Split('\n').Where(line => line.StartsWith("{\"name\"", StringComparison.Ordinal)).ToList();
        checks.Count.ShouldBeGreaterThan(15);
        checks.ShouldAllBe(line => line.Contains("\"ok\":true", StringComparison.Ordinal));
    }

    public void Dispose() => data.Dispose();

    static async Task<(int Code, string Printed)> NodeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder() };
        start.ArgumentList.Add("client.mjs");
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var node = Process.Start(start)!;
        var printed = node.StandardOutput.ReadToEndAsync();
        var complaints = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, await printed + complaints);
    }

    /// <summary>The client stands beside its protos in the source tree, not in the output folder.</summary>
    static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "Platform.Tests", "GrpcJs");
            }
        }

        throw new InvalidOperationException("The repository root was not found above the test's output.");
    }
}
