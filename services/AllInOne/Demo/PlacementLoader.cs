using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo;

/// <summary>Sends the placements of a scenario through the bulk import. Sending them again changes nothing.</summary>
/// <param name="clients">The APIs.</param>
public sealed class PlacementLoader(DemoClients clients)
{
    const int RowsInMessage = 500;

    /// <summary>Sends rows and reads their results while sending.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="name">Name for the audit trail.</param>
    /// <param name="advanced">Told how many rows were answered since the last call.</param>
    /// <param name="cancellationToken">Stops sending; what was answered stays.</param>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public async Task<ImportSummary> LoadAsync(IEnumerable<PlacementRow> rows, string name, Action<int> advanced, CancellationToken cancellationToken)
    {
        using var call = clients.Placements.ImportPlacements(cancellationToken: cancellationToken);
        var sending = SendAsync(call.RequestStream, rows, name, cancellationToken);
        var summary = new ImportSummary();
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (response.Results.FirstOrDefault(result => result.Outcome == ImportOutcome.Refused) is { } refused)
            {
                throw new InvalidOperationException(
                    $"Dòng {refused.Line} bị từ chối: {string.Join("; ", refused.Violations.Select(one => $"{one.Field}: {one.Description} ({one.Reason})"))}");
            }

            advanced(response.Results.Count);
            summary = response.Summary ?? summary;
        }

        await sending;
        return summary;
    }

    static async Task SendAsync(
        IClientStreamWriter<ImportPlacementsRequest> stream, IEnumerable<PlacementRow> rows, string name, CancellationToken cancellationToken)
    {
        var options = new ImportOptions { Mode = ImportMode.KeepGood, FileName = name };
        await stream.WriteAsync(new ImportPlacementsRequest { Options = options }, cancellationToken);
        foreach (var chunk in rows.Chunk(RowsInMessage))
        {
            await stream.WriteAsync(new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { chunk } } }, cancellationToken);
        }

        await stream.CompleteAsync();
    }
}
