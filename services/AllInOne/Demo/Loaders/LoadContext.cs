using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.Contracts.Common.V1;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>What loaders share: the accounts, the communes, names that are the same in every run, and the progress.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="clients">The APIs.</param>
/// <param name="advance">Told how many records are done since the last call; may be called by several loaders at once.</param>
public sealed class LoadContext(Scenario scenario, DemoClients clients, Action<int> advance)
{
    long recorded;
    long present;

    /// <summary>An official of the province who records, imports and prepares.</summary>
    public CallInvoker Official => clients.Official;

    /// <summary>Another official, who approves, confirms and signs.</summary>
    public CallInvoker Approver => clients.Approver;

    /// <summary>The scenario.</summary>
    public Scenario Scenario => scenario;

    /// <summary>Province code.</summary>
    public string Province => scenario.Province;

    /// <summary>Seed of everything random: the same for the same scenario.</summary>
    public int Seed { get; } = scenario.Name.Aggregate(17, (seed, letter) => (seed * 31 + letter) % 10_007);

    /// <summary>Records made so far.</summary>
    public long Recorded => Interlocked.Read(ref recorded);

    /// <summary>Records that were there from an earlier run.</summary>
    public long Present => Interlocked.Read(ref present);

    /// <summary>Codes of the province's communes on a day, in a fixed order.</summary>
    public Task<IReadOnlyList<string>> CommunesAsync(DateOnly on, CancellationToken cancellationToken) => clients.CommunesAsync(Province, on, cancellationToken);

    /// <summary>Name of a group's file for the audit trail.</summary>
    public string FileName(RecordGroup group) => string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}:{group.Line}");

    /// <summary>A request id that is the same in every run, so that a command sent again gets its first answer.</summary>
    /// <param name="what">What the command does, unique within the scenario.</param>
    public string RequestId(string what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scenario.Name}\n{what}"));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }

    /// <summary>Tells of records that are done.</summary>
    public void Advance(int records) => advance(records);

    /// <summary>Sends rows through an import and reads their results while sending.</summary>
    /// <param name="call">The open call.</param>
    /// <param name="options">Makes the first message.</param>
    /// <param name="rows">The rows, one message each time.</param>
    /// <param name="file">Name for the audit trail.</param>
    /// <param name="cancellationToken">Stops sending; what was answered stays.</param>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public async Task ImportAsync<TRequest>(
        AsyncDuplexStreamingCall<TRequest, ImportResponse> call, Func<ImportOptions, TRequest> options, IEnumerable<TRequest> rows, string file,
        CancellationToken cancellationToken)
    {
        using (call)
        {
            var sending = SendAsync(call.RequestStream, options, rows, file, cancellationToken);
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                RequireGood(response.Results);
                Advance(response.Results.Count);
                Count(response.Summary);
            }

            await sending;
        }
    }

    /// <summary>Adds an import's totals.</summary>
    public void Count(ImportSummary? summary)
    {
        Interlocked.Add(ref recorded, summary?.Recorded ?? 0);
        Interlocked.Add(ref present, summary?.AlreadyPresent ?? 0);
    }

    /// <summary>Stops at a row that was refused.</summary>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public static void RequireGood(IEnumerable<ImportRowResult> results)
    {
        if (results.FirstOrDefault(result => result.Outcome == ImportOutcome.Refused) is { } refused)
        {
            throw new InvalidOperationException(
                $"Dòng {refused.Line} bị từ chối: {string.Join("; ", refused.Violations.Select(one => $"{one.Field}: {one.Description} ({one.Reason})"))}");
        }
    }

    static async Task SendAsync<TRequest>(
        IClientStreamWriter<TRequest> stream, Func<ImportOptions, TRequest> options, IEnumerable<TRequest> rows, string file, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(options(new ImportOptions { Mode = ImportMode.KeepGood, FileName = file }), cancellationToken);
        foreach (var message in rows)
        {
            await stream.WriteAsync(message, cancellationToken);
        }

        await stream.CompleteAsync();
    }
}
