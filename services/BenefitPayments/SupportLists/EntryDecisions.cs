using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Decides about lists: the district appraises and the province approves a commune's list, single entries are refused or revoked.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="programmes">Finds programmes.</param>
/// <param name="reading">Finds entries.</param>
/// <param name="events">Tells of entries.</param>
/// <param name="caller">Who decides.</param>
/// <param name="time">Clock.</param>
public sealed class EntryDecisions<TDb>(
    TDb db, ProgrammeBook<TDb> programmes, EntryReading<TDb> reading, SupportEvents<TDb> events, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    const int LongestReason = 200;
    const int LongestDecision = 100;

    /// <summary>Finds the declared entries of a commune right.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>support.programme_not_found</c>; FAILED_PRECONDITION <c>support.nothing_to_appraise</c>.</exception>
    public async Task<Wire.SupportEntriesDecided> AppraiseAsync(Wire.AppraiseSupportEntriesRequest request, CancellationToken cancellationToken)
    {
        var (programme, _) = await programmes.RequireAsync(request.Programme, "programme", cancellationToken);
        var rows = Of(programme.Id, request.AreaCode, SupportEntryState.Declared);
        var answer = new Wire.SupportEntriesDecided
        {
            Entries = await rows.CountAsync(cancellationToken),
            AmountVnd = await rows.SumAsync(one => one.AmountVnd, cancellationToken),
        };
        if (answer.Entries == 0)
        {
            throw Refusal.Precondition("support.nothing_to_appraise", "Xã này không có suất nào đang ở trạng thái kê khai trong chương trình.");
        }

        var now = time.GetUtcNow();
        await rows.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, SupportEntryState.Appraised).SetProperty(one => one.UpdatedAt, now).SetProperty(one => one.Version, one => one.Version + 1),
            cancellationToken);
        return answer;
    }

    /// <summary>Approves the appraised entries of a commune.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>support.programme_not_found</c>; FAILED_PRECONDITION
    /// <c>support.nothing_to_approve</c>, <c>support.approved_by_declarer</c>.</exception>
    public async Task<Wire.SupportEntriesDecided> ApproveAsync(Wire.ApproveSupportEntriesRequest request, CancellationToken cancellationToken)
    {
        var programme = await programmes.RequireAsync(request.Programme, "programme", cancellationToken);
        var (decision, day) = CheckDecision(request, programme.Programme);
        var rows = Of(programme.Programme.Id, request.AreaCode, SupportEntryState.Appraised);
        var entries = await rows.AsNoTracking().ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            throw Refusal.Precondition("support.nothing_to_approve", "Xã này không có suất nào đã thẩm định đang chờ phê duyệt trong chương trình.");
        }

        var me = caller.Current.Subject;
        if (entries.Exists(one => one.DeclaredBy == me))
        {
            throw Refusal.Precondition("support.approved_by_declarer", "Người kê khai danh sách không được tự phê duyệt; cần một tài khoản khác.");
        }

        if (entries.Exists(one => one.DeclaredOn > day))
        {
            throw Refusal.Invalid("approved_on", "support.approved_before_declared", "Ngày phê duyệt không được trước ngày kê khai.");
        }

        var now = time.GetUtcNow();
        await rows.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, SupportEntryState.Approved).SetProperty(one => one.DecisionNo, decision).SetProperty(one => one.ApprovedOn, day)
                .SetProperty(one => one.ApprovedBy, me).SetProperty(one => one.UpdatedAt, now).SetProperty(one => one.Version, one => one.Version + 1),
            cancellationToken);
        db.AddRange(events.Approved(programme, entries.Select(one => Approval(one, programme, day, events))));
        return new Wire.SupportEntriesDecided { Entries = entries.Count, AmountVnd = entries.Sum(one => one.AmountVnd) };
    }

    /// <summary>Refuses an entry before it is approved.</summary>
    /// <exception cref="Refusal">As <see cref="EntryReading{TDb}.RequireAsync"/>; INVALID_ARGUMENT <c>reason.invalid</c>; FAILED_PRECONDITION
    /// <c>support.not_open</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.SupportEntry> RefuseAsync(Wire.StrikeSupportEntryRequest request, CancellationToken cancellationToken)
    {
        var entry = await reading.RequireAsync(request.Name, cancellationToken);
        if (entry.State is not (SupportEntryState.Declared or SupportEntryState.Appraised))
        {
            throw Refusal.Precondition("support.not_open", "Chỉ từ chối được suất đang kê khai hoặc đã thẩm định.");
        }

        Strike(entry, SupportEntryState.Refused, request);
        return await reading.ForCommandAsync(entry, cancellationToken);
    }

    /// <summary>Strikes an approved entry that was not delivered off the list.</summary>
    /// <exception cref="Refusal">As <see cref="EntryReading{TDb}.RequireAsync"/>; INVALID_ARGUMENT <c>reason.invalid</c>; FAILED_PRECONDITION
    /// <c>support.not_approved</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Wire.SupportEntry> RevokeAsync(Wire.StrikeSupportEntryRequest request, CancellationToken cancellationToken)
    {
        var entry = await reading.RequireAsync(request.Name, cancellationToken);
        if (entry.State is not (SupportEntryState.Approved or SupportEntryState.Undelivered))
        {
            throw Refusal.Precondition("support.not_approved", "Chỉ đưa ra khỏi danh sách được suất đã phê duyệt mà chưa chi trả.");
        }

        Strike(entry, SupportEntryState.Revoked, request);
        var programme = (await programmes.FindAsync(entry.ProgrammeId, cancellationToken))!;
        db.AddRange(events.Revoked(programme, [Approval(entry, programme, entry.ApprovedOn!.Value, events)]));
        return await reading.ForCommandAsync(entry, cancellationToken);
    }

    /// <summary>An approved entry as events tell of it.</summary>
    internal static ToldEntry Approval(SupportEntry entry, ProgrammeWithGroups programme, DateOnly day, SupportEvents<TDb> events)
    {
        var group = programme.Groups[entry.GroupCode];
        return new ToldEntry(events.CommuneOn(entry, day), day, group, entry.AmountVnd, programme.TellsApproved(group) ? entry.PersonKey : null);
    }

    (string Decision, DateOnly Day) CheckDecision(Wire.ApproveSupportEntriesRequest request, SupportProgramme programme)
    {
        var found = new List<Violation>();
        var decision = request.DecisionNo.Trim();
        if (decision.Length is 0 or > LongestDecision)
        {
            found.Add(new Violation("decision_no", "support.decision_incomplete", $"Phải ghi số quyết định, từ 1 đến {LongestDecision} ký tự."));
        }

        if (WireDate.ToDay(request.ApprovedOn, "approved_on", found) is not { } day)
        {
            found.Add(new Violation("approved_on", "support.decision_incomplete", "Phải ghi ngày quyết định."));
            throw Refusal.Invalid(found);
        }

        if (day > VietnamDay.Today(time))
        {
            found.Add(new Violation("approved_on", "support.approved_in_future", "Ngày phê duyệt không được ở trong tương lai."));
        }
        else if (!programme.OpenOn(day))
        {
            found.Add(new Violation("approved_on", "support.programme_not_open", EntryRules.NotOpen(programme)));
        }

        return found.Count == 0 ? (decision, day) : throw Refusal.Invalid(found);
    }

    IQueryable<SupportEntry> Of(Guid programme, string areaCode, SupportEntryState state) =>
        db.Set<SupportEntry>().Where(one => one.ProgrammeId == programme && one.AreaCode == areaCode && one.State == state);

    void Strike(SupportEntry entry, SupportEntryState state, Wire.StrikeSupportEntryRequest request)
    {
        Etag.Check(entry, request.Etag, "etag");
        entry.Reason = request.Reason.Trim() is { Length: > 0 and <= LongestReason } reason
            ? reason
            : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
        entry.State = state;
        entry.UpdatedAt = time.GetUtcNow();
    }
}
