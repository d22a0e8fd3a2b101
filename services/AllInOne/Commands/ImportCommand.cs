using System.CommandLine;
using System.Globalization;
using AnSinh.Contracts.Common.V1;
using AnSinh.Employment.Placements.Csv;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>import placements</c>: sends a CSV file of placements to a running platform and says what became of each row that was not
/// simply recorded.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = $"CSV, UTF-8. Required columns: {string.Join(", ", PlacementColumns.Required)}; optional: {string.Join(", ", PlacementColumns.Optional)}." };
        var server = ServerOptions.Server();
        var token = ServerOptions.Token();
        var allOrNothing = new Option<bool>("--all-or-nothing") { Description = "One bad row refuses the whole file; otherwise good rows are kept." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, save nothing." };
        var placements = new Command("placements", "Imports placements. The same file again changes nothing.") { file, server, token, allOrNothing, dryRun };
        placements.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var source = parsed.GetValue(file)!;
            await using var csv = source.OpenRead();
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var settings = new PlacementImportSettings
            {
                AllOrNothing = parsed.GetValue(allOrNothing),
                DryRun = parsed.GetValue(dryRun),
                FileName = source.Name,
            };
            var summary = await EmploymentImportClient.ImportPlacementsAsync(
                csv, ServerOptions.Invoker(channel, parsed.GetValue(token)!), settings, new RefusedRows(), cancellationToken);
            return Print(summary);
        }));
        return new Command("import", "Imports records from files.") { placements };
    }

    static int Print(ImportSummary summary)
    {
        Console.WriteLine(string.Create(
            CultureInfo.GetCultureInfo("vi-VN"),
            $"Đã nhận {summary.Received:N0} dòng: ghi mới {summary.Recorded:N0}, đã có {summary.AlreadyPresent:N0}, từ chối {summary.Refused:N0}, chưa ghi {summary.NotApplied:N0}{(summary.DryRun ? " (chạy thử, không lưu gì)" : "")}."));
        return summary.Refused == 0 ? 0 : 1;
    }

    /// <summary>Prints refused rows as they come, in their order: no context to post to, unlike <see cref="Progress{T}"/>.</summary>
    sealed class RefusedRows : IProgress<PlacementImportProgress>
    {
        public void Report(PlacementImportProgress value)
        {
            foreach (var result in value.Results.Where(result => result.Outcome == ImportOutcome.Refused))
            {
                foreach (var violation in result.Violations)
                {
                    Console.Error.WriteLine($"Dòng {result.Line}, {violation.Field}: {violation.Description} ({violation.Reason})");
                }
            }
        }
    }
}
