using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ChildProtection.Cases;

/// <summary>What the use cases of cases have in common: finding the record, who may see it, noting a step, what is due next.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
sealed class CaseBook(ChildDb db, RecordScope scope, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Permission to read and change cases of all teams.</summary>
    public const string Supervise = "child.cases.supervise";

    /// <summary>Finds a case that the caller may see.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>case.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>, <c>case.not_in_team</c>.</exception>
    public async Task<AbuseCase> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(CaseMessages.Collection, name, "name");
        var one = await db.Cases.Include(row => row.Members).Include(row => row.Services).Include(row => row.Referrals).Include(row => row.Steps)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw Refusal.NotFound("case.not_found", "Không có vụ việc này.");
        scope.Require(one.AreaCode, one.ReportedOn);
        if (!caller.Current.May(Supervise) && !one.Members.Exists(member => member.Account == caller.Current.Subject))
        {
            throw Refusal.Denied("case.not_in_team", "Chỉ những người được phân công trong nhóm phụ trách mới được xem và xử lý vụ việc này.");
        }

        return one;
    }

    /// <summary>Finds a case for something to be done with it.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>case.wrong_state</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<AbuseCase> FindForAsync(CaseAction action, string name, string etag, CancellationToken cancellationToken)
    {
        var one = await FindAsync(name, cancellationToken);
        CaseFlow.Require(one.State, action);
        Etag.Check(one, etag, "etag");
        return one;
    }

    /// <summary>Notes what was done, moves the case and sets what is due next.</summary>
    /// <param name="one">The case.</param>
    /// <param name="action">What was done.</param>
    /// <param name="state">State that it leads to.</param>
    /// <param name="sealedNote">What was written down, encrypted; null for nothing.</param>
    public AbuseCase Note(AbuseCase one, CaseAction action, CaseState state, byte[]? sealedNote)
    {
        var now = time.GetUtcNow();
        var moved = one.State != state || action == CaseAction.Open;
        one.State = state;
        var step = new CaseStep
        {
            Id = TimeOrderedId.Next(time),
            CaseId = one.Id,
            Action = action,
            State = state,
            DoneAt = now,
            Actor = caller.Current.Subject,
            SealedNote = sealedNote,
        };
        one.Steps.Add(step);
        db.Add(step);
        if (moved || action == CaseAction.FinishService)
        {
            (one.DueAction, one.DueAt) = Next(one, now);
        }

        one.UpdatedAt = now;
        if (action != CaseAction.Open)
        {
            db.Entry(one).Property(row => row.UpdatedAt).IsModified = true;
        }

        return one;
    }

    /// <summary>Tells of a case, where its commune lies today.</summary>
    /// <returns>The event.</returns>
    public Guid Tell(AbuseCase one, object record)
    {
        var today = VietnamDay.Today(time);
        return db.Emit(record, one.Id, today, CommuneOnDay.Of(areas, one.AreaCode, one.ReportedOn, today), one.OpenedBy);
    }

    static (CaseAction? Action, DateTimeOffset? At) Next(AbuseCase one, DateTimeOffset now) => one.State switch
    {
        CaseState.Reported or CaseState.Screened => Due(CaseAction.Assess, one.AssessmentDueAt),
        CaseState.Assessed => Due(CaseAction.DraftPlan, CaseDeadlines.After(CaseAction.DraftPlan, now)),
        CaseState.Planned => Due(CaseAction.ApprovePlan, CaseDeadlines.After(CaseAction.ApprovePlan, now)),
        CaseState.InProgress when one.OpenServices.Any() => Due(CaseAction.FinishService, CaseDeadlines.EndOf(one.OpenServices.Min(service => service.DueOn))),
        _ => (null, null),
    };

    static (CaseAction?, DateTimeOffset?) Due(CaseAction action, DateTimeOffset? at) => at is null ? (null, null) : (action, at);
}
