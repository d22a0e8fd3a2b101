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
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>A row of an import of houses, checked.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Draft">The house; null when refused.</param>
/// <param name="Violations">Why refused.</param>
public sealed record HousingRow(long Line, HousingDraft? Draft, IReadOnlyList<Violation> Violations) : ICheckedRow;

/// <summary>What a chunk of houses changes.</summary>
public sealed class HousingPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>People to register.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Houses to record.</summary>
    public List<HousingSupport> Houses { get; } = [];
}

/// <summary>Imports houses.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="import">The kit's import.</param>
/// <param name="book">Makes records.</param>
/// <param name="rules">What a house must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="options">What the service says about its houses.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class HousingImport<TDb>(
    TDb db, BulkImport<TDb> import, HousingBook<TDb> book, HousingRules rules, PersonRegistry<TDb> registry, HousingOptions<TDb> options,
    AreaDirectory areas, CallerAccessor caller, TimeProvider time) : IImportSteps<Wire.HousingRow, HousingRow, HousingPlan>
    where TDb : ServiceDb
{
    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As every import.</exception>
    public Task RunAsync(IAsyncStreamReader<Wire.ImportHousingRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportHousingRequest, Wire.HousingRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            this);

    /// <inheritdoc/>
    public HousingRow Check(Wire.HousingRow sent)
    {
        var found = new List<Violation>(0);
        var draft = rules.Check(sent.Housing, options.Beneficiary, VietnamDay.Today(time), found);
        if (draft is not null && !caller.Current.Areas.Covers(areas, draft.AreaCode, draft.StartedOn))
        {
            found.Add(new Violation("housing.area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        return new HousingRow(sent.Line, found.Count == 0 ? draft : null, found);
    }

    /// <inheritdoc/>
    public async Task<HousingPlan> PlanAsync(IReadOnlyList<HousingRow> rows, CancellationToken cancellationToken)
    {
        var plan = new HousingPlan();
        var good = rows.Where(row => row.Draft is not null).ToList();
        var people = await registry.ResolveAsync([.. good.Select(row => row.Draft!.Person)], plan.People, cancellationToken);
        var keys = good.Select((row, i) => HousingSupport.KeyOf(people[i].Id, row.Draft!)).ToList();
        var known = await db.Set<HousingSupport>().KnownIdsAsync(keys, cancellationToken);
        var at = 0;
        foreach (var row in rows)
        {
            if (row.Draft is not { } draft)
            {
                plan.Results.Refuse(row.Line, row.Violations);
                continue;
            }

            if (known.TryGetValue(keys[at], out var met))
            {
                plan.Results.Present(row.Line, ResourceName.Format(HousingBook<TDb>.Collection, met));
            }
            else
            {
                var house = book.Make(draft, people[at].Id);
                house.Version = 1;
                known.Add(keys[at], house.Id);
                plan.Houses.Add(house);
                plan.Results.Recorded(row.Line, ResourceName.Format(HousingBook<TDb>.Collection, house.Id));
            }

            at++;
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(HousingPlan plan, CancellationToken cancellationToken)
    {
        // The events first: a house remembers which one told of it.
        List<OutboxRow> told = [.. plan.Houses.Where(house => house.State == HousingState.Completed).Select(book.Told)];
        await BulkInsert.InsertAsync(db, plan.People, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Houses, cancellationToken);
        await BulkInsert.InsertAsync(db, told, cancellationToken);
    }
}
