using AnSinh.Platform.Tests.Processes;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Figures;

/// <summary>Figures on the command line, asked of a running platform.</summary>
public sealed class FiguresCommandTests : IDisposable
{
    readonly TemporaryData data = new();

    [Fact]
    public async Task Figures_AreATable_AFile_OrARefusalWithItsReason()
    {
        await using var platform = await PlatformProcess.Start(data.Path).ListeningAsync();
        var token = (await CommandLine.RunAsync("token", "--role", "report-reader", "--area", "*", "--data", data.Path)).Output.Trim();
        Task<CommandLine> FiguresAsync(params string[] options) => CommandLine.RunAsync(["figures", .. options, "--server", platform.Grpc, "--token", token]);
        string[] asked = ["--indicators", "EMP-01,EMP-02", "--period", "2020-H1", "--area", "42"];

        var table = await FiguresAsync([.. asked, "--below", "districts", "--total", "--compare"]);
        table.ExitCode.ShouldBe(0, table.Output);
        var lines = table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("Chỉ tiêu  Kỳ");
        lines.Length.ShouldBe(1 + (2 * 13));
        table.Output.ShouldContain("Tổng số Tỉnh Hà Tĩnh");

        var csv = await FiguresAsync([.. asked, "--format", "csv"]);
        csv.Output.ShouldContain("2020-H1,42,Tỉnh Hà Tĩnh,,false,EMP-02,Số lượt giải quyết việc làm,lượt,0,0 lượt");

        var workbook = Path.Combine(data.Path, "so-lieu.xlsx");
        (await FiguresAsync([.. asked, "--format", "xlsx", "--out", workbook])).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(workbook)).Take(2).ShouldBe("PK"u8.ToArray());
        (await FiguresAsync([.. asked, "--format", "xlsx"])).ExitCode.ShouldBe(1);

        var refused = await FiguresAsync("--indicators", "XXX-99", "--period", "2020", "--area", "42");
        (refused.ExitCode, refused.Output.Contains("indicator.unknown", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    public void Dispose() => data.Dispose();
}
