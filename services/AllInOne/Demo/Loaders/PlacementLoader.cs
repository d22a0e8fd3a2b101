using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Placements, through the bulk import. A second group of a scenario is about other people than the first.</summary>
public sealed class PlacementLoader : IRecordLoader
{
    const int RowsInMessage = 500;

    /// <inheritdoc/>
    public string Service => "employment";

    /// <inheritdoc/>
    public string Record => "placement";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var first = context.Scenario.Records.TakeWhile(one => one != group).Where(one => one is { Service: "employment", Record: "placement" }).Sum(one => one.Count);
        var rows = PlacementRecords.Rows(group, first, context.Seed, communes);
        context.Count(await ImportAsync(context.Official, rows, context.FileName(group), context.Advance, cancellationToken));
    }

    /// <summary>Sends rows and reads their results while sending.</summary>
    /// <param name="official">Account that imports.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="file">Name for the audit trail.</param>
    /// <param name="advance">Told how many rows were answered since the last call.</param>
    /// <param name="cancellationToken">Stops sending; what was answered stays.</param>
    /// <exception cref="InvalidOperationException">A row was refused: its line and why.</exception>
    public static async Task<ImportSummary> ImportAsync(
        CallInvoker official, IEnumerable<PlacementRow> rows, string file, Action<int> advance, CancellationToken cancellationToken)
    {
        using var call = new PlacementService.PlacementServiceClient(official).ImportPlacements(cancellationToken: cancellationToken);
        var sending = SendAsync(call.RequestStream, rows, file, cancellationToken);
        var summary = new ImportSummary();
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            LoadContext.RequireGood(response.Results);
            advance(response.Results.Count);
            summary = response.Summary ?? summary;
        }

        await sending;
        return summary;
    }

    static async Task SendAsync(
        IClientStreamWriter<ImportPlacementsRequest> stream, IEnumerable<PlacementRow> rows, string name, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(new ImportPlacementsRequest { Options = new ImportOptions { Mode = ImportMode.KeepGood, FileName = name } }, cancellationToken);
        foreach (var chunk in rows.Chunk(RowsInMessage))
        {
            await stream.WriteAsync(new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { chunk } } }, cancellationToken);
        }

        await stream.CompleteAsync();
    }
}
