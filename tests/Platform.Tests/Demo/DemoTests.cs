using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AnSinh.Platform.Tests.Processes;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Demo;

/// <summary>The one command of the README, as a process.</summary>
public sealed class DemoTests : IDisposable
{
    const string Head = "scenario: ha-tinh-2020-h1\ntitle: y\nprovince: \"42\"\nperiod: { from: 2020-01-01, to: 2020-06-30, kind: half }\nrecords:\n";

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
    [InlineData("# Kịch bản\n# thiếu tỉnh\nscenario: x\ntitle: y\nperiod: { from: 2020-01-01, to: 2020-12-31, kind: year }\n", "Dòng 3, mục province")]
    [InlineData(Head + "  - { service: employment, record: placemnt, count: 5, from: 2020-01-01, to: 2020-02-01 }\n", "Dòng 6: không có loại hồ sơ \"employment/placemnt\"")]
    public async Task Demo_WithAScenarioThatIsNone_SaysWhyAndStartsNothing(string scenario, string said)
    {
        await using var process = PlatformProcess.Start(data.Path, "demo", scenario.Contains('\n') ? await FileAsync(scenario) : scenario, "--exit");
        await ShouldSayOnlyAsync(process, said);
        Directory.Exists(Path.Combine(data.Path, "keys")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("")]
    public async Task Start_OnAPortInUse_SaysWhichAndWhatToDo(string verb)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var process = PlatformProcess.StartOn(port, data.Path, verb.Length == 0 ? [] : [verb, SmallProvince, "--exit"]);
        await ShouldSayOnlyAsync(process, string.Create(CultureInfo.InvariantCulture, $"Cổng {port} hoặc {port + 1} đang có chương trình khác dùng"));
    }

    [Fact]
    public async Task Start_OnDataOfARunningPlatform_SaysSoAndNothingElse()
    {
        using var held = new FileStream(Path.Combine(data.Path, "employment.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var process = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--exit");
        await ShouldSayOnlyAsync(process, "đang được một tiến trình khác mở");
    }

    [Fact]
    public async Task Start_WhereNothingCanBeWritten_SaysWhichDirectoryAndWhatToDo()
    {
        // Below a file, not even root can make a directory.
        await using var process = PlatformProcess.Start(Path.Combine(await FileAsync(""), "data"), "demo", SmallProvince, "--exit");
        await ShouldSayOnlyAsync(process, "Không ghi được vào thư mục dữ liệu");
    }

    [Fact]
    public async Task Demo_ThatFailsWhileItLoads_SaysWhyAtTheEnd_AndNotThatOthersWereStopped()
    {
        var scenario = await FileAsync(
            Head + "  - { service: employment, record: placement, count: 5000, from: 2020-01-01, to: 2020-02-01, where: { channel: { domestic: 5000 } } }\n"
                + "  - { service: protection, record: assistance_in_payment, count: 5, from: 2020-01-01, to: 2020-02-01 }\n");
        await using var process = PlatformProcess.Start(data.Path, "demo", scenario, "--exit");
        (await process.ExitAsync()).ShouldBe(1);
        process.Output.ShouldContain("Dòng 7: nhóm assistance_in_payment cần nhóm assistance_payment.");
        process.Output.ShouldNotContain("Cancelled");
        process.Output.ShouldNotContain(" warn: ");
    }

    [Fact]
    public async Task Demo_WithAWrongTemplate_SaysSoBeforeAnythingIsLoaded()
    {
        var template = await FileAsync("Có {{NOPE-99}} người.");
        await using var process = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--template", template, "--exit");
        (await process.ExitAsync()).ShouldBe(1);
        process.Output.ShouldContain("NOPE-99");
        process.Output.ShouldNotContain("Nạp hồ sơ");
        process.Output.ShouldNotContain(" warn: ");
    }

    [Fact]
    public async Task Sigterm_WhileLoading_EndsCleanlyAndTheNextRunFinishes()
    {
        await using (var first = PlatformProcess.Start(data.Path, "demo", SmallProvince))
        {
            await first.WaitForAsync(line => line.StartsWith("Nạp hồ sơ", StringComparison.Ordinal));
            (await first.TerminateAsync()).ShouldBeOneOf(0, 130, 143);
            first.Output.ShouldNotContain("Unhandled");
            first.Output.ShouldNotContain(" warn: ");
        }

        await using var second = PlatformProcess.Start(data.Path, "demo", SmallProvince, "--exit");
        (await second.ExitAsync()).ShouldBe(0, second.Output);
        second.Output.ShouldContain("9 câu đã công bố: khớp tất cả");
    }

    static async Task ShouldSayOnlyAsync(PlatformProcess process, string said)
    {
        (await process.ExitAsync()).ShouldBe(1, process.Output);
        process.Output.ShouldContain(said);
        process.Output.Trim().Split('\n').Length.ShouldBe(1, process.Output);
    }

    async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(data.Path, "given");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    static string InDemo(string file) => Path.Combine(AppContext.BaseDirectory, "Demo", file);

    public void Dispose() => data.Dispose();
}
