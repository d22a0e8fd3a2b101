using AnSinh.ChildProtection.Children;
using AnSinh.Contracts.Events.Child.V1;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Looks at a case: screens the report, assesses the risk (Mẫu 02), reviews what was reached (Mẫu 06).</summary>
/// <param name="book">Finds, notes, tells.</param>
/// <param name="children">Finds children.</param>
/// <param name="texts">Encrypts.</param>
/// <param name="time">Clock.</param>
sealed class AssessCase(CaseBook book, ChildBook children, CaseTexts texts, TimeProvider time)
{
    /// <summary>Screens; an unfounded report closes the case.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT <c>case.text_invalid</c>.</exception>
    public async Task<AbuseCase> ScreenAsync(Wire.ScreenCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Screen, request.Name, request.Etag, cancellationToken);
        var note = texts.Require(request.Note, "note");
        if (request.Founded)
        {
            return book.Note(one, CaseAction.Screen, CaseState.Screened, note);
        }

        one.PlanMet = false;
        one.ClosedBy = book.Tell(one, new CaseClosed { PlanMet = false });
        return book.Note(one, CaseAction.Screen, CaseState.Closed, note);
    }

    /// <summary>Assesses.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the field; NOT_FOUND <c>child.not_found</c>.</exception>
    public async Task<AbuseCase> AssessAsync(Wire.AssessCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Assess, request.Name, request.Etag, cancellationToken);
        var (risk, note) = (Require(request.Risk), texts.Require(request.Note, "note"));
        if (request.Child.Length > 0)
        {
            one.ChildId = (await children.FindAsync(request.Child, "child", cancellationToken)).Id;
        }

        (one.Risk, one.AssessedAt) = (risk, time.GetUtcNow());
        return book.Note(one, CaseAction.Assess, CaseState.Assessed, note);
    }

    /// <summary>Reviews.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the field.</exception>
    public async Task<AbuseCase> ReviewAsync(Wire.ReviewCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Review, request.Name, request.Etag, cancellationToken);
        var note = texts.Require(request.Note, "note");
        one.Risk = Require(request.Risk);
        return book.Note(one, CaseAction.Review, CaseState.Reviewed, note);
    }

    static RiskLevel Require(Wire.RiskLevel sent) => sent != 0 && Enum.IsDefined(sent)
        ? (RiskLevel)sent
        : throw Refusal.Invalid("risk", "case.risk_required", "Phải chọn mức độ nguy cơ: thấp, trung bình hoặc cao.");
}
