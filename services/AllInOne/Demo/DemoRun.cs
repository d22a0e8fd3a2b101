using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using Date = Google.Type.Date;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// Runs a scenario against a running platform, as any client would: plans, individual records, catching up, the report. Doing it again
/// changes nothing.
/// </summary>
/// <param name="scenario">What to run.</param>
/// <param name="clients">The APIs.</param>
/// <param name="output">What people see.</param>
/// <param name="time">Clock.</param>
public sealed class DemoRun(Scenario scenario, DemoClients clients, DemoOutput output, TimeProvider time)
{
    /// <summary>Runs all steps.</summary>
    /// <param name="template">Text of a report template; null for the built-in one.</param>
    /// <param name="cancellationToken">Stops between records; what was answered stays.</param>
    /// <returns>Whether every expected sentence that this platform can print was printed.</returns>
    public async Task<bool> RunAsync(string? template, CancellationToken cancellationToken)
    {
        output.Title(scenario);
        var known = await KnownIndicatorsAsync(cancellationToken);
        await output.StepAsync("Giao kế hoạch", () => SetPlansAsync(known, cancellationToken));
        var placements = scenario.Records.Where(group => group is { Service: "employment", Record: "placement" }).ToList();
        output.LeftOut(scenario.Records.Except(placements));
        var summary = await output.ProgressAsync(
            "Nạp hồ sơ giải quyết việc làm", placements.Sum(group => group.Count), advance => LoadAsync(placements, advance, cancellationToken));
        output.Loaded(summary);
        await output.LagAsync(() => new CatchUp(clients, time).WaitAsync("employment", _ => { }, cancellationToken));
        var allPrinted = true;
        foreach (var report in scenario.Reports)
        {
            var markdown = await output.StepAsync("Kết xuất báo cáo", () => RenderAsync(report, template, cancellationToken));
            allPrinted &= output.Report(scenario, report, markdown, known);
        }

        return allPrinted;
    }

    async Task<HashSet<string>> KnownIndicatorsAsync(CancellationToken cancellationToken)
    {
        var catalogue = await clients.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest { PageSize = 1000 }, cancellationToken: cancellationToken);
        return [.. catalogue.Indicators.Select(one => one.Code)];
    }

    async Task<int> SetPlansAsync(HashSet<string> known, CancellationToken cancellationToken)
    {
        var plans = scenario.Plans.Where(plan => known.Contains(plan.Indicator) && plan.Target.Length > 0).ToList();
        foreach (var plan in plans)
        {
            await clients.Plans.SetPlanAsync(
                new SetPlanRequest
                {
                    Plan = new Plan
                    {
                        Indicator = plan.Indicator,
                        AreaCode = scenario.Province,
                        Year = plan.Year,
                        Target = plan.Target,
                        Comparator = Comparator(plan.Comparator),
                        LegalBasis = scenario.Title,
                    },
                    RequestId = Guid.NewGuid().ToString(),
                },
                cancellationToken: cancellationToken);
        }

        return plans.Count;
    }

    async Task<Contracts.Common.V1.ImportSummary> LoadAsync(List<RecordGroup> groups, Action<int> advance, CancellationToken cancellationToken)
    {
        var loader = new PlacementLoader(clients);
        var total = new Contracts.Common.V1.ImportSummary();
        var first = 0;
        foreach (var group in groups)
        {
            var communes = await CommunesAsync(group, cancellationToken);
            var name = string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}:{group.Line}");
            var summary = await loader.LoadAsync(PlacementRecords.Rows(group, first, Seed(), communes), name, advance, cancellationToken);
            total.Received += summary.Received;
            total.Recorded += summary.Recorded;
            total.AlreadyPresent += summary.AlreadyPresent;
            first += group.Count;
        }

        return total;
    }

    async Task<IReadOnlyList<string>> CommunesAsync(RecordGroup group, CancellationToken cancellationToken)
    {
        var day = group.From ?? throw new FormatException($"Dòng {group.Line}: nhóm {group.Record} cần from và to.");
        var on = new Date { Year = day.Year, Month = day.Month, Day = day.Day };
        var communes = new List<string>();
        var below = new Queue<string>([scenario.Province]);
        while (below.TryDequeue(out var code))
        {
            var units = await clients.Areas.ListAreasAsync(new ListAreasRequest { ParentCode = code, On = on, PageSize = 5000 }, cancellationToken: cancellationToken);
            foreach (var unit in units.Areas)
            {
                if (unit.Level == AreaLevel.Commune)
                {
                    communes.Add(unit.Code);
                }
                else
                {
                    below.Enqueue(unit.Code);
                }
            }
        }

        return communes.Count > 0 ? communes : throw new FormatException($"Không có xã nào của tỉnh {scenario.Province} vào ngày {day:dd/MM/yyyy}.");
    }

    async Task<string> RenderAsync(ScenarioReport report, string? template, CancellationToken cancellationToken)
    {
        var request = new RenderReportRequest { Period = report.Period, AreaCode = scenario.Province };
        if (template is null)
        {
            request.TemplateName = "employment-half-year";
        }
        else
        {
            request.TemplateText = template;
        }

        return (await clients.Reports.RenderReportAsync(request, cancellationToken: cancellationToken)).Markdown;
    }

    int Seed() => scenario.Name.Aggregate(17, (seed, letter) => (seed * 31 + letter) % 10_007);

    static Comparator Comparator(string written) => written switch
    {
        ">=" => Contracts.Reporting.V1.Comparator.AtLeast,
        "<=" => Contracts.Reporting.V1.Comparator.AtMost,
        "=" => Contracts.Reporting.V1.Comparator.Equal,
        _ => throw new FormatException($"Kế hoạch: comparator \"{written}\" không đúng; cần >=, <= hoặc =."),
    };
}
