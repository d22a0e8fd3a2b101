using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using Grpc.Core;

namespace AnSinh.Employment.Placements.Csv;

/// <summary>How a file is imported.</summary>
public sealed record PlacementImportSettings
{
    /// <summary>True: one bad row refuses the whole file (at most 200,000 rows). False: good rows are kept.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>True: everything is checked and nothing saved.</summary>
    public bool DryRun { get; init; }

    /// <summary>Name of the file for the audit trail; at most 200 characters.</summary>
    public string FileName { get; init; } = "";
}

/// <summary>How far an import has come.</summary>
/// <param name="Results">Results since the last report, in the order in which they became known.</param>
/// <param name="Answered">Rows that have a result so far.</param>
public sealed record PlacementImportProgress(IReadOnlyList<ImportRowResult> Results, long Answered);

/// <summary>Imports CSV files of placements into a running service, through its public API.</summary>
public static class EmploymentImportClient
{
    const int RowsInMessage = 500;

    /// <summary>Sends a file and reports every row. A row with a bad cell is refused here and not sent.</summary>
    /// <param name="csv">The file, at its beginning; must be seekable. See <see cref="PlacementColumns"/>.</param>
    /// <param name="calls">Calls to the service, with a token that carries <c>employment.placements.import</c>.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told of results as they come; null for nobody.</param>
    /// <param name="cancellationToken">Stops sending; whole chunks that were answered stay saved.</param>
    /// <returns>The totals, rows refused here included.</returns>
    /// <exception cref="CsvRefusedException">The file is refused whole; nothing was sent.</exception>
    /// <exception cref="RpcException">The service refused the import.</exception>
    public static async Task<ImportSummary> ImportPlacementsAsync(
        Stream csv, CallInvoker calls, PlacementImportSettings settings, IProgress<PlacementImportProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new Tally(progress);
        if (settings.AllOrNothing && RefusedHere(csv, tally) is { } refused)
        {
            refused.DryRun = settings.DryRun;
            return refused;
        }

        var lines = PlacementCsvReader.Read(csv);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = new PlacementService.PlacementServiceClient(calls).ImportPlacements(cancellationToken: ending.Token);
        var sending = SendAsync(call.RequestStream, lines, settings, tally, ending);
        try
        {
            var summary = new ImportSummary();
            await foreach (var response in call.ResponseStream.ReadAllAsync(ending.Token))
            {
                tally.Report(response.Results);
                summary = response.Summary ?? summary;
            }

            await sending;
            summary.Received += tally.Refused;
            summary.Refused += tally.Refused;
            return summary;
        }
        catch (RpcException) when (sending.IsFaulted && IsOwn(sending.Exception.InnerException!))
        {
            // The call ended because the file could not be read on: that is the reason to tell.
            await sending;
            throw;
        }
        finally
        {
            await ending.CancelAsync();
            await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Looks for bad cells before anything is sent; null when there are none.</summary>
    static ImportSummary? RefusedHere(Stream csv, Tally tally)
    {
        var good = new List<long>();
        var bad = new List<ImportRowResult>();
        foreach (var line in PlacementCsvReader.Read(csv))
        {
            if (line.Row is null)
            {
                bad.Add(ToResult(line));
            }
            else
            {
                good.Add(line.Line);
            }
        }

        csv.Position = 0;
        if (bad.Count == 0)
        {
            return null;
        }

        tally.Report(bad);
        tally.Report([.. good.Select(line => new ImportRowResult { Line = line, Outcome = ImportOutcome.NotApplied })]);
        return new ImportSummary { Received = good.Count + bad.Count, Refused = bad.Count, NotApplied = good.Count };
    }

    static async Task SendAsync(
        IClientStreamWriter<ImportPlacementsRequest> stream, IEnumerable<CsvLine> lines, PlacementImportSettings settings, Tally tally,
        CancellationTokenSource ending)
    {
        try
        {
            await stream.WriteAsync(new ImportPlacementsRequest { Options = ToOptions(settings) }, ending.Token);
            foreach (var part in lines.Chunk(RowsInMessage))
            {
                tally.RefuseHere([.. part.Where(line => line.Row is null).Select(ToResult)]);
                var rows = new PlacementRows();
                rows.Rows.AddRange(part.Select(line => line.Row).OfType<PlacementRow>());
                await stream.WriteAsync(new ImportPlacementsRequest { Rows = rows }, ending.Token);
            }

            await stream.CompleteAsync();
        }
        catch (Exception fault) when (IsOwn(fault))
        {
            await ending.CancelAsync();
            throw;
        }
    }

    /// <summary>Whether a fault of sending is its own, and not the echo of a call that ended.</summary>
    static bool IsOwn(Exception fault) => fault is not (RpcException or OperationCanceledException or InvalidOperationException);

    static ImportOptions ToOptions(PlacementImportSettings settings) => new()
    {
        Mode = settings.AllOrNothing ? ImportMode.AllOrNothing : ImportMode.KeepGood,
        DryRun = settings.DryRun,
        FileName = settings.FileName,
    };

    static ImportRowResult ToResult(CsvLine line)
    {
        var result = new ImportRowResult { Line = line.Line, Outcome = ImportOutcome.Refused };
        result.Violations.AddRange(line.Problems.Select(problem => new FieldViolation
        {
            Field = problem.Column,
            Reason = problem.Code,
            Description = problem.ToString(),
        }));
        return result;
    }

    /// <summary>Counts results and passes them on; sending and receiving report at the same time.</summary>
    sealed class Tally(IProgress<PlacementImportProgress>? progress)
    {
        readonly Lock sync = new();
        long answered;

        public long Refused { get; private set; }

        public void RefuseHere(IReadOnlyList<ImportRowResult> results)
        {
            lock (sync)
            {
                Refused += results.Count;
            }

            Report(results);
        }

        public void Report(IReadOnlyList<ImportRowResult> results)
        {
            if (results.Count == 0)
            {
                return;
            }

            lock (sync)
            {
                answered += results.Count;
                progress?.Report(new PlacementImportProgress(results, answered));
            }
        }
    }
}
