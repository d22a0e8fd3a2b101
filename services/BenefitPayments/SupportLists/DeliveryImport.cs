using AnSinh.Contracts.Common.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Person = AnSinh.People.Person;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Imports what was paid or handed over of approved lists, and what came back.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="import">The kit's import.</param>
/// <param name="rules">What a delivery must look like.</param>
/// <param name="programmes">Finds programmes.</param>
/// <param name="registry">Finds people.</param>
/// <param name="events">Tells of entries.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class DeliveryImport<TDb>(
    TDb db, BulkImport<TDb> import, DeliveryRules rules, ProgrammeBook<TDb> programmes, PersonRegistry<TDb> registry, SupportEvents<TDb> events,
    CallerAccessor caller, TimeProvider time) : IImportSteps<Wire.SupportDeliveryRow, DeliveryRow, DeliveryPlan>
    where TDb : ServiceDb
{
    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As every import.</exception>
    public Task RunAsync(
        IAsyncStreamReader<Wire.ImportSupportDeliveriesRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportSupportDeliveriesRequest, Wire.SupportDeliveryRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            this);

    /// <inheritdoc/>
    public DeliveryRow Check(Wire.SupportDeliveryRow sent) => rules.Check(sent, caller.Current.Areas, VietnamDay.Today(time));

    /// <inheritdoc/>
    public async Task<DeliveryPlan> PlanAsync(IReadOnlyList<DeliveryRow> rows, CancellationToken cancellationToken)
    {
        var plan = new DeliveryPlan();
        var entries = await EntriesAsync(rows, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, entry) = (rows[i], entries[i]);
            if (row.Violations.Count > 0)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else if (entry is null)
            {
                plan.Results.Refuse(row.Line, new Violation("entry", "support.entry_not_found", "Người nhận này không có trong danh sách của chương trình."));
            }
            else if (Same(row, entry))
            {
                plan.Results.Present(row.Line, ResourceName.Format(SupportMessages.Entries, entry.Id));
            }
            else if (rules.CheckAgainst(row, entry) is { } problem)
            {
                plan.Results.Refuse(row.Line, problem);
            }
            else
            {
                // What the entry becomes is seen by later rows of the chunk.
                entry.State = row.Outcome;
                entry.DeliveredOn = row.DeliveredOn;
                entry.Reason = row.ReturnReason;
                plan.Changes.Add((entry, row, (await programmes.FindAsync(entry.ProgrammeId, cancellationToken))!));
                plan.Results.Recorded(row.Line, ResourceName.Format(SupportMessages.Entries, entry.Id));
            }
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var same in plan.Changes.GroupBy(one => (one.Row.Outcome, one.Row.DeliveredOn, one.Row.ReturnReason)))
        {
            var (state, day, reason) = same.Key;
            var ids = same.Select(one => one.Entry.Id).Distinct().ToList();
            var changed = await db.Set<SupportEntry>()
                .Where(one => EF.Parameter(ids).Contains(one.Id) && (one.State == SupportEntryState.Approved || one.State == SupportEntryState.Undelivered))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.State, state).SetProperty(one => one.DeliveredOn, day).SetProperty(one => one.Reason, reason)
                        .SetProperty(one => one.UpdatedAt, now).SetProperty(one => one.Version, one => one.Version + 1),
                    cancellationToken);
            if (changed != ids.Count)
            {
                throw Refusal.Conflict("support.changed_meanwhile", "Danh sách vừa được người khác thay đổi; hãy nhập lại tệp, các dòng đã ghi sẽ không ghi lần nữa.", null);
            }
        }

        var told = plan.Changes.Where(one => one.Row.Outcome == SupportEntryState.Delivered)
            .GroupBy(one => one.Programme).SelectMany(group => events.Delivered(group.Key, group.Select(Delivery)));
        await BulkInsert.InsertAsync(db, [.. told], cancellationToken);
    }

    static bool Same(DeliveryRow row, SupportEntry entry) =>
        entry.State == row.Outcome && entry.DeliveredOn == row.DeliveredOn && entry.Reason == row.ReturnReason && entry.AmountVnd == row.AmountVnd;

    ToldEntry Delivery((SupportEntry Entry, DeliveryRow Row, ProgrammeWithGroups Programme) change)
    {
        var group = change.Programme.Groups[change.Entry.GroupCode];
        var day = change.Row.DeliveredOn;
        return new ToldEntry(
            events.CommuneOn(change.Entry, day), day, group, change.Entry.AmountVnd, change.Programme.TellsDelivered(group) ? change.Entry.PersonKey : null);
    }

    /// <summary>The entry of each row; null when there is none or the row is refused.</summary>
    async Task<SupportEntry?[]> EntriesAsync(IReadOnlyList<DeliveryRow> rows, CancellationToken cancellationToken)
    {
        int[] named = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Person is not null)];
        var added = new List<Person>();
        var people = await registry.ResolveAsync([.. named.Select(i => rows[i].Person!)], added, cancellationToken);
        var unknown = added.Select(person => person.Id).ToHashSet();
        var keys = new byte[]?[rows.Count];
        for (var i = 0; i < named.Length; i++)
        {
            keys[named[i]] = unknown.Contains(people[i].Id) ? null : SupportEntry.KeyOf(rows[named[i]].Programme, people[i].Id);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            keys[i] ??= rows[i].Business is { } business
                ? SupportEntry.KeyOf(rows[i].Programme, PersonName.Key(business.Name), business.TaxCode, rows[i].AreaCode)
                : null;
        }

        var ids = rows.Select(row => row.Entry).OfType<Guid>().ToList();
        var wanted = keys.OfType<byte[]>().ToList();
        var byKey = await db.Set<SupportEntry>().KnownAsync(wanted, cancellationToken);
        var byId = ids.Count == 0 ? [] : await db.Set<SupportEntry>().AsNoTracking()
            .Where(one => EF.Parameter(ids).Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        foreach (var entry in byKey.Values)
        {
            byId[entry.Id] = entry;
        }

        return [.. rows.Select((row, i) => row.Entry is { } id ? byId.GetValueOrDefault(id) : keys[i] is { } key ? byKey.GetValueOrDefault(key) : null)];
    }
}
