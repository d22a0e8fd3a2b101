using AnSinh.Dossiers.Deadlines;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Import;

/// <summary>
/// Takes dossiers over in bulk: one row in <c>person</c> where the person is new, one in <c>dossier</c>, one event. A person's dossier of a
/// category that is there already is met, not made again.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="rules">What a dossier must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class DossierImportSteps<TDb>(
    TDb db, DossierBook<TDb> book, DossierRules rules, PersonRegistry<TDb> registry, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.DossierRow, DossierRow, DossierChunk>
    where TDb : ServiceDb
{
    readonly DateOnly today = book.Today;
    DeadlineSchedule? deadlines;

    /// <inheritdoc/>
    public DossierRow Check(Wire.DossierRow sent)
    {
        var found = new List<Violation>(0);
        var draft = rules.CheckTakenOver(sent.Dossier, book.Register, today, found);
        if (draft is not null && !caller.Current.Areas.Covers(areas, draft.AreaCode, draft.ReceivedOn))
        {
            found.Add(new Violation("dossier.area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        return new DossierRow(sent.Line, found.Count == 0 ? draft : null, found);
    }

    /// <inheritdoc/>
    public async Task<DossierChunk> PlanAsync(IReadOnlyList<DossierRow> rows, CancellationToken cancellationToken)
    {
        deadlines ??= await book.DeadlinesAsync(cancellationToken);
        var chunk = new DossierChunk();
        var people = await registry.ResolveAsync([.. rows.Where(row => row.Draft is not null).Select(row => row.Draft!.Person)], chunk.People, cancellationToken);
        var held = await HeldAsync(people, chunk.People, cancellationToken);
        var at = 0;
        foreach (var row in rows)
        {
            if (row.Draft is { } draft)
            {
                PlanOne(row.Line, draft, people[at++], held, chunk);
            }
            else
            {
                chunk.Results.Refuse(row.Line, row.Violations);
            }
        }

        return chunk;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(DossierChunk plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Dossiers.Count);
        foreach (var dossier in plan.Dossiers)
        {
            var told = db.Draft(DossierBook<TDb>.Registered(dossier), dossier.Id, dossier.ReceivedOn, dossier.AreaCode);
            dossier.ToldBy = told.EventId;
            events.Add(told);
        }

        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Dossiers, cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    void PlanOne(long line, DossierDraft draft, Person person, Dictionary<(Guid, string), (Guid Id, string Symbol)> held, DossierChunk chunk)
    {
        if (held.TryGetValue((person.Id, draft.Category), out var known))
        {
            if (known.Symbol == draft.Symbol)
            {
                chunk.Results.Present(line, DossierNames.Of(known.Id));
                return;
            }

            chunk.Results.Refuse(line, new Violation(
                "dossier.symbol", "dossier.other_symbol", $"Người này đã có hồ sơ diện {draft.Category} mang ký hiệu “{known.Symbol}”; mỗi diện chỉ có một bộ hồ sơ gốc."));
            return;
        }

        var dossier = Dossier.Of(draft, TimeOrderedId.Next(time), person.Id, 0, caller.Current.Subject, time.GetUtcNow());
        dossier.DueOn = deadlines!.DueOn(dossier.Category, dossier.State, dossier.ReceivedOn);
        dossier.Version = 1;
        held.Add((person.Id, draft.Category), (dossier.Id, dossier.Symbol));
        chunk.Dossiers.Add(dossier);
        chunk.Results.Recorded(line, DossierNames.Of(dossier.Id));
    }

    /// <summary>The first dossier that each known person has in each category; new people have none.</summary>
    async Task<Dictionary<(Guid Person, string Category), (Guid Id, string Symbol)>> HeldAsync(
        IReadOnlyList<Person> people, List<Person> added, CancellationToken cancellationToken)
    {
        if (people.Count == 0 || added.Count == people.Count)
        {
            return [];
        }

        var register = book.Register.Code;
        var ids = people.Select(person => person.Id).Except(added.Select(person => person.Id)).ToList();
        var rows = await db.Set<Dossier>().AsNoTracking()
            .Where(one => EF.Parameter(ids).Contains(one.PersonId) && one.Register == register && one.Ordinal == 0)
            .Select(one => new { one.PersonId, one.Category, one.Id, one.Symbol }).ToListAsync(cancellationToken);
        return rows.ToDictionary(one => (one.PersonId, one.Category), one => (one.Id, one.Symbol));
    }
}
