using System.Globalization;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>Return files as records and as answers.</summary>
static class ReturnResults
{
    /// <summary>Most problems that an answer names: some 300 KB.</summary>
    public const int MostProblems = 10_000;

    public static ReturnFile FileOf(
        PaymentRun run, ReturnFileText file, IReadOnlyList<ReturnVerdict> verdicts, string fileName, string account, Guid id, DateTimeOffset now) => new()
        {
            Id = id,
            RunId = run.Id,
            Hash = file.Hash,
            FileName = fileName,
            Lines = file.Rows.Count,
            Counts = string.Join(';', verdicts.GroupBy(verdict => verdict.State).OrderBy(group => group.Key).Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{(int)group.Key}:{group.Count()}:{group.Sum(verdict => verdict.Row.AmountVnd)}"))),
            ImportedBy = account,
            ImportedAt = now,
        };

    public static ReturnProblem ProblemOf(Guid fileId, ReturnVerdict verdict) => new()
    {
        FileId = fileId,
        FileLine = verdict.Row.FileLine,
        LineNo = verdict.Row.LineNo,
        State = verdict.State,
        ListedVnd = verdict.Listed?.AmountVnd ?? 0,
        ReportedVnd = verdict.Row.AmountVnd,
    };

    public static Wire.ReturnFileResult Of(PaymentRun run, ReturnFile file, IReadOnlyList<ReturnProblem> problems, bool already)
    {
        var result = new Wire.ReturnFileResult
        {
            Name = ResourceName.Format(RunMessages.Collection, run.Id),
            FileHash = Convert.ToHexStringLower(file.Hash),
            AlreadyImported = already,
            Lines = file.Lines,
            RunState = (Wire.PaymentRunState)run.State,
        };
        foreach (var count in file.Counts.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')))
        {
            result.Counts.Add(new Wire.ReturnLineCount
            {
                State = (Wire.ReturnLineState)int.Parse(count[0], CultureInfo.InvariantCulture),
                Lines = int.Parse(count[1], CultureInfo.InvariantCulture),
                AmountVnd = long.Parse(count[2], CultureInfo.InvariantCulture),
            });
        }

        result.Problems.AddRange(problems.Take(MostProblems).Select(problem => new Wire.ReturnLineProblem
        {
            FileLine = problem.FileLine,
            LineNo = problem.LineNo,
            State = (Wire.ReturnLineState)problem.State,
            ListedVnd = problem.ListedVnd,
            ReportedVnd = problem.ReportedVnd,
        }));
        return result;
    }
}
