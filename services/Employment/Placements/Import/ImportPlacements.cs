using System.Data.Common;
using System.Threading.Channels;
using AnSinh.Contracts.Common.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements.Import;

/// <summary>
/// Imports placements from a stream. Good rows are kept chunk by chunk, each chunk one transaction, so that a stream that breaks off leaves
/// whole chunks behind; or all rows are saved in one transaction or none. Rows are checked while earlier ones are written.
/// </summary>
/// <param name="unit">Transactions.</param>
/// <param name="planner">Decides.</param>
/// <param name="writer">Writes.</param>
/// <param name="rules">What a placement must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="employerRules">What an employer must look like.</param>
/// <param name="keys">Person keys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="draining">Ends the stream when the process stops.</param>
/// <param name="time">Clock.</param>
public sealed class ImportPlacements(
    UnitOfWork<EmploymentDb> unit, ChunkPlanner planner, ChunkWriter writer, PlacementRules rules, WorkerRules workerRules, EmployerRules employerRules,
    PersonKeys keys, AreaDirectory areas, CallerAccessor caller, Draining draining, TimeProvider time)
{
    /// <summary>Most rows of a transaction.</summary>
    public const int ChunkRows = 1_000;

    /// <summary>Most rows of an all-or-nothing import.</summary>
    public const int AllOrNothingRows = 200_000;

    const int MessagesAhead = 8;
    const int Attempts = 3;

    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>import.options_missing</c>, <c>import.options_repeated</c>, <c>import.message_too_long</c>;
    /// RESOURCE_EXHAUSTED <c>import.too_many_rows</c>.</exception>
    public async Task RunAsync(
        IAsyncStreamReader<Wire.ImportPlacementsRequest> requests, IServerStreamWriter<Wire.ImportPlacementsResponse> responses, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.Token);
        var options = await ImportReading.OptionsAsync(requests, ending.Token);
        var answers = new ImportAnswers(responses, options.DryRun);
        var queue = Channel.CreateBounded<List<ImportRow>>(new BoundedChannelOptions(MessagesAhead) { SingleReader = true, SingleWriter = true });
        var checks = new RowChecks(rules, workerRules, employerRules, keys, areas, caller.Current.Areas, VietnamDay.Today(time));
        var reading = ImportReading.ReadAsync(requests, queue.Writer, checks, ending.Token);
        try
        {
            await (options.Mode == ImportMode.AllOrNothing
                ? AllOrNothingAsync(queue.Reader, options, answers, context.Peer, ending.Token)
                : KeepGoodAsync(queue.Reader, options, answers, context.Peer, ending.Token));
        }
        finally
        {
            // The stream must not be read after the call: whatever ended the writing ends the reading too.
            await ending.CancelAsync();
            await reading;
        }

        await answers.SendSummaryAsync(context.CancellationToken);
    }

    async Task KeepGoodAsync(
        ChannelReader<List<ImportRow>> queue, ImportOptions options, ImportAnswers answers, string peer, CancellationToken cancellationToken)
    {
        while (await queue.WaitToReadAsync(cancellationToken))
        {
            // What has arrived meanwhile goes into one transaction, up to a chunk; nothing is waited for.
            var rows = new List<ImportRow>();
            while (queue.TryPeek(out var next) && rows.Count + next.Count <= ChunkRows && queue.TryRead(out next))
            {
                rows.AddRange(next);
            }

            var plan = options.DryRun || !rows.Exists(row => row.IsGood)
                ? await planner.PlanAsync(rows, cancellationToken)
                : await SaveAsync(rows, options, peer, cancellationToken);
            await answers.SendAsync(plan.Results, cancellationToken);
        }
    }

    async Task AllOrNothingAsync(
        ChannelReader<List<ImportRow>> queue, ImportOptions options, ImportAnswers answers, string peer, CancellationToken cancellationToken)
    {
        var rows = new List<ImportRow>();
        await foreach (var next in queue.ReadAllAsync(cancellationToken))
        {
            rows.AddRange(next);
            if (rows.Count > AllOrNothingRows)
            {
                throw Refusal.Exhausted("import.too_many_rows", $"Nhập kiểu tất cả hoặc không chỉ nhận tối đa {AllOrNothingRows} dòng; hãy chia tệp.");
            }
        }

        var chunks = rows.Chunk(ChunkRows).ToList();
        List<RowResult>? saved = null;
        if (!options.DryRun && rows.TrueForAll(row => row.IsGood))
        {
            try
            {
                saved = await unit.RunAsync((_, token) => WriteAllAsync(chunks, options, peer, token), cancellationToken);
            }
            catch (BadRowException)
            {
                // Rolled back; the rows are looked at once more below, to say which are bad.
            }
        }

        await answers.SendAsync(saved ?? await JudgeAsync(chunks, cancellationToken), cancellationToken);
    }

    async Task<ChunkPlan> SaveAsync(IReadOnlyList<ImportRow> rows, ImportOptions options, string peer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await unit.RunAsync((_, token) => PlanAndWriteAsync(rows, options, peer, token), cancellationToken);
            }
            catch (DbException twin) when (attempt < Attempts && UniqueViolations.Caused(twin))
            {
                // Another instance saved one of these people or placements between the look-up and the insert: look again.
            }
        }
    }

    async Task<ChunkPlan> PlanAndWriteAsync(IReadOnlyList<ImportRow> rows, ImportOptions options, string peer, CancellationToken cancellationToken)
    {
        var plan = await planner.PlanAsync(rows, cancellationToken);
        await writer.WriteAsync(plan, options.FileName, peer, cancellationToken);
        return plan;
    }

    async Task<List<RowResult>> WriteAllAsync(List<ImportRow[]> chunks, ImportOptions options, string peer, CancellationToken cancellationToken)
    {
        var results = new List<RowResult>();
        foreach (var chunk in chunks)
        {
            var plan = await PlanAndWriteAsync(chunk, options, peer, cancellationToken);
            results.AddRange(plan.HasRefused ? throw new BadRowException() : plan.Results);
        }

        return results;
    }

    async Task<List<RowResult>> JudgeAsync(List<ImportRow[]> chunks, CancellationToken cancellationToken)
    {
        var results = new List<RowResult>();
        foreach (var chunk in chunks)
        {
            results.AddRange((await planner.PlanAsync(chunk, cancellationToken)).Results);
        }

        return results.Exists(result => result.Outcome == RowOutcome.Refused)
            ? results.ConvertAll(result => result.Outcome == RowOutcome.Recorded ? result with { Outcome = RowOutcome.NotApplied, PlacementId = null } : result)
            : results;
    }

    /// <summary>Rolls an all-or-nothing import back.</summary>
    sealed class BadRowException : Exception;
}
