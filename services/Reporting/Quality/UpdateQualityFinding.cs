using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>Moves a finding on.</summary>
/// <param name="db">The command's database.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class UpdateQualityFinding(ReportingDb db, RecordScope scope)
{
    const int LongestReason = 500;

    /// <summary>Moves it; the command's transaction saves it.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.QualityFinding> RunAsync(Wire.UpdateQualityFindingRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(QualityMessages.Collection, request.Name, "name");
        var finding = await db.QualityFindings.SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("quality.finding_not_found", "Không có phát hiện nào mang tên này.");
        scope.Require(finding.AreaCode, finding.AreaOn);
        var to = (QualityState)request.State;
        if (!Enum.IsDefined(to))
        {
            throw Refusal.Invalid("state", "quality.state_missing", "Chưa ghi trạng thái mới, hoặc trạng thái không đúng.");
        }

        Etag.Check(finding, request.Etag, "etag");
        if (!FindingStates.Allows(finding.State, to))
        {
            var allowed = FindingStates.From(finding.State).Select(FindingStates.Word).ToList();
            throw Refusal.Precondition(
                "quality.transition_not_allowed",
                $"Phát hiện đang ở trạng thái “{FindingStates.Word(finding.State)}”, không chuyển được sang “{FindingStates.Word(to)}”; cho phép: {(allowed.Count > 0 ? string.Join(", ", allowed) : "không trạng thái nào")}.");
        }

        finding.Reason = Reason(request.Reason.Trim(), to);
        finding.State = to;
        return QualityMessages.Of(finding, EtagAfterSaving.Of(db, finding));
    }

    static string Reason(string reason, QualityState to) =>
        reason.Length <= LongestReason && (reason.Length > 0 || FindingStates.NeedsNoReason(to))
            ? reason
            : throw Refusal.Invalid("reason", "reason.malformed", $"Lý do dài {reason.Length} ký tự; phải từ 1 đến {LongestReason} ký tự.");
}
