using System.Diagnostics;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Telemetry;

/// <summary>Prometheus' own tool over its configuration, the rules and the rules' unit tests.</summary>
public sealed class PromtoolTests
{
    [Promtool]
    public async Task Configuration_IsValid() => await RunAsync("check", "config", "prometheus.yaml");

    [Promtool]
    public async Task Rules_AreValid() => await RunAsync("check", "rules", "alerts.yaml");

    [Promtool]
    public async Task Rules_FireWhenTheyShould() => await RunAsync("test", "rules", "alerts.tests.yaml");

    [Fact]
    public void EveryAlert_HasAUnitTest()
    {
        var tests = File.ReadAllText(Path.Combine(Deployed.Root, "deploy/telemetry/alerts.tests.yaml"));

        Deployed.Alerts.Where(rule => !tests.Contains($"alertname: {rule.Alert}\n", StringComparison.Ordinal)).Select(rule => rule.Alert).ShouldBeEmpty();
    }

    static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = Path.Combine(Deployed.Root, "deploy/telemetry"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
    }
}

/// <summary>A test that needs promtool, from Debian's package prometheus (tests/run.sh installs it); without it the test says so.</summary>
sealed class PromtoolAttribute : FactAttribute
{
    public PromtoolAttribute()
    {
        if (Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "promtool"))) != true)
        {
            Skip = "promtool is missing; Debian's package prometheus has it.";
        }
    }
}
