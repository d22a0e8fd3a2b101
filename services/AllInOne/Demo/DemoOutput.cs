using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace AnSinh.AllInOne.Demo;

/// <summary>What people see of a demonstration: progress bars on a terminal, lines elsewhere, and a table of times and figures.</summary>
/// <param name="console">Where to write.</param>
/// <param name="time">Clock for the steps.</param>
public sealed class DemoOutput(IAnsiConsole console, TimeProvider time)
{
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    readonly List<(string Step, TimeSpan Took)> steps = [];
    long loadedRows;

    /// <summary>Says which scenario runs.</summary>
    public void Title(Scenario scenario) => console.MarkupLineInterpolated($"[bold]{scenario.Title}[/] ({scenario.Name}, tỉnh {scenario.Province})");

    /// <summary>Runs a step and keeps the time it took.</summary>
    public async Task<T> StepAsync<T>(string step, Func<Task<T>> run)
    {
        var began = time.GetTimestamp();
        var result = await run();
        steps.Add((step, time.GetElapsedTime(began)));
        return result;
    }

    /// <summary>Runs a long step with a progress bar, or with a line every tenth where the output is no terminal.</summary>
    public async Task<T> ProgressAsync<T>(string step, int total, Func<Action<int>, Task<T>> run)
    {
        if (console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal)
        {
            return await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
                .StartAsync(context =>
                {
                    var task = context.AddTask(step, maxValue: total);
                    return StepAsync(step, () => run(count => task.Increment(count)));
                });
        }

        long done = 0;
        return await StepAsync(step, () => run(count =>
        {
            // Several services advance at once: each line is written by the one whose record filled the next twentieth.
            var after = Interlocked.Add(ref done, count);
            if (after * 20L / Math.Max(total, 1) > (after - count) * 20L / Math.Max(total, 1))
            {
                console.WriteLine(string.Create(Vietnamese, $"{step}: {after:N0}/{total:N0}"));
            }
        }));
    }

    /// <summary>Says what was recorded.</summary>
    /// <param name="recorded">New records.</param>
    /// <param name="present">Records of an earlier run.</param>
    public void Loaded(long recorded, long present)
    {
        loadedRows = recorded;
        console.WriteLine(string.Create(Vietnamese, $"Đã nhận {recorded + present:N0} hồ sơ: ghi mới {recorded:N0}, đã có từ trước {present:N0}."));
    }

    /// <summary>Waits for reporting and says how long after the last answer its figures were complete.</summary>
    public async Task LagAsync(Func<Task<long>> wait)
    {
        var began = time.GetTimestamp();
        var events = await wait();
        var lag = time.GetElapsedTime(began);
        steps.Add(("Chờ số liệu bắt kịp (độ trễ)", lag));
        console.WriteLine(string.Create(
            Vietnamese, $"Số liệu đã gồm đủ {events:N0} sự kiện, {lag.TotalMilliseconds:N0} ms sau hồ sơ cuối cùng."));
    }

    /// <summary>Prints a report, and its sentences and figures beside the published ones.</summary>
    /// <param name="markdown">The report.</param>
    /// <param name="expected">What the published report said.</param>
    /// <param name="exact">The platform's exact figures, one a sentence.</param>
    /// <returns>Whether every published sentence stands in the report and every figure is exact.</returns>
    public bool Report(string markdown, IReadOnlyList<ExpectedSentence> expected, IReadOnlyList<string> exact)
    {
        // Past the console's line breaking: what is printed is the report, byte for byte.
        console.Profile.Out.Writer.WriteLine();
        console.Profile.Out.Writer.WriteLine(markdown);
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Chỉ tiêu", "Báo cáo đã công bố", "Nền tảng in ra", "Số công bố", "Số của nền tảng", "Khớp");
        var allEqual = true;
        foreach (var (sentence, figure) in expected.Zip(exact))
        {
            var printed = markdown.Contains(sentence.Printed, StringComparison.Ordinal);
            var equal = printed && figure == sentence.Exact;
            allEqual &= equal;
            table.AddRow(
                Markup.Escape(sentence.Indicator), Markup.Escape(sentence.Printed), Markup.Escape(printed ? sentence.Printed : "(không có)"),
                Markup.Escape(sentence.Exact), Markup.Escape(figure), equal ? "có" : "KHÔNG");
        }

        console.Write(table);
        console.WriteLine(string.Create(Vietnamese, $"{expected.Count:N0} câu đã công bố: {(allEqual ? "khớp tất cả" : "CÓ CÂU KHÔNG KHỚP")}."));
        return allEqual && exact.Count == expected.Count;
    }

    /// <summary>Prints how long each step took.</summary>
    public void Times()
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Bước", "Thời gian");
        foreach (var (step, took) in steps)
        {
            table.AddRow(Markup.Escape(step), string.Create(Vietnamese, $"{took.TotalMilliseconds:N0} ms"));
        }

        console.Write(table);
        var loading = steps.Where(one => one.Step.StartsWith("Nạp", StringComparison.Ordinal) || one.Step.StartsWith("Chờ", StringComparison.Ordinal))
            .Sum(one => one.Took.TotalSeconds);
        if (loadedRows > 0 && loading > 0)
        {
            console.WriteLine(string.Create(Vietnamese, $"Từ hồ sơ đến số liệu: {loadedRows / loading:N0} hồ sơ/giây."));
        }

        using var process = Process.GetCurrentProcess();
        console.WriteLine(string.Create(Vietnamese, $"Bộ nhớ lúc nhiều nhất: {process.PeakWorkingSet64 / (1024 * 1024):N0} MiB."));
    }
}
