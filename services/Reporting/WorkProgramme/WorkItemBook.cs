using AnSinh.Contracts.Events.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>Records, completes and voids items one by one.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an item must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class WorkItemBook(ReportingDb db, WorkItemRules rules, RecordScope scope, AreaDirectory areas, TimeProvider time)
{
    const int LongestReason = 500;

    /// <summary>Finds an item of the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>work.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<WorkItem> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(WorkItemMessages.Collection, name, "name");
        var item = await db.WorkItems.SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("work.not_found", "Không có bản ghi công tác mang tên này.");
        scope.Require(item.AreaCode, item.Day);
        return item;
    }

    /// <summary>Records an item.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<WorkItem> RecordAsync(Wire.RecordWorkItemRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        var draft = rules.Check(request.Item ?? new Wire.WorkItem(), "item", VietnamDay.Today(time), found) ?? throw Refusal.Invalid(found);
        var item = draft.ToItem(TimeOrderedId.Next(time), await FreeKeyAsync(draft, cancellationToken), time.GetUtcNow());
        item.BookedBy = db.Emit(WorkItemEvents.Begun(item), item.Id, item.Day, item.AreaCode);
        TellDone(item);
        db.Add(item);
        return item;
    }

    /// <summary>Completes an item.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<WorkItem> CompleteAsync(Wire.CompleteWorkItemRequest request, CancellationToken cancellationToken)
    {
        var item = await FindAsync(request.Name, cancellationToken);
        RequireNotVoided(item);
        if (item.Kind == WorkItemKind.Document || item.State == WorkItemState.Done)
        {
            throw item.Kind == WorkItemKind.Document
                ? Refusal.Precondition("work.not_completable", WorkItemRules.NotCompletable("name").Message)
                : Refusal.Precondition("work.completed", $"Đã hoàn thành ngày {VietnamDay.Text(item.DoneOn!.Value)}.");
        }

        Etag.Check(item, request.Etag, "etag");
        var found = new List<Violation>();
        item.DoneOn = WorkItemRules.CheckDone(request.DoneOn, item.Day, "done_on", VietnamDay.Today(time), found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        item.State = WorkItemState.Done;
        TellDone(item);
        return item;
    }

    /// <summary>Voids an item; what it told is taken back.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<WorkItem> VoidAsync(Wire.VoidWorkItemRequest request, CancellationToken cancellationToken)
    {
        var item = await FindAsync(request.Name, cancellationToken);
        RequireNotVoided(item);
        Etag.Check(item, request.Etag, "etag");
        item.VoidReason = request.Reason.Trim() is { Length: > 0 and <= LongestReason } reason
            ? reason
            : throw Refusal.Invalid("reason", "reason.malformed", $"Lý do phải dài từ 1 đến {LongestReason} ký tự.");
        item.State = WorkItemState.Voided;
        db.Emit(new WorkRecordVoided { Replaces = item.BookedBy }, item.Id, item.Day, item.AreaCode, item.BookedBy);
        if (item.DoneBy is { } done)
        {
            db.Emit(new WorkRecordVoided { Replaces = done }, item.Id, item.DoneOn!.Value, WorkItemEvents.AreaWhenDone(areas, item), done);
        }

        return item;
    }

    void TellDone(WorkItem item)
    {
        if (item.DoneOn is { } day)
        {
            item.DoneBy = db.Emit(WorkItemEvents.Done(item), item.Id, day, WorkItemEvents.AreaWhenDone(areas, item), item.BookedBy);
        }
    }

    static void RequireNotVoided(WorkItem item)
    {
        if (item.State == WorkItemState.Voided)
        {
            throw Refusal.Precondition("work.voided", "Bản ghi này đã bị hủy.");
        }
    }

    /// <summary>The first key that no item has: those before it were voided.</summary>
    async Task<byte[]> FreeKeyAsync(WorkItemDraft draft, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = draft.NaturalKey(ordinal);
            var holder = await db.WorkItems.AsNoTracking().Where(row => row.NaturalKey == key)
                .Select(row => new { row.Id, row.State }).SingleOrDefaultAsync(cancellationToken);
            if (holder is null)
            {
                return key;
            }

            if (holder.State != WorkItemState.Voided)
            {
                throw Refusal.AlreadyExists(
                    "work.duplicate", $"Đã có bản ghi cùng loại, số, địa bàn và ngày: {ResourceName.Format(WorkItemMessages.Collection, holder.Id)}.");
            }
        }
    }
}
