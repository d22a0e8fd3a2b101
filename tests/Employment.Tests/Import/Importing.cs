using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using Grpc.Core;

namespace AnSinh.Employment.Tests.Import;

/// <summary>Sends rows and gathers the results.</summary>
static class Importing
{
    public static async Task<(List<ImportRowResult> Results, ImportSummary Summary)> Run(
        CallInvoker calls, IEnumerable<PlacementRow> rows, ImportMode mode = ImportMode.KeepGood, bool dryRun = false, int rowsInMessage = 500)
    {
        using var call = new PlacementService.PlacementServiceClient(calls).ImportPlacements();
        var sending = Send(call.RequestStream, rows, mode, dryRun, rowsInMessage);
        var results = new List<ImportRowResult>();
        ImportSummary? summary = null;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
            summary = response.Summary ?? summary;
        }

        await sending;
        return (results, summary!);
    }

    static async Task Send(IClientStreamWriter<ImportPlacementsRequest> stream, IEnumerable<PlacementRow> rows, ImportMode mode, bool dryRun, int rowsInMessage)
    {
        await stream.WriteAsync(new ImportPlacementsRequest { Options = new ImportOptions { Mode = mode, DryRun = dryRun, FileName = "mau.csv" } });
        foreach (var chunk in rows.Chunk(rowsInMessage))
        {
            await stream.WriteAsync(new ImportPlacementsRequest { Rows = new PlacementRows { Rows = { chunk } } });
        }

        await stream.CompleteAsync();
    }
}
