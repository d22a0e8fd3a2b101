using AnSinh.Platform.Tests.Processes;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Demo;

/// <summary>The one command of the README, as a process.</summary>
public sealed class DemoTests : IDisposable
{
    readonly TemporaryData data = new();

    static readonly string SmallProvince = InDemo("small-province.yaml");

    [Fact]
    public async Task Demo_PrintsThePublishedSentences_AndDoublesNothingTheSecondTime()
    {
        await using (var first = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--exit"))
        {
            (await first.ExitAsync()).ShouldBe(0, first.Output);
            first.Output.ShouldContain("97 người, đạt 40,42% kế hoạch");
            first.Output.ShouldContain("9 câu đã công bố: khớp tất cả");
        }

        await using var second = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--exit");
        (await second.ExitAsync()).ShouldBe(0, second.Output);
        second.Output.ShouldContain("9 câu đã công bố: khớp tất cả");
        second.Output.ShouldContain("ghi mới 0,");
    }

    [Fact]
    public async Task Demo_WithApplications_ShowsWhichShareOfTheEligibleWasPaid()
    {
        await using var process = PlatformProcess.Start(
            data.Path, "demo", InDemo("assistance-coverage.yaml"), "--template", InDemo("assistance-coverage.md"), "--exit");
        (await process.ExitAsync()).ShouldBe(0, process.Output);
        process.Output.ShouldContain("Đã chi trả cho 83,33% số người đủ điều kiện.");
        process.Output.ShouldContain("1 câu đã công bố: khớp tất cả");
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
        await using (var first = PlatformProcess.Start(data.Path, "demo", SmallProvince))
        {
            await first.WaitForAsync(line => line.StartsWith("Nạp hồ sơ", StringComparison.Ordinal));
            (await first.TerminateAsync()).ShouldBeOneOf(0, 130, 143);
            first.Output.ShouldNotContain("Unhandled");
        }

        await using var second = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--exit");
        (await second.ExitAsync()).ShouldBe(0, second.Output);
        second.Output.ShouldContain("9 câu đã công bố: khớp tất cả");
    }

    static string InDemo(string file) => Path.Combine(AppContext.BaseDirectory, "Demo", file);

    public void Dispose() => data.Dispose();
}
