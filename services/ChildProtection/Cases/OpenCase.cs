using AnSinh.ChildProtection.Children;
using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Opens a case on a report (tiếp nhận thông tin, Mẫu 01).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Notes steps.</param>
/// <param name="children">Finds children.</param>
/// <param name="texts">Encrypts.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who opens, the first of the team.</param>
/// <param name="time">Clock.</param>
sealed class OpenCase(
    ChildDb db, CaseBook book, ChildBook children, CaseTexts texts, RecordScope scope, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Opens.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>child.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<AbuseCase> RunAsync(Wire.OpenCaseRequest request, CancellationToken cancellationToken)
    {
        var received = Check(request);
        var day = VietnamDay.Of(received);
        scope.Require(request.AreaCode, day);
        var account = texts.Require(request.Account, "account", CaseTexts.LongestAccount);
        var child = request.Child.Length == 0 ? null : await children.FindAsync(request.Child, "child", cancellationToken);
        var one = new AbuseCase
        {
            Id = TimeOrderedId.Next(time),
            AbuseType = (AbuseType)request.AbuseType,
            Source = (ReportSource)request.Source,
            ReceivedAt = received,
            ReportedOn = day,
            AreaCode = request.AreaCode,
            SealedAccount = account,
            ChildId = child?.Id,
            AssessmentDueAt = CaseDeadlines.After(CaseAction.Assess, received),
            CreatedAt = time.GetUtcNow(),
        };
        one.Members.Add(new CaseMember { CaseId = one.Id, Account = caller.Current.Subject });
        one.OpenedBy = db.Emit(CaseEvents.Opened(one), one.Id, day, one.AreaCode);
        db.Add(one);
        return book.Note(one, CaseAction.Open, CaseState.Reported, null);
    }

    DateTimeOffset Check(Wire.OpenCaseRequest request)
    {
        var found = new List<Violation>();
        if (request.AbuseType == 0 || !Enum.IsDefined(request.AbuseType))
        {
            found.Add(new Violation("abuse_type", "case.abuse_type_required", "Phải chọn loại xâm hại."));
        }

        if (request.Source == 0 || !Enum.IsDefined(request.Source))
        {
            found.Add(new Violation("source", "case.source_required", "Phải chọn nguồn tin báo."));
        }

        var now = time.GetUtcNow();
        var received = request.ReceivedAt?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue;
        if (received > now)
        {
            found.Add(new Violation(
                "received_at", request.ReceivedAt is null ? "case.received_at_required" : "case.received_at_in_future",
                "Phải ghi thời điểm tiếp nhận, không sau bây giờ."));
        }
        else
        {
            CommuneRules.Check(areas, request.AreaCode, VietnamDay.Of(received), "area_code", found);
        }

        return found.Count == 0 ? received : throw Refusal.Invalid(found);
    }
}
