using AnSinh.ChildProtection.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children.Import;

/// <summary>
/// Imports children, a row for each circumstance. Child, kind and first day tell a circumstance, so the same rows sent again change nothing.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a child must look like.</param>
/// <param name="people">Finds and makes people.</param>
/// <param name="book">Makes circumstances and supports.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
sealed class ImportChildren(
    ChildDb db, ChildRules rules, PersonRegistry<ChildDb> people, ChildBook book, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.ChildRow, ChildImportRow, ChildImportPlan>
{
    /// <inheritdoc/>
    public ChildImportRow Check(Wire.ChildRow sent)
    {
        var today = VietnamDay.Today(time);
        var found = new List<Violation>(0);
        var circumstance = ChildRules.CheckCircumstance(sent.Circumstance, "circumstance", today, found);
        var support = sent.Support is null ? null : ChildRules.CheckSupport(sent.Support, "support", today, found);
        var person = rules.CheckPerson(sent.Person, "person", today, circumstance?.StartedOn, found);
        if (person is not null && circumstance is not null)
        {
            ChildRules.CheckAge(person.Birth, circumstance.StartedOn, "circumstance", found);
        }

        if (person is not null && !caller.Current.Areas.Covers(areas, person.AreaCode, person.AreaOn))
        {
            found.Add(OutOfScope("person.area_code", person.AreaCode));
        }

        if (support is not null && circumstance is not null && support.StartedOn < circumstance.StartedOn)
        {
            found.Add(new Violation("support.started_on", "support.no_circumstance", ChildBook.NoCircumstance(support)));
        }

        return new ChildImportRow { Line = sent.Line, Violations = found, Person = person, Circumstance = circumstance, Support = support };
    }

    /// <inheritdoc/>
    public async Task<ChildImportPlan> PlanAsync(IReadOnlyList<ChildImportRow> rows, CancellationToken cancellationToken)
    {
        var plan = new ChildImportPlan();
        var good = rows.Where(row => row.Violations.Count == 0).ToList();
        var persons = await people.ResolveAsync([.. good.Select(row => row.Person!)], plan.People, cancellationToken);
        var ids = persons.Select(person => person.Id).Distinct().ToList();
        var known = await db.Children.AsNoTracking().Include(one => one.Circumstances).Include(one => one.Supports)
            .Where(one => EF.Parameter(ids).Contains(one.PersonId)).ToDictionaryAsync(one => one.PersonId, cancellationToken);
        var at = 0;
        foreach (var row in rows)
        {
            if (row.Violations.Count > 0)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else
            {
                PlanRow(row, persons[at++], known, plan);
            }
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ChildImportPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Circumstances.Count + plan.Supports.Count);
        foreach (var (one, person) in plan.Circumstances)
        {
            events.Add(db.Draft(ChildEvents.Began(one, person), one.ChildId, one.StartedOn, one.AreaCode));
            one.BookedBy = events[^1].EventId;
        }

        foreach (var (one, person) in plan.Supports)
        {
            events.Add(db.Draft(ChildEvents.Began(one, person), one.ChildId, one.StartedOn, one.AreaCode));
            one.BookedBy = events[^1].EventId;
        }

        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Children, cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Circumstances.Select(one => one.One)], cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Supports.Select(one => one.One)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
        if (plan.Changed.Count > 0)
        {
            var changed = plan.Changed.ToList();
            var now = time.GetUtcNow();
            await db.Children.Where(one => EF.Parameter(changed).Contains(one.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Version, one => one.Version + 1).SetProperty(one => one.UpdatedAt, now), cancellationToken);
        }
    }

    void PlanRow(ChildImportRow row, Person person, Dictionary<Guid, Child> known, ChildImportPlan plan)
    {
        var draft = row.Circumstance!;
        var isNew = !known.TryGetValue(person.Id, out var child);
        child ??= RegisterChild.Of(row.Person!, person, time);
        var name = ResourceName.Format(ChildMessages.Collection, child.Id);
        if (child.Circumstances.Exists(one => one.Kind == draft.Kind && one.StartedOn == draft.StartedOn))
        {
            plan.Results.Present(row.Line, name);
            return;
        }

        if (Problem(child, draft) is { } problem)
        {
            plan.Results.Refuse(row.Line, problem);
            return;
        }

        if (isNew)
        {
            child.Version = 1;
            known.Add(person.Id, child);
            plan.Children.Add(child);
        }
        else if (child.Version > 0 && !plan.Children.Contains(child))
        {
            plan.Changed.Add(child.Id);
        }

        var circumstance = book.Make(child, person, draft, row.Person!.AreaCode);
        child.Circumstances.Add(circumstance);
        plan.Circumstances.Add((circumstance, person));
        if (row.Support is { } support && !ChildBook.Overlaps(child, support))
        {
            var made = book.Make(child, support)!;
            child.Supports.Add(made);
            plan.Supports.Add((made, person));
        }

        plan.Results.Recorded(row.Line, name);
    }

    Violation? Problem(Child child, CircumstanceDraft draft) =>
        !caller.Current.Areas.Covers(areas, child.AreaCode, child.AreaOn) ? OutOfScope("person.area_code", child.AreaCode)
        : child.ExitedOn is not null ? new Violation(
            "person", "child.exited", "Trẻ em này đã ra khỏi danh sách; hãy ghi hoàn cảnh mới trên hồ sơ, không nhập theo tệp.")
        : ChildBook.Overlap(child, draft);

    static Violation OutOfScope(string field, string areaCode) => new(field, "area.out_of_scope", AreaScope.OutOfScope(areaCode).Message);
}
