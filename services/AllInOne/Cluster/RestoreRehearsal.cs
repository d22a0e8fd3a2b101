using System.Globalization;
using AnSinh.AllInOne.Commands;
using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Spectre.Console;

namespace AnSinh.AllInOne.Cluster;

/// <summary>
/// The runbook restore.md carried out on a cluster that holds a scenario: copies are made while officials register people; then something is recorded that
/// changes a figure; then everything stops and the copies take the place of the databases. Every figure must be as it was at the copy, and what was lost,
/// recorded again under its old request id, must give the figures of the moment before the loss.
/// </summary>
/// <param name="cluster">The cluster; it runs.</param>
/// <param name="scenario">What it holds.</param>
/// <param name="console">Where to write.</param>
/// <param name="time">Clock.</param>
sealed class RestoreRehearsal(LocalCluster cluster, Scenario scenario, IAnsiConsole console, TimeProvider time)
{
    // Of a synthetic citizen number: men born from 1900 to 1979.
    const long YearAndSerial = 80_000_000;

    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    readonly string requestId = Guid.CreateVersion7(time.GetUtcNow()).ToString();

    // The last day of the period whose figures are compared.
    DateOnly day;

    /// <summary>Rehearses; the cluster runs afterwards on the restored databases.</summary>
    /// <returns>Whether every figure was as it had to be.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var copies = Path.Combine(cluster.File.Directory, "rehearsal-" + time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        var keys = copies + "-keys";
        var before = await FiguresAsync(cancellationToken);
        Say($"{before.Count:N0} chỉ tiêu trước khi sao lưu");
        Say($"{await CopyWhileOfficialsWorkAsync(copies, keys, cancellationToken):N0} lệnh ghi được xác nhận trong lúc sao lưu");

        await RecordAsync(cancellationToken);
        var later = await FiguresAsync(cancellationToken);
        await cluster.StopAsync();
        Say($"{Differences(before, later).Count:N0} chỉ tiêu đổi vì hồ sơ ghi sau bản sao; hồ sơ đó mất khi khôi phục, phải ghi lại");

        var lost = new LocalRestore(cluster.File, time).Run(copies, keys);
        await cluster.StartAsync(cancellationToken);
        var restored = await FiguresAsync(cancellationToken);
        await RecordAsync(cancellationToken);
        var again = await FiguresAsync(cancellationToken);
        foreach (var directory in (string[])[copies, keys, lost])
        {
            Directory.Delete(directory, recursive: true);
        }

        var well = Same("sau khi khôi phục", before, restored) & Same("sau khi ghi lại hồ sơ đã mất", later, again) & Differences(before, later).Count > 0;
        Say($"Diễn tập khôi phục: {(well ? "mọi chỉ tiêu đúng" : "CÓ CHỈ TIÊU SAI")}, {time.GetElapsedTime(began).TotalSeconds:N0} giây.");
        return well;
    }

    async Task<int> CopyWhileOfficialsWorkAsync(string copies, string keys, CancellationToken cancellationToken)
    {
        using var clients = Clients();
        var workers = new WorkerService.WorkerServiceClient(clients.Official);
        var commune = await CommuneAsync(clients, cancellationToken);
        var copying = Task.Run(() => BackupCommand.RunAsync(cluster.File.Data, copies, keys), cancellationToken);
        var acknowledged = 0;

        // Other numbers at each rehearsal: a second one on the same cluster meets nobody whom it knows.
        var first = time.GetUtcNow().ToUnixTimeMilliseconds();
        do
        {
            // Registered people are in no figure, whether the copy has them or not.
            await workers.RegisterWorkerAsync(
                new RegisterWorkerRequest
                {
                    RequestId = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
                    Worker = new Worker
                    {
                        FullName = "Công dân Mẫu",
                        CitizenNumber = string.Create(CultureInfo.InvariantCulture, $"0990{(first + acknowledged) % YearAndSerial:00000000}"),
                        AreaCode = commune,
                    },
                },
                cancellationToken: cancellationToken);
            acknowledged++;
        }
        while (!copying.IsCompleted);
        await copying;
        return acknowledged;
    }

    async Task RecordAsync(CancellationToken cancellationToken)
    {
        using var clients = Clients();
        await new IncidentService.IncidentServiceClient(clients.Official).RecordIncidentAsync(
            new RecordIncidentRequest
            {
                RequestId = requestId,
                Incident = new Incident
                {
                    Kind = IncidentKind.Drowning,
                    HappenedOn = WireDate.Of(day),
                    AreaCode = await CommuneAsync(clients, cancellationToken),
                    Fatal = true,
                    Place = IncidentPlace.River,
                    VictimAge = 9,
                    VictimSex = PersonSex.Male,
                    Swimming = SwimmingSkill.No,
                    Reference = $"DIEN-TAP-{requestId[^12..]}",
                },
            },
            cancellationToken: cancellationToken);
    }

    async Task<SortedDictionary<string, string>> FiguresAsync(CancellationToken cancellationToken)
    {
        using var clients = Clients();
        foreach (var service in cluster.File.Addresses.ByService.Keys)
        {
            await new CatchUp(clients, time).WaitAsync(service, _ => { }, cancellationToken);
        }

        var known = await clients.Indicators.ListIndicatorsAsync(new ListIndicatorsRequest(), cancellationToken: cancellationToken);
        var request = new QueryIndicatorsRequest { Period = scenario.Reports[0].Period, AreaCode = scenario.Province };
        request.Indicators.AddRange(known.Indicators.Select(one => one.Code));
        var answer = await clients.Indicators.QueryIndicatorsAsync(request, cancellationToken: cancellationToken);
        day = new DateOnly(answer.To.Year, answer.To.Month, answer.To.Day);
        return new(answer.Figures.ToDictionary(figure => figure.Indicator, figure => $"{figure.Exact} ({figure.Printed})", StringComparer.Ordinal), StringComparer.Ordinal);
    }

    bool Same(string when, SortedDictionary<string, string> wanted, SortedDictionary<string, string> found)
    {
        var differences = Differences(wanted, found);
        Say($"{found.Count - differences.Count:N0}/{wanted.Count:N0} chỉ tiêu đúng {when}");
        differences.ForEach(console.WriteLine);
        return differences.Count == 0;
    }

    static List<string> Differences(SortedDictionary<string, string> wanted, SortedDictionary<string, string> found) =>
    [
        .. wanted.Keys.Union(found.Keys, StringComparer.Ordinal).Where(code => wanted.GetValueOrDefault(code) != found.GetValueOrDefault(code))
            .Select(code => $"  {code}: {wanted.GetValueOrDefault(code)} → {found.GetValueOrDefault(code)}"),
    ];

    async Task<string> CommuneAsync(DemoClients clients, CancellationToken cancellationToken) =>
        (await clients.CommunesAsync(scenario.Province, day, cancellationToken))[0];

    DemoClients Clients() => new(cluster.File.Addresses, DevelopmentIssuer.Open(new HostPaths(cluster.File.Data), time), scenario.Province);

    void Say(FormattableString line) => console.WriteLine(line.ToString(Vietnamese));
}
