using AnSinh.BenefitPayments.Rates;
using AnSinh.Contracts.Common.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Person = AnSinh.People.Person;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Imports entitlements from a stream, with their people.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="import">Runs the import.</param>
/// <param name="book">Makes entitlements.</param>
/// <param name="rules">What an entitlement must look like.</param>
/// <param name="personRules">What a person must look like.</param>
/// <param name="people">Finds and makes people.</param>
/// <param name="rates">The levels.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class ImportEntitlements<TDb>(
    TDb db, BulkImport<TDb> import, EntitlementBook<TDb> book, EntitlementRules rules, PersonRules personRules, PersonRegistry<TDb> people,
    RateCatalogue<TDb> rates, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As <see cref="BulkImport{TDb}"/>.</exception>
    public async Task RunAsync(
        string scheme, IAsyncStreamReader<Wire.ImportEntitlementsRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context)
    {
        var steps = new Steps(this, scheme, await rates.TableAsync(scheme, context.CancellationToken));
        await import.RunAsync(
            new ImportCall<Wire.ImportEntitlementsRequest, Wire.EntitlementRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);
    }

    EntitlementImportRow Check(string scheme, RateTable table, Wire.EntitlementRow row)
    {
        var sent = row.Entitlement ?? new Wire.Entitlement();
        var found = new List<Violation>(0);
        var draft = rules.Check(sent, "entitlement", found);
        var person = personRules.Check(sent.Person, "entitlement.person", VietnamDay.Today(time), draft?.AreaOn, found);
        if (draft is null || person is null)
        {
            return new EntitlementImportRow { Line = row.Line, Violations = found };
        }

        if (!caller.Current.Areas.Covers(areas, draft.AreaCode, draft.AreaOn))
        {
            found.Add(new Violation("entitlement.area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        var (reportCategory, problem) = book.Rate(table, draft, "entitlement");
        if (problem is not null)
        {
            found.Add(problem);
        }

        return new EntitlementImportRow { Line = row.Line, Violations = found, Draft = draft, Person = person, ReportCategory = reportCategory };
    }

    async Task<EntitlementPlan> PlanAsync(string scheme, IReadOnlyList<EntitlementImportRow> rows, CancellationToken cancellationToken)
    {
        var plan = new EntitlementPlan();
        var good = rows.Where(row => row.Violations.Count == 0).ToList();
        var resolved = await people.ResolveAsync([.. good.Select(row => row.Person!)], plan.People, cancellationToken);
        var known = await KnownEntitlements.ReadAsync(db, scheme, resolved, plan.People, cancellationToken);
        var next = 0;
        foreach (var row in rows)
        {
            if (row.Violations.Count > 0)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else
            {
                Decide(scheme, row, resolved[next++], known, plan);
            }
        }

        return plan;
    }

    void Decide(string scheme, EntitlementImportRow row, Person person, KnownEntitlements known, EntitlementPlan plan)
    {
        var draft = row.Draft!;
        var key = EntitlementBook<TDb>.KeyOf(scheme, person.Id, draft.Level.Category, draft.StartMonth);
        if (known.Find(key) is { } met)
        {
            plan.Results.Present(row.Line, ResourceName.Format(EntitlementMessages.Collection, met));
        }
        else if (person.DiedOn is { } died && PayMonth.Of(died) < draft.PayableFrom)
        {
            plan.Results.Refuse(row.Line, new Violation(
                "entitlement.person", "entitlement.person_dead", $"Người này đã mất ngày {VietnamDay.Text(died)}, trước tháng hưởng đầu tiên."));
        }
        else if (book.Excluded(scheme, draft.Level.Category, known.CategoriesOf(person.Id, draft.StartMonth), "entitlement") is { } excluded)
        {
            plan.Results.Refuse(row.Line, excluded);
        }
        else
        {
            var one = book.Make(scheme, person.Id, draft, row.ReportCategory);
            one.Version = 1;
            plan.Entitlements.Add((one, person));
            known.Add(one);
            plan.Results.Recorded(row.Line, ResourceName.Format(EntitlementMessages.Collection, one.Id));
        }
    }

    async Task WriteAsync(EntitlementPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Entitlements.Count);
        foreach (var (one, person) in plan.Entitlements)
        {
            var told = db.Draft(EntitlementBook<TDb>.Started(one, person), one.Id, PayMonth.FirstDay(one.StartMonth), one.AreaCode);
            one.ToldBy = told.EventId;
            events.Add(told);
        }

        // People of refused rows are not registered: only those who receive something.
        var receivers = plan.Entitlements.Select(pair => pair.Person.Id).ToHashSet();
        await BulkInsert.InsertAsync(db, plan.People.FindAll(person => receivers.Contains(person.Id)), cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Entitlements.Select(pair => pair.One)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    /// <summary>The steps of one file.</summary>
    sealed class Steps(ImportEntitlements<TDb> owner, string scheme, RateTable table) : IImportSteps<Wire.EntitlementRow, EntitlementImportRow, EntitlementPlan>
    {
        public EntitlementImportRow Check(Wire.EntitlementRow sent) => owner.Check(scheme, table, sent);

        public Task<EntitlementPlan> PlanAsync(IReadOnlyList<EntitlementImportRow> rows, CancellationToken cancellationToken) =>
            owner.PlanAsync(scheme, rows, cancellationToken);

        public Task WriteAsync(EntitlementPlan plan, CancellationToken cancellationToken) => owner.WriteAsync(plan, cancellationToken);
    }
}
