using AnSinh.Contracts.Events.Child.V1;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Closes a case and opens it again.</summary>
/// <param name="book">Finds, notes, tells.</param>
/// <param name="texts">Encrypts.</param>
/// <param name="time">Clock.</param>
sealed class CloseCase(CaseBook book, CaseTexts texts, TimeProvider time)
{
    /// <summary>Closes.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; FAILED_PRECONDITION <c>case.services_open</c>; INVALID_ARGUMENT
    /// <c>case.text_invalid</c>.</exception>
    public async Task<AbuseCase> CloseAsync(Wire.CloseCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Close, request.Name, request.Etag, cancellationToken);
        PlanCase.RequireNoOpenServices(one);
        var reason = texts.Require(request.Reason, "reason");
        one.PlanMet = request.PlanMet;
        one.ClosedBy = book.Tell(one, new CaseClosed { PlanMet = request.PlanMet });
        return book.Note(one, CaseAction.Close, CaseState.Closed, reason);
    }

    /// <summary>Opens again: the case waits for an assessment, whose time begins now, and is not among the closed ones any more.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT <c>case.text_invalid</c>.</exception>
    public async Task<AbuseCase> ReopenAsync(Wire.ReopenCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Reopen, request.Name, request.Etag, cancellationToken);
        var reason = texts.Require(request.Reason, "reason");
        if (one.ClosedBy is { } closed)
        {
            book.Tell(one, new CaseReopened { Replaces = closed });
            one.ClosedBy = null;
        }

        (one.PlanMet, one.Risk, one.AssessedAt) = (false, RiskLevel.Unknown, null);
        one.AssessmentDueAt = CaseDeadlines.After(CaseAction.Assess, time.GetUtcNow());
        return book.Note(one, CaseAction.Reopen, CaseState.Screened, reason);
    }
}
