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
        using var call = new PlacementService.PlacementServiceClient(context.Official).ImportPlacements(cancellationToken: cancellationToken);
        var sending = SendAsync(call.RequestStream, PlacementRecords.Rows(group, first, context.Seed, communes), context.FileName(group), cancellationToken);
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            LoadContext.RequireGood(response.Results);
            context.Advance(response.Results.Count);
            context.Count(response.Summary);
        }

        await sending;
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
