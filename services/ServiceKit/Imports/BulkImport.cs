using System.Threading.Channels;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ServiceKit.Imports;

/// <summary>
/// Imports rows from a stream. Good rows are kept chunk by chunk, each chunk one transaction, so that a stream that breaks off leaves
/// whole chunks behind; or all rows are saved in one transaction or none. Rows are checked while earlier ones are written.
/// </summary>
/// <param name="unit">Transactions.</param>
/// <param name="draining">Ends the stream when the process stops.</param>
public sealed class BulkImport<TDb>(UnitOfWork<TDb> unit, Draining draining)
    where TDb : ServiceDb
{
    const int MessagesAhead = 8;
    const int Attempts = 3;

    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>import.options_missing</c>, <c>import.options_repeated</c>, <c>import.mode_invalid</c>,
    /// <c>import.message_too_long</c>; RESOURCE_EXHAUSTED <c>import.too_many_rows</c>.</exception>
    public async Task RunAsync<TRequest, TSent, TRow, TPlan>(ImportCall<TRequest, TSent> call, IImportSteps<TSent, TRow, TPlan> steps)
        where TRequest : class
        where TRow : ICheckedRow
        where TPlan : IChunkPlan
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(call.Context.CancellationToken, draining.Token);
        var options = await call.ReadOptionsAsync(ending.Token);
        var answers = new ImportAnswers(call.Responses, options.DryRun);
        var queue = Channel.CreateBounded<List<TRow>>(new BoundedChannelOptions(MessagesAhead) { SingleReader = true, SingleWriter = true });
        var work = new ImportWork<TDb, TSent, TRow, TPlan>(steps, options, call.Context);
        var reading = ReadAsync(call, queue.Writer, steps, ending.Token);
        try
        {
            await (options.Mode == ImportMode.AllOrNothing
                ? AllOrNothingAsync(queue.Reader, work, answers, ending.Token)
                : KeepGoodAsync(queue.Reader, work, answers, ending.Token));
        }
        finally
        {
            // The stream must not be read after the call: whatever ended the writing ends the reading too.
            await ending.CancelAsync();
            await reading;
        }

        await answers.SendSummaryAsync(call.Context.CancellationToken);
    }

    /// <summary>Reads messages to the end of the stream and queues their rows, checked. A fault goes to whoever reads the queue.</summary>
    static async Task ReadAsync<TRequest, TSent, TRow, TPlan>(
        ImportCall<TRequest, TSent> call, ChannelWriter<List<TRow>> queue, IImportSteps<TSent, TRow, TPlan> steps, CancellationToken cancellationToken)
        where TRequest : class
        where TRow : ICheckedRow
        where TPlan : IChunkPlan
    {
        try
        {
            while (await call.Requests.MoveNext(cancellationToken))
            {
                await queue.WriteAsync([.. call.CurrentRows().Select(steps.Check)], cancellationToken);
            }

            queue.Complete();
        }
        catch (Exception fault)
        {
            queue.Complete(fault);
        }
    }

    async Task KeepGoodAsync<TSent, TRow, TPlan>(
        ChannelReader<List<TRow>> queue, ImportWork<TDb, TSent, TRow, TPlan> work, ImportAnswers answers, CancellationToken cancellationToken)
        where TRow : ICheckedRow
        where TPlan : IChunkPlan
    {
        while (await queue.WaitToReadAsync(cancellationToken))
        {
            // What has arrived meanwhile goes into one transaction, up to a chunk; nothing is waited for.
            var rows = new List<TRow>();
            while (queue.TryPeek(out var next) && rows.Count + next.Count <= ImportLimits.ChunkRows && queue.TryRead(out next))
            {
                rows.AddRange(next);
            }

            var plan = work.Options.DryRun || !rows.Exists(row => row.Violations.Count == 0)
                ? await work.Steps.PlanAsync(rows, cancellationToken)
                : await SaveAsync(rows, work, cancellationToken);
            await answers.SendAsync(plan.Results.All, cancellationToken);
        }
    }

    async Task<TPlan> SaveAsync<TSent, TRow, TPlan>(List<TRow> rows, ImportWork<TDb, TSent, TRow, TPlan> work, CancellationToken cancellationToken)
        where TRow : ICheckedRow
        where TPlan : IChunkPlan
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await unit.RunAsync((db, token) => work.PlanAndWriteAsync(db, rows, token), cancellationToken);
            }
            catch (Exception twin) when (attempt < Attempts && UniqueViolations.Caused(twin))
            {
                // Another instance saved one of these records between the look-up and the insert: look again.
            }
        }
    }

    async Task AllOrNothingAsync<TSent, TRow, TPlan>(
        ChannelReader<List<TRow>> queue, ImportWork<TDb, TSent, TRow, TPlan> work, ImportAnswers answers, CancellationToken cancellationToken)
        where TRow : ICheckedRow
        where TPlan : IChunkPlan
    {
        var rows = new List<TRow>();
        await foreach (var next in queue.ReadAllAsync(cancellationToken))
        {
            rows.AddRange(next);
            if (rows.Count > ImportLimits.AllOrNothingRows)
            {
                throw Refusal.Exhausted(
                    "import.too_many_rows", $"Nhập kiểu tất cả hoặc không chỉ nhận tối đa {ImportLimits.AllOrNothingRows} dòng; hãy chia tệp.");
            }
        }

        var chunks = rows.Chunk(ImportLimits.ChunkRows).ToList();
        List<RowResult>? saved = null;
        if (!work.Options.DryRun && rows.TrueForAll(row => row.Violations.Count == 0))
        {
            try
            {
                saved = await unit.RunAsync((db, token) => work.WriteAllAsync(db, chunks, token), cancellationToken);
            }
            catch (BadRowException)
            {
                // Rolled back; the rows are looked at once more below, to say which are bad.
            }
        }

        await answers.SendAsync(saved ?? await work.JudgeAsync(chunks, cancellationToken), cancellationToken);
    }
}
