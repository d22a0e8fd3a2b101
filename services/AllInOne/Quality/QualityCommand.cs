using System.CommandLine;
using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Reporting.V1;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Quality;

/// <summary><c>quality</c>: runs the rules of data quality on a running platform, and lists what they found.</summary>
static class QualityCommand
{
    // A year of a large province takes longer than the half minute that a call has by default.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var (server, token) = (ServerOptions.Server(), ServerOptions.Token());
        var period = new Option<string>("--period") { Description = "Period, such as 2020-03, 2020-H1 or 2020.", Required = true };
        var area = new Option<string>("--area") { Description = "Code of a province, district or commune.", Required = true };
        var run = new Command("run", "Runs every rule over a period and an area.") { period, area, server, token };
        run.SetAction((parsed, cancellationToken) => CallAsync(parsed, server, token, quality =>
            RunAsync(quality, parsed.GetValue(period)!, parsed.GetValue(area)!, cancellationToken)));

        var ofPeriod = new Option<string>("--period") { Description = "Only findings of this period.", DefaultValueFactory = _ => "" };
        var ofArea = new Option<string>("--area") { Description = "Only findings in this area and below it.", DefaultValueFactory = _ => "" };
        var state = new Option<QualityState>("--state") { Description = "Only findings in this state.", DefaultValueFactory = _ => QualityState.Unspecified };
        var list = new Command("list", "Lists findings, latest first.") { ofPeriod, ofArea, state, server, token };
        list.SetAction((parsed, cancellationToken) => CallAsync(parsed, server, token, quality => ListAsync(
            quality,
            new ListQualityFindingsRequest { Period = parsed.GetValue(ofPeriod)!, AreaCode = parsed.GetValue(ofArea)!, State = parsed.GetValue(state), PageSize = 1_000 },
            cancellationToken)));
        return new Command("quality", "Data quality: rules and findings.") { run, list };
    }

    static Task<int> CallAsync(ParseResult parsed, Option<string> server, Option<string> token, Func<QualityService.QualityServiceClient, Task<int>> call) =>
        ServerOptions.GuardAsync(async () =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            return await call(new QualityService.QualityServiceClient(ServerOptions.Invoker(channel, parsed.GetValue(token)!)));
        });

    static async Task<int> RunAsync(QualityService.QualityServiceClient quality, string period, string area, CancellationToken cancellationToken)
    {
        var done = await quality.RunQualityChecksAsync(
            new RunQualityChecksRequest { Period = period, AreaCode = area, RequestId = Guid.NewGuid().ToString() },
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience,
            cancellationToken: cancellationToken);
        Console.WriteLine($"Phát hiện mới {done.Opened}, vẫn còn {done.StillFound}, không còn {done.Gone}; đã chạy {string.Join(", ", done.Rules)}.");
        if (done.NotYet.Count > 0)
        {
            Console.WriteLine($"Chưa chạy vì kỳ chưa kết thúc: {string.Join(", ", done.NotYet)}.");
        }

        return 0;
    }

    static async Task<int> ListAsync(QualityService.QualityServiceClient quality, ListQualityFindingsRequest request, CancellationToken cancellationToken)
    {
        do
        {
            var page = await quality.ListQualityFindingsAsync(request, cancellationToken: cancellationToken);
            foreach (var finding in page.Findings)
            {
                Console.WriteLine($"{finding.Name} {finding.State} {finding.Rule} {finding.Indicator}{finding.Source} {finding.AreaCode} {finding.Period}: {finding.Message}");
                Console.WriteLine($"  {string.Join("; ", finding.Values.Select(value => $"{value.Label}: {value.Printed}"))}");
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return 0;
    }
}
