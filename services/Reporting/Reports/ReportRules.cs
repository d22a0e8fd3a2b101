using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Reporting.Reports;

/// <summary>What may be done with reports, rule by rule.</summary>
static class ReportRules
{
    const int LongestReason = 500;

    /// <summary>A report of a period that is not over has to say that it is preliminary.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>report.period_not_over</c>.</exception>
    public static void RequireOver(Period period, bool preliminary, DateOnly today)
    {
        if (!preliminary && period.To >= today)
        {
            throw Refusal.Invalid(
                "report.preliminary", "report.period_not_over",
                $"Kỳ báo cáo đến hết ngày {VietnamDay.Text(period.To)} mới kết thúc, hôm nay là ngày {VietnamDay.Text(today)}; nếu lập báo cáo sơ bộ, hãy ghi rõ (preliminary).");
        }
    }

    /// <summary>The state that an action leads to.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.wrong_state</c>.</exception>
    public static ReportState Next(Report report, ReportAction action) => ReportWorkflow.Next(report.State, action)
        ?? throw Refusal.Precondition(
            "report.wrong_state", $"Báo cáo {ReportWorkflow.TextOf(report.State)}, không {ReportWorkflow.TextOf(action)} được{(report.State == ReportState.Published ? "; muốn đính chính hãy lập bản mới." : ".")}");

    /// <summary>Whoever began, wrote or submitted a report may not approve it.</summary>
    /// <exception cref="Refusal">PERMISSION_DENIED <c>report.own_approval</c>.</exception>
    public static void RequireOther(IEnumerable<ReportHistoryRow> history, string account)
    {
        if (history.FirstOrDefault(step => step.Actor == account && ReportWorkflow.IsAuthors(step.Action)) is { } own)
        {
            throw Refusal.Denied("report.own_approval", $"Tài khoản này đã {ReportWorkflow.TextOf(own.Action)} báo cáo nên không được tự duyệt; người khác phải duyệt.");
        }
    }

    /// <summary>A reason for giving a report back.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.malformed</c>.</exception>
    public static string Reason(string text) => text.Trim() is { Length: > 0 and <= LongestReason } reason
        ? reason
        : throw Refusal.Invalid("reason", "reason.malformed", $"Lý do phải dài từ 1 đến {LongestReason} ký tự.");

    /// <summary>A text for a narrative part that the template has.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>report.text_unknown</c>, <c>report.text_too_long</c>.</exception>
    public static void RequireText(ReportTemplate template, string key, string text)
    {
        if (template.Texts.All(one => one.Key != key))
        {
            var allowed = template.Texts.Count == 0 ? "mẫu này không có" : string.Join(", ", template.Texts.Select(one => one.Key));
            throw Refusal.Invalid("key", "report.text_unknown", $"Mẫu không có phần lời văn “{(key.Length <= 60 ? key : key[..60] + "…")}”; cho phép: {allowed}.");
        }

        if (text.Length > Report.LongestText)
        {
            throw Refusal.Invalid("text", "report.text_too_long", $"Lời văn dài {text.Length} ký tự; cho phép đến {Report.LongestText}.");
        }
    }

    /// <summary>Every part is approved.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.part_not_approved</c>.</exception>
    public static void RequireApproved(IReadOnlyList<ReportPart> parts)
    {
        const int MostNamed = 20;
        var open = parts.Where(part => !part.IsApproved).ToList();
        if (open.Count > 0)
        {
            var names = string.Join(", ", open.Take(MostNamed).Select(part => $"{part.Unit.Name} ({(part.Report is { } report ? ReportWorkflow.TextOf(report.State) : "chưa lập")})"));
            throw new Refusal(
                RefusalKind.FailedPrecondition, "report.part_not_approved",
                $"Mới có {parts.Count - open.Count}/{parts.Count} báo cáo thành phần được duyệt; còn thiếu: {names}{(open.Count > MostNamed ? $" và {open.Count - MostNamed} đơn vị khác" : "")}.")
            {
                Metadata = new Dictionary<string, string> { ["areas"] = string.Join(',', open.Select(part => part.Unit.Code)) },
            };
        }
    }
}
