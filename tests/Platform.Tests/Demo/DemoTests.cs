using AnSinh.Platform.Tests.Processes;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Demo;

/// <summary>The one command of the README, as a process.</summary>
public sealed class DemoTests : IDisposable
{
    readonly TemporaryData data = new();

    [Fact]
    public async Task Demo_PrintsThePublishedSentence_AndDoublesNothingTheSecondTime()
    {
        await using (var first = PlatformProcess.Start(data.Path, "demo", "ha-tinh-2020-h1", "--exit"))
        {
            (await first.ExitAsync()).ShouldBe(0, first.Output);
            first.Output.ShouldContain("9.997 người, đạt 41,65% kế hoạch");
            first.Output.ShouldContain("ghi mới 9.997, đã có từ trước 0");
        }

        await using var second = PlatformProcess.Start(data.Path, "demo", "ha-tinh-2020-h1", "--exit");
        (await second.ExitAsync()).ShouldBe(0, second.Output);
        second.Output.ShouldContain("9.997 người, đạt 41,65% kế hoạch");
        second.Output.ShouldContain("ghi mới 0, đã có từ trước 9.997");
    }

    [Theory]
    [InlineData("no-such-scenario", "Không có kịch bản")]
    [InlineData("broken", "Dòng 3, mục province")]
    public async Task Demo_WithAScenarioThatIsNone_SaysWhyAndStartsNothing(string scenario, string said)
    {
        if (scenario == "broken")
        {
            scenario = Path.Combine(data.Path, "broken.yaml");
            await File.WriteAllTextAsync(scenario, "# Kịch bản\n# thiếu tỉnh\nscenario: x\ntitle: y\nperiod: { from: 2020-01-01, to: 2020-12-31, kind: year }\n");
        }

        await using var process = PlatformProcess.Start(data.Path, "demo", scenario, "--exit");
        (await process.ExitAsync()).ShouldBe(1);
        process.Output.ShouldContain(said);
        Directory.Exists(Path.Combine(data.Path, "keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task Sigterm_WhileLoading_EndsCleanlyAndTheNextRunFinishes()
    {
        await using (var first = PlatformProcess.Start(data.Path, "demo", "ha-tinh-2020-h1"))
        {
            await first.WaitForAsync(line => line.StartsWith("Nạp hồ sơ", StringComparison.Ordinal));
            (await first.TerminateAsync()).ShouldBeOneOf(0, 130, 143);
            first.Output.ShouldNotContain("Unhandled");
        }

        await using var second = PlatformProcess.Start(data.Path, "demo", "ha-tinh-2020-h1", "--exit");
        (await second.ExitAsync()).ShouldBe(0, second.Output);
        second.Output.ShouldContain("9.997 người, đạt 41,65% kế hoạch");
    }

    public void Dispose() => data.Dispose();
}
