using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Reconciliation;

/// <summary>A payment as reconciliation sees it.</summary>
/// <param name="LineNo">Number.</param>
/// <param name="AmountVnd">Amount listed.</param>
/// <param name="State">What became of it so far.</param>
/// <param name="AreaCode">Commune.</param>
/// <param name="ReportCategory">Coarse category.</param>
/// <param name="PersonKey">Beneficiary's key in events; empty where the scheme's events do not say who was paid.</param>
/// <param name="Dead">Whether the person had died before the last month paid.</param>
public readonly record struct ListedPayment(
    int LineNo, long AmountVnd, PaymentLineState State, string AreaCode, string ReportCategory, string PersonKey, bool Dead);

/// <summary>What a line of a return file comes to.</summary>
/// <param name="Row">The line.</param>
/// <param name="State">What it is.</param>
/// <param name="Listed">The payment; null when the run has none.</param>
/// <param name="Becomes">The payment's new state; null when nothing changes.</param>
public readonly record struct ReturnVerdict(ReturnRow Row, ReturnLineState State, ListedPayment? Listed, PaymentLineState? Becomes)
{
    /// <summary>Whether the line refuses a file that must be right in every line.</summary>
    public bool IsBad => State is ReturnLineState.AmountDiffers or ReturnLineState.Duplicate or ReturnLineState.UnknownLine;

    /// <summary>Whether a person should look at it.</summary>
    public bool IsShown => IsBad || State == ReturnLineState.DeadAfterPayment;
}

/// <summary>
/// Judges the lines of a return file against the payments of the run. What the files of a run come to does not depend on their order: a
/// return outweighs the payment that it takes back, whichever file is read first. No database.
/// </summary>
public static class ReturnVerdicts
{
    const int MostViolations = 50;

    /// <summary>Judges.</summary>
    /// <param name="rows">Lines of one file.</param>
    /// <param name="payments">Payments of the run by number.</param>
    public static List<ReturnVerdict> Of(IReadOnlyList<ReturnRow> rows, IReadOnlyDictionary<int, ListedPayment> payments)
    {
        var seen = new HashSet<int>(rows.Count);
        var verdicts = new List<ReturnVerdict>(rows.Count);
        foreach (var row in rows)
        {
            verdicts.Add(!payments.TryGetValue(row.LineNo, out var listed) ? new ReturnVerdict(row, ReturnLineState.UnknownLine, null, null)
                : seen.Add(row.LineNo) ? Judge(row, listed)
                : new ReturnVerdict(row, ReturnLineState.Duplicate, listed, null));
        }

        return verdicts;
    }

    /// <summary>Refuses a file with bad lines, naming them.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>return_file.unknown_line</c>, <c>return_file.duplicate_line</c>, <c>return_file.amount_differs</c>.</exception>
    public static void RequireGood(IReadOnlyList<ReturnVerdict> verdicts)
    {
        var bad = verdicts.Where(verdict => verdict.IsBad).ToList();
        if (bad.Count > 0)
        {
            throw Refusal.Invalid([.. bad.Take(MostViolations).Select(verdict => ViolationOf(verdict, bad.Count))]);
        }
    }

    static ReturnVerdict Judge(ReturnRow row, ListedPayment listed) => (row.Word, listed.State) switch
    {
        (ReturnWord.Unpaid, PaymentLineState.Open or PaymentLineState.AmountDiffers) when row.AmountVnd == 0 || row.AmountVnd == listed.AmountVnd =>
            new ReturnVerdict(row, ReturnLineState.Unpaid, listed, PaymentLineState.Unpaid),
        (ReturnWord.Paid, PaymentLineState.Returned) when row.AmountVnd == listed.AmountVnd => new ReturnVerdict(row, ReturnLineState.Matched, listed, null),
        (ReturnWord.Returned, PaymentLineState.Open or PaymentLineState.Matched or PaymentLineState.DeadAfterPayment) when row.AmountVnd == listed.AmountVnd =>
            new ReturnVerdict(row, ReturnLineState.Returned, listed, PaymentLineState.Returned),
        (ReturnWord.Paid, PaymentLineState.Open or PaymentLineState.AmountDiffers) when row.AmountVnd == listed.AmountVnd => listed.Dead
            ? new ReturnVerdict(row, ReturnLineState.DeadAfterPayment, listed, PaymentLineState.DeadAfterPayment)
            : new ReturnVerdict(row, ReturnLineState.Matched, listed, PaymentLineState.Matched),
        (_, PaymentLineState.Open) => new ReturnVerdict(row, ReturnLineState.AmountDiffers, listed, PaymentLineState.AmountDiffers),
        (ReturnWord.Returned, PaymentLineState.Matched or PaymentLineState.DeadAfterPayment) => new ReturnVerdict(row, ReturnLineState.AmountDiffers, listed, null),
        _ => new ReturnVerdict(row, ReturnLineState.Duplicate, listed, null),
    };

    static Violation ViolationOf(ReturnVerdict verdict, int all)
    {
        var row = verdict.Row;
        var (code, message) = verdict.State switch
        {
            ReturnLineState.UnknownLine => ("return_file.unknown_line", $"đợt chi trả không có khoản số {row.LineNo}"),
            ReturnLineState.Duplicate => ("return_file.duplicate_line", $"khoản số {row.LineNo} đã có kết quả khác trước đó, trong tệp này hoặc tệp trước"),
            _ => ("return_file.amount_differs", $"khoản số {row.LineNo} báo {row.AmountVnd} đồng, danh sách là {verdict.Listed!.Value.AmountVnd} đồng"),
        };
        return new Violation($"line {row.FileLine}", code, $"Dòng {row.FileLine}: {message} (tổng cộng {all} dòng sai; tệp chưa được ghi nhận).");
    }
}
