using System.Globalization;
using System.Text.Json;
using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;
using Spectre.Console;

namespace AnSinh.AllInOne.Cluster;

/// <summary>What operators ask of a running cluster: processes and health, what waits to be published, what waits in queues, how far reporting has come.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="console">Where to write.</param>
/// <param name="time">Clock.</param>
sealed class ClusterStatus(ClusterFile cluster, IAnsiConsole console, TimeProvider time)
{
    const string Healthy = "healthy";
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    sealed record Health(string Status, string Unpublished, string Oldest);

    /// <summary>Prints it.</summary>
    /// <returns>Whether every process runs and every service is healthy.</returns>
    public async Task<bool> PrintAsync(CancellationToken cancellationToken)
    {
        var well = await ProcessesAsync(cancellationToken);
        if (cluster.Runs(LocalBroker.Server))
        {
            await QueuesAsync(cancellationToken);
        }

        await PositionsAsync(cancellationToken);
        return well;
    }

    async Task<bool> ProcessesAsync(CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Tiến trình", "pid", "Địa chỉ", "Tình trạng", "Chưa phát", "Lâu nhất");
        var well = true;
        foreach (var name in (string[])[LocalBroker.Server, LocalBroker.Mapper])
        {
            well &= cluster.Runs(name);
            var port = name == LocalBroker.Server ? cluster.Broker.Amqp : cluster.Broker.Mapper;
            table.AddRow(name, Pid(name), string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), cluster.Runs(name) ? "running" : "DOWN", "", "");
        }

        foreach (var service in cluster.Services)
        {
            var health = cluster.Runs(service.Name) ? await HealthAsync(service, cancellationToken) : new Health("DOWN", "", "");
            well &= health.Status == Healthy;
            table.AddRow(service.Name, Pid(service.Name), service.Grpc, health.Status, health.Unpublished, health.Oldest);
        }

        console.Write(table);
        return well;
    }

    string Pid(string name) => cluster.Runs(name) ? cluster.Processes[name].Id.ToString(CultureInfo.InvariantCulture) : "";

    static async Task<Health> HealthAsync(ClusterService service, CancellationToken cancellationToken)
    {
        try
        {
            using var web = new HttpClient { Timeout = Patience };
            using var answer = await web.GetAsync(new Uri(service.Web + "/healthz/ready"), cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            var relay = body.RootElement.GetProperty("checks").EnumerateArray()
                .FirstOrDefault(check => check.GetProperty("name").GetString() == service.Service + ".relay");
            return relay.ValueKind == JsonValueKind.Object && relay.TryGetProperty("data", out var data)
                ? new Health(
                    body.RootElement.GetProperty("status").GetString()!,
                    data.GetProperty("unpublished").GetDouble().ToString("N0", Vietnamese),
                    data.GetProperty("oldest_seconds").GetDouble().ToString("N1", Vietnamese) + " s")
                : new Health(body.RootElement.GetProperty("status").GetString()!, "?", "?");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new Health("no answer", "?", "?");
        }
    }

    async Task QueuesAsync(CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Hàng đợi", "Bản tin", "Nơi đọc");
        foreach (var queue in await new LocalBroker(cluster).QueuesAsync(cancellationToken))
        {
            table.AddRow(Markup.Escape(queue.Name), queue.Messages.ToString("N0", Vietnamese), queue.Consumers.ToString("N0", Vietnamese));
        }

        console.Write(table);
    }

    async Task PositionsAsync(CancellationToken cancellationToken)
    {
        var issuer = DevelopmentIssuer.Open(new HostPaths(cluster.Data), time);
        var token = issuer.IssueToken("cluster-status", ["report-reader"], [], [AreaScope.AllAreas], TimeSpan.FromMinutes(5));
        using var routes = new RoutedInvoker(cluster.Addresses);
        var client = new IndicatorService.IndicatorServiceClient(ServerOptions.Invoker(routes, token));
        try
        {
            var freshness = await client.GetFreshnessAsync(
                new GetFreshnessRequest(), deadline: time.GetUtcNow().UtcDateTime + Patience, cancellationToken: cancellationToken);
            var table = new Table { Border = TableBorder.Ascii }.AddColumns("Nguồn", "Đã ghi sổ", "Mới nhất", "Để riêng", "Trả lời");
            foreach (var source in freshness.Sources)
            {
                table.AddRow(
                    source.Source, source.BookedSequence.ToString("N0", Vietnamese), source.HeadSequence.ToString("N0", Vietnamese),
                    source.Parked.ToString("N0", Vietnamese), source.Reachable ? "có" : "KHÔNG");
            }

            console.Write(table);
        }
        catch (RpcException away)
        {
            console.WriteLine($"Dịch vụ reporting không trả lời: {away.StatusCode}.");
        }
    }
}
