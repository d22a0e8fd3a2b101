using System.Globalization;
using System.Text;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>Reads a return file: the whole file is checked before anything is booked, and the same file twice changes nothing.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="unit">The transaction.</param>
/// <param name="book">Finds runs.</param>
/// <param name="booker">Books outcomes.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class ImportReturnFile<TDb>(TDb db, UnitOfWork<TDb> unit, RunBook<TDb> book, ReturnBooker<TDb> booker, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestFile = 64 * 1024 * 1024;
    const int LongestName = 200;

    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>return_file.*</c>; RESOURCE_EXHAUSTED <c>return_file.too_long</c>; FAILED_PRECONDITION
    /// <c>run.wrong_state</c>; and as when a run is found.</exception>
    public async Task<Wire.ReturnFileResult> RunAsync(
        string scheme, IAsyncStreamReader<Wire.ImportReturnFileRequest> requests, ServerCallContext context)
    {
        if (!await requests.MoveNext(context.CancellationToken))
        {
            throw Refusal.Invalid("name", "name.malformed", "Chưa ghi đợt chi trả.");
        }

        var head = requests.Current;
        if (!Enum.IsDefined(head.Mode) || head.FileName.Length > LongestName)
        {
            throw Refusal.Invalid("mode", "return_file.options_invalid", $"Chế độ nhập không đúng, hoặc tên tệp dài quá {LongestName} ký tự.");
        }

        var found = await book.FindAsync(scheme, head.Name, context.CancellationToken);
        RequireOut(found);
        var file = ReturnFileText.Read(await TextAsync(requests, context.CancellationToken), found.Id, VietnamDay.Today(time));
        return head.DryRun
            ? await DecideAsync(scheme, head, file, context, context.CancellationToken)
            : await unit.RunAsync((_, token) => DecideAsync(scheme, head, file, context, token), context.CancellationToken);
    }

    async Task<Wire.ReturnFileResult> DecideAsync(
        string scheme, Wire.ImportReturnFileRequest head, ReturnFileText file, ServerCallContext context, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(scheme, head.Name, cancellationToken);
        RequireOut(run);
        if (await db.Set<ReturnFile>().AsNoTracking().SingleOrDefaultAsync(one => one.RunId == run.Id && one.Hash == file.Hash, cancellationToken) is { } known)
        {
            var problems = await db.Set<ReturnProblem>().AsNoTracking().Where(one => one.FileId == known.Id).OrderBy(one => one.FileLine)
                .Take(ReturnResults.MostProblems).ToListAsync(cancellationToken);
            return ReturnResults.Of(run, known, problems, already: true);
        }

        var verdicts = ReturnVerdicts.Of(file.Rows, await booker.ListedAsync(run, null, cancellationToken));
        if (!head.DryRun && head.Mode != Wire.ReturnFileMode.KeepGood)
        {
            ReturnVerdicts.RequireGood(verdicts);
        }

        var booked = ReturnResults.FileOf(run, file, verdicts, head.FileName, caller.Current.Subject, TimeOrderedId.Next(time), time.GetUtcNow());
        var shown = verdicts.Where(verdict => verdict.IsShown).Select(verdict => ReturnResults.ProblemOf(booked.Id, verdict)).ToList();
        if (head.DryRun)
        {
            var preview = ReturnResults.Of(run, booked, shown, already: false);
            preview.DryRun = true;
            return preview;
        }

        await booker.BookAsync(run, [.. verdicts.Where(verdict => verdict.Becomes is not null).Select(Outcome)], cancellationToken);
        await BulkInsert.InsertAsync(db, shown, cancellationToken);
        db.Add(booked);
        db.Add(Audit(run, booked, context));
        return ReturnResults.Of(run, booked, shown, already: false);
    }

    static PaymentOutcome Outcome(ReturnVerdict verdict) => new(
        verdict.Listed!.Value, verdict.Becomes!.Value, verdict.Row.Day,
        verdict.State == ReturnLineState.AmountDiffers ? verdict.Row.AmountVnd : null, verdict.Row.Reason);

    static void RequireOut(PaymentRun run) => RunBook<TDb>.Require(run, PaymentRunState.Sent, PaymentRunState.Reconciled, PaymentRunState.Closed);

    static async Task<string> TextAsync(IAsyncStreamReader<Wire.ImportReturnFileRequest> requests, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        do
        {
            text.Append(requests.Current.Text);
            if (text.Length > LongestFile)
            {
                throw Refusal.Exhausted("return_file.too_long", string.Create(CultureInfo.InvariantCulture, $"Tệp dài quá {LongestFile / 1024 / 1024} MiB; hãy chia tệp."));
            }
        }
        while (await requests.MoveNext(cancellationToken));
        return text.ToString();
    }

    AuditRow Audit(PaymentRun run, ReturnFile file, ServerCallContext context) => new()
    {
        Id = TimeOrderedId.Next(time),
        At = time.GetUtcNow(),
        Actor = caller.Current.Subject,
        Method = context.Method,
        Target = $"{RunMessages.Collection}/{run.Id}, {file.Lines} lines",
        Outcome = "ok",
        Peer = context.Peer,
        TraceParent = db.Origin.TraceParent,
    };
}
