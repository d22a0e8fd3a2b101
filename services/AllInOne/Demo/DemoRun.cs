using System.Runtime.ExceptionServices;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// Runs a scenario against a running platform, as any client would: plans, individual records, catching up, the reports. Doing it again
/// changes nothing.
/// </summary>
/// <param name="scenario">What to run.</param>
/// <param name="clients">The APIs.</param>
/// <param name="output">What people see.</param>
/// <param name="time">Clock.</param>
public sealed class DemoRun(Scenario scenario, DemoClients clients, DemoOutput output, TimeProvider time)
{
    /// <summary>Runs all steps.</summary>
    /// <param name="template">Text of a report template; null for the built-in ones.</param>
    /// <param name="cancellationToken">Stops between records; what was answered stays.</param>
    /// <returns>Whether every expected sentence was printed and every figure is exact.</returns>
    public async Task<bool> RunAsync(string? template, CancellationToken cancellationToken)
    {
        output.Title(scenario);

        // A wrong template is said before the records are loaded, not minutes later.
        foreach (var report in scenario.Reports)
        {
            await RenderAsync(report, template, cancellationToken);
        }

        await output.StepAsync("Giao kế hoạch", () => new ScenarioPlans(scenario, clients).SetAsync(cancellationToken));
        var loaded = await output.ProgressAsync("Nạp hồ sơ", scenario.Records.Sum(RecordLoaders.Size), advance => LoadAsync(advance, cancellationToken));
        output.Loaded(loaded.Recorded, loaded.Present);
        await output.LagAsync(() => CatchUpAsync(cancellationToken));
        var allPrinted = true;
        foreach (var report in scenario.Reports)
        {
            var markdown = await output.StepAsync("Kết xuất báo cáo", () => RenderAsync(report, template, cancellationToken));
            var expected = scenario.Expected.Where(one => one.Report == report.Name).ToList();
            var exact = await new ExactFigures(clients).ReadAsync(expected, report.Period, scenario.Province, cancellationToken);
            allPrinted &= output.Report(markdown, expected, exact);
        }

        return allPrinted;
    }

    /// <summary>Services are loaded side by side; the groups of one service in the order of the file, since later ones build on earlier ones.</summary>
    async Task<LoadContext> LoadAsync(Action<int> advance, CancellationToken cancellationToken)
    {
        var context = new LoadContext(scenario, clients, advance);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;
        await Task.WhenAll(scenario.Records.GroupBy(group => group.Service).Select(LoadServiceAsync));
        first?.Throw();
        return context;

        async Task LoadServiceAsync(IEnumerable<RecordGroup> groups)
        {
            try
            {
                foreach (var group in groups)
                {
                    await RecordLoaders.Of(group).LoadAsync(group, context, stopping.Token);
                }
            }
            catch (Exception fault)
            {
                // The other services stop too: a scenario with a hole is none. What they say of being stopped is not why.
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(fault), null);
                await stopping.CancelAsync();
            }
        }
    }

    async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        long events = 0;
        foreach (var source in scenario.Records.Select(group => group.Service).Distinct())
        {
            events += await new CatchUp(clients, time).WaitAsync(source, _ => { }, cancellationToken);
        }

        return events;
    }

    async Task<string> RenderAsync(ScenarioReport report, string? template, CancellationToken cancellationToken)
    {
        var request = new RenderReportRequest { Period = report.Period, AreaCode = scenario.Province };
        if (template is null)
        {
            request.TemplateName = report.Name.Length == 0 ? scenario.Name : $"{scenario.Name}-{report.Name}";
        }
        else
        {
            request.TemplateText = template;
        }

        return (await clients.Reports.RenderReportAsync(request, cancellationToken: cancellationToken)).Markdown;
    }
}
