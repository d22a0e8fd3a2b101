using System.Globalization;
using AnSinh.Contracts.Common.V1;
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

    /// <summary>Names the groups of records that no service takes yet.</summary>
    public void LeftOut(IEnumerable<RecordGroup> groups)
    {
        var names = groups.Select(group => $"{group.Service}/{group.Record}").Distinct().ToList();
        if (names.Count > 0)
        {
            console.MarkupLineInterpolated($"[grey]Chưa có dịch vụ cho các nhóm hồ sơ sau, không nạp: {string.Join(", ", names)}[/]");
        }
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

        var done = 0;
        return await StepAsync(step, () => run(count =>
        {
            var before = done * 10L / Math.Max(total, 1);
            done += count;
            if (done * 10L / Math.Max(total, 1) > before)
            {
                console.WriteLine(string.Create(Vietnamese, $"{step}: {done:N0}/{total:N0}"));
            }
        }));
    }

    /// <summary>Says what the import did.</summary>
    public void Loaded(ImportSummary summary)
    {
        loadedRows = summary.Recorded;
        console.WriteLine(string.Create(
            Vietnamese, $"Đã nhận {summary.Received:N0} hồ sơ: ghi mới {summary.Recorded:N0}, đã có từ trước {summary.AlreadyPresent:N0}."));
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

    /// <summary>Prints a report, and its sentences beside the published ones.</summary>
    /// <returns>Whether every published sentence about a known indicator stands in the report.</returns>
    public bool Report(Scenario scenario, ScenarioReport report, string markdown, IReadOnlySet<string> known)
    {
        // Past the console's line breaking: what is printed is the report, byte for byte.
        console.Profile.Out.Writer.WriteLine();
        console.Profile.Out.Writer.WriteLine(markdown);
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Chỉ tiêu", "Báo cáo đã công bố", "Nền tảng in ra", "Khớp");
        var allPrinted = true;
        foreach (var sentence in scenario.Expected.Where(one => one.Report == report.Name && known.Contains(one.Indicator)))
        {
            var line = markdown.Split('\n').FirstOrDefault(text => text.Contains(sentence.Printed, StringComparison.Ordinal));
            allPrinted &= line is not null;
            table.AddRow(
                Markup.Escape(sentence.Indicator), Markup.Escape(sentence.Printed), Markup.Escape(line?.Trim() ?? "(không có)"), line is null ? "KHÔNG" : "có");
        }

        console.Write(table);
        return allPrinted;
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
    }
}
