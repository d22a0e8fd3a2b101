using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Refers a case to another body, and records what that answered.</summary>
/// <param name="book">Finds, notes, tells.</param>
/// <param name="texts">Encrypts.</param>
/// <param name="time">Clock.</param>
sealed class ReferCase(CaseBook book, CaseTexts texts, TimeProvider time)
{
    /// <summary>Refers.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the field.</exception>
    public async Task<AbuseCase> RunAsync(Wire.ReferCaseRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.Refer, request.Name, request.Etag, cancellationToken);
        if (request.To == 0 || !Enum.IsDefined(request.To))
        {
            throw Refusal.Invalid("to", "case.referred_to_required", "Phải chọn cơ quan được chuyển: công an, tòa án, y tế, nhà trường hoặc cơ quan khác.");
        }

        var to = (ReferredTo)request.To;
        var sealedOverride = CheckConsent(request);
        book.Tell(one, CaseEvents.Referred(one, to, firstTime: !one.Referrals.Exists(referral => referral.To == to)));
        one.Referrals.Add(new CaseReferral
        {
            CaseId = one.Id,
            Number = one.Referrals.Count + 1,
            To = to,
            ReferredAt = time.GetUtcNow(),
            SealedOverride = sealedOverride,
        });
        return book.Note(one, CaseAction.Refer, one.State, sealedOverride);
    }

    /// <summary>Records an answer.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>case.referral_answered</c>.</exception>
    public async Task<AbuseCase> AnswerAsync(Wire.AnswerReferralRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.AnswerReferral, request.Name, request.Etag, cancellationToken);
        var referral = one.Referrals.Find(candidate => candidate.Number == request.Number)
            ?? throw Refusal.Invalid("number", "case.referral_unknown", $"Vụ việc không có lần chuyển số {request.Number}.");
        var (state, from) = request.State switch
        {
            Wire.ReferralState.Accepted => (ReferralState.Accepted, ReferralState.Sent),
            Wire.ReferralState.Refused => (ReferralState.Refused, ReferralState.Sent),
            Wire.ReferralState.Done => (ReferralState.Done, ReferralState.Accepted),
            _ => throw Refusal.Invalid("state", "case.referral_state_invalid", "Trả lời phải là: đã nhận, từ chối hoặc đã xong."),
        };
        if (referral.State != from)
        {
            throw Refusal.Precondition(
                "case.referral_answered",
                "Câu trả lời không khớp với tình trạng của lần chuyển: “đã nhận” và “từ chối” sau khi chuyển, “đã xong” sau khi đã nhận.");
        }

        var note = texts.Optional(request.Note, "note");
        referral.State = state;
        return book.Note(one, CaseAction.AnswerReferral, one.State, note);
    }

    byte[]? CheckConsent(Wire.ReferCaseRequest request) => request.Consent switch
    {
        Wire.Consent.Overridden => texts.Require(request.OverrideReason, "override_reason"),
        Wire.Consent.Given when request.OverrideReason.Length == 0 => null,
        Wire.Consent.Given => throw Refusal.Invalid("override_reason", "case.override_not_needed", "Đã có sự đồng ý thì không ghi lý do bỏ qua sự đồng ý."),
        _ => throw Refusal.Invalid("consent", "case.consent_required", "Phải ghi gia đình và trẻ em đồng ý, hoặc lý do chuyển khi không có sự đồng ý."),
    };
}
