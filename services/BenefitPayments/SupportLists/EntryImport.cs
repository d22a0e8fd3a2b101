using AnSinh.Contracts.Common.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Person = AnSinh.People.Person;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Imports the lists of communes, as declared or as approved on paper.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="import">The kit's import.</param>
/// <param name="rules">What an entry must look like.</param>
/// <param name="programmes">Finds programmes.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="events">Tells of entries.</param>
/// <param name="permissions">Who may take over approved lists.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class EntryImport<TDb>(
    TDb db, BulkImport<TDb> import, EntryRules rules, ProgrammeBook<TDb> programmes, PersonRegistry<TDb> registry, SupportEvents<TDb> events,
    SupportListsPermissions<TDb> permissions, CallerAccessor caller, TimeProvider time) : IImportSteps<Wire.SupportEntryRow, EntryRow, EntryPlan>
    where TDb : ServiceDb
{
    readonly FileSequence sequence = new();

    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As every import.</exception>
    public Task RunAsync(
        IAsyncStreamReader<Wire.ImportSupportEntriesRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportSupportEntriesRequest, Wire.SupportEntryRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            this);

    /// <inheritdoc/>
    public EntryRow Check(Wire.SupportEntryRow sent) =>
        rules.Check(sent, caller.Current.Areas, caller.Current.May(permissions.TakeOver), VietnamDay.Today(time));

    /// <inheritdoc/>
    public async Task<EntryPlan> PlanAsync(IReadOnlyList<EntryRow> rows, CancellationToken cancellationToken)
    {
        var plan = new EntryPlan();
        var added = new List<Person>();
        var (people, keys) = await RecipientsAsync(rows, added, cancellationToken);
        var known = await db.Set<SupportEntry>().KnownAsync([.. keys.OfType<byte[]>()], cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (keys[i] is not { } key)
            {
                plan.Results.Refuse(row.Line, row.Violations);
                continue;
            }

            var programme = await programmes.FindAsync(row.Programme, cancellationToken);
            if (Problem(row, programme, key, known) is { } problem)
            {
                plan.Results.Refuse(row.Line, problem);
            }
            else if (known.TryGetValue(key, out var twin))
            {
                plan.Results.Present(row.Line, ResourceName.Format(SupportMessages.Entries, twin.Id));
            }
            else
            {
                var entry = Make(row, key, people[i]);
                known.Add(key, entry);
                plan.Entries.Add((entry, programme!));
                plan.Results.Recorded(row.Line, ResourceName.Format(SupportMessages.Entries, entry.Id));
            }
        }

        // People of refused rows are not registered.
        var used = plan.Entries.Select(one => one.Entry.PersonId).ToHashSet();
        plan.People.AddRange(added.Where(person => used.Contains(person.Id)));
        return plan;
    }

    /// <summary>Of each row its person (null for a business) and its natural key (null for a refused row).</summary>
    async Task<(Person?[] People, byte[]?[] Keys)> RecipientsAsync(IReadOnlyList<EntryRow> rows, List<Person> added, CancellationToken cancellationToken)
    {
        int[] named = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Person is not null)];
        var resolved = await registry.ResolveAsync([.. named.Select(i => rows[i].Person!)], added, cancellationToken);
        var people = new Person?[rows.Count];
        for (var i = 0; i < named.Length; i++)
        {
            people[named[i]] = resolved[i];
        }

        return (people, [.. rows.Select((row, i) => row.Violations.Count > 0 ? null : row.KeyOf(people[i]?.Id))]);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(EntryPlan plan, CancellationToken cancellationToken)
    {
        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Entries.Select(one => one.Entry)], cancellationToken);
        var told = new List<OutboxRow>();
        foreach (var group in plan.Entries.Where(one => one.Entry.ApprovedOn is not null).GroupBy(one => one.Programme))
        {
            told.AddRange(events.Approved(group.Key, group.Select(one => EntryDecisions<TDb>.Approval(one.Entry, group.Key, one.Entry.ApprovedOn!.Value, events))));
        }

        await BulkInsert.InsertAsync(db, told, cancellationToken);
    }

    List<Violation>? Problem(EntryRow row, ProgrammeWithGroups? programme, byte[] key, Dictionary<byte[], SupportEntry> known)
    {
        if (programme is null)
        {
            return [new Violation("entry.programme", "support.programme_not_found", "Không có chương trình hỗ trợ hoặc đợt tặng quà này.")];
        }

        var found = new List<Violation>(0);
        rules.CheckAgainst(row, programme, found);
        if (found.Count == 0 && sequence.FirstLine(key, row.Line) is { } line && line != row.Line)
        {
            found.Add(new Violation("entry.recipient", "support.recipient_listed_twice", $"Người nhận này đã được ghi ở dòng {line} của cùng tệp; mỗi chương trình chỉ ghi một lần."));
        }
        else if (found.Count == 0 && known.TryGetValue(key, out var twin) && !Same(row, twin))
        {
            found.Add(new Violation(
                "entry.recipient", "support.recipient_listed_twice",
                $"Người nhận này đã có trong danh sách của chương trình với nội dung khác: {ResourceName.Format(SupportMessages.Entries, twin.Id)}; mỗi chương trình chỉ hỗ trợ một lần."));
        }

        return found.Count == 0 ? null : found;
    }

    /// <summary>Whether an entry says what the row says: the same paper sent again.</summary>
    static bool Same(EntryRow row, SupportEntry entry) =>
        entry.GroupCode == row.Group && entry.AmountVnd == row.AmountVnd && entry.AreaCode == row.AreaCode
        && (row.ApprovedOn is null || (entry.ApprovedOn == row.ApprovedOn && entry.DecisionNo == row.DecisionNo));

    SupportEntry Make(EntryRow row, byte[] key, Person? person)
    {
        var now = time.GetUtcNow();
        return new SupportEntry
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = key,
            ProgrammeId = row.Programme,
            GroupCode = row.Group,
            PersonId = person?.Id,
            PersonKey = person?.PersonKey ?? "",
            BusinessName = row.Business?.Name ?? "",
            TaxCode = row.Business?.TaxCode ?? "",
            AmountVnd = row.AmountVnd,
            AreaCode = row.AreaCode,
            DeclaredOn = row.DeclaredOn,
            DeclaredBy = caller.Current.Subject,
            State = row.ApprovedOn is null ? SupportEntryState.Declared : SupportEntryState.Approved,
            DecisionNo = row.DecisionNo,
            ApprovedOn = row.ApprovedOn,
            ApprovedBy = row.ApprovedOn is null ? "" : caller.Current.Subject,
            Reason = "",
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }
}
