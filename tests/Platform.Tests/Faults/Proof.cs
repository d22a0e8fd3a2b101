using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Recount;
using AnSinh.Reporting.Numbers;
using Grpc.Core;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>What is proved after each round: nothing lost, nothing double, figures equal the recount, nothing in an error queue.</summary>
/// <param name="cluster">The cluster.</param>
sealed class Proof(FaultCluster cluster)
{
    /// <summary>Queue of the ledger.</summary>
    public const string LedgerQueue = "reporting.ledger";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly DateOnly LastDay = new(2020, 6, 30);
    static readonly string[] Sources = ["employment", "training", "merit", "protection", "child"];

    /// <summary>What was found.</summary>
    /// <param name="Lost">Acknowledged records that are not there.</param>
    /// <param name="Double">Records that are there and that nobody was told of, or that are listed more than once.</param>
    /// <param name="Differences">Figures that differ from the recount.</param>
    public sealed record Found(int Lost, int Double, IReadOnlyList<string> Differences)
    {
        /// <summary>Nothing was found.</summary>
        public void ShouldBeClean(string kind)
        {
            Differences.ShouldBeEmpty(kind);
            Lost.ShouldBe(0, $"{kind}: lost");
            Double.ShouldBe(0, $"{kind}: double");
        }
    }

    /// <summary>Waits until reporting has booked every event that a service has saved.</summary>
    public Task CaughtUpAsync() => Wait.ForAsync("reporting at the head of every source", Patience, async () =>
    {
        try
        {
            var heads = await Task.WhenAll(Sources.Select(HeadAsync));
            var at = (await cluster.Clients.Indicators.GetFreshnessAsync(new GetFreshnessRequest())).Sources.ToDictionary(one => one.Source);
            return heads.All(head => head.Events == 0 || at.TryGetValue(head.Source, out var booked) && booked.BookedSequence >= head.Events);
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    });

    /// <summary>Compares a round's journal with what the services list, its commune's figures with the recount, and looks into the error queues.</summary>
    public async Task<Found> OfAsync(Journal journal)
    {
        var (lost, twice) = (0, 0);
        foreach (var kind in cluster.Kinds)
        {
            var there = await kind.NamesAsync(journal.Area, CancellationToken.None);
            var acknowledged = journal.Sent.Where(command => command.Kind == kind).Select(command => command.Record!).ToHashSet();
            lost += acknowledged.Except(there).Count();
            twice += there.Count - acknowledged.Intersect(there).Count();
        }

        using var recount = new Recount.Recount(cluster.File.Data);
        return new Found(lost, twice, await DifferencesAsync(recount, new AreasCounted(journal.Area, [journal.Area])));
    }

    /// <summary>All figures of the province, two districts and a commune against the recount.</summary>
    public async Task EveryFigureEqualsTheRecountAsync()
    {
        using var recount = new Recount.Recount(cluster.File.Data);
        foreach (var area in await AreasCounted.OfAsync(cluster.Clients, FaultCluster.Province, LastDay))
        {
            (await DifferencesAsync(recount, area)).ShouldBeEmpty();
        }
    }

    /// <summary>Waits until the ledger's queue is read again; then the error queues hold what they should: nothing but unreadable messages.</summary>
    /// <param name="failedMessages">Unreadable messages of the ledger.</param>
    public async Task QueuesAsync(uint failedMessages)
    {
        var failed = new List<string>();
        List<string> expected = failedMessages == 0 ? [] : [$"{LedgerQueue}_error: {failedMessages}"];
        await Wait.ForAsync("the ledger's queue is read", Patience, async () =>
        {
            try
            {
                await using var connection = await cluster.ConnectAsync();
                failed = await FailedAsync(connection);
                return await DepthAsync(connection, LedgerQueue) is { ConsumerCount: > 0 } && (expected.Count == 0 || failed.SequenceEqual(expected));
            }
            catch (BrokerUnreachableException)
            {
                return false;
            }
        });
        failed.ShouldBe(expected);
    }

    static async Task<List<string>> FailedAsync(IConnection connection)
    {
        var failed = new List<string>();
        foreach (var queue in Sources.Select(source => source + ".areas").Append(LedgerQueue))
        {
            foreach (var ending in (string[])["_error", "_dead", "_skipped"])
            {
                if (await DepthAsync(connection, queue + ending) is { MessageCount: > 0 } depth)
                {
                    failed.Add($"{depth.QueueName}: {depth.MessageCount}");
                }
            }
        }

        return failed;
    }

    static async Task<QueueDeclareOk?> DepthAsync(IConnection connection, string queue)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue);
        }
        catch (OperationInterruptedException)
        {
            // A queue that was never needed does not exist.
            return null;
        }
    }

    async Task<(string Source, long Events)> HeadAsync(string source)
    {
        var head = await cluster.Clients.Feed.ReadAsync(new ReadRequest { Source = source, AfterSequence = long.MaxValue - 1, PageSize = 1 });
        return (source, head.HeadSequence + head.Unnumbered);
    }

    async Task<IReadOnlyList<string>> DifferencesAsync(Recount.Recount recount, AreasCounted area)
    {
        recount.Within(area.Within);
        var answer = await cluster.Clients.Indicators.QueryIndicatorsAsync(new QueryIndicatorsRequest
        {
            Indicators = { Recount.Recount.Statements.Keys },
            Period = CommandKinds.Period,
            AreaCode = area.Code,
        });
        var (from, to) = (new DateOnly(answer.From.Year, answer.From.Month, answer.From.Day), new DateOnly(answer.To.Year, answer.To.Month, answer.To.Day));
        return [.. answer.Figures
            .Select(figure => (figure.Indicator, Shown: figure.Exact.Length == 0 ? (Rational?)null : Rational.Parse(figure.Exact), Counted: recount.Count(figure.Indicator, from, to, area.Code)))
            .Where(one => one.Shown != one.Counted)
            .Select(one => $"{one.Indicator} of {area.Code}: shown {one.Shown?.ToString() ?? "none"}, counted {one.Counted?.ToString() ?? "none"}")
            .Concat(answer.Freshness.Where(source => source.Parked > 0).Select(source => $"{source.Parked} parked events of {source.Source}"))];
    }
}
