using System.Numerics;
using AnSinh.Contracts.Common.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.SocialProtection.Data;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Person = AnSinh.People.Person;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>What a chunk of households adds.</summary>
public sealed class HouseholdPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>Households to record.</summary>
    public List<Household> Households { get; } = [];

    /// <summary>Their members as the forms name them.</summary>
    public List<(Guid Household, PersonDraft Person)> Named { get; } = [];
}

/// <summary>Imports forms of households and classifies them. Tells no event: figures follow the approved list.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="import">The kit's import.</param>
/// <param name="rules">What a form must hold.</param>
/// <param name="surveys">Finds surveys.</param>
/// <param name="standards">Poverty standards.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class ImportHouseholds(
    ProtectionDb db, BulkImport<ProtectionDb> import, HouseholdRules rules, PovertySurveys surveys, PovertyStandards standards,
    PersonRegistry<ProtectionDb> registry, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.HouseholdRow, HouseholdRowChecked, HouseholdPlan>
{
    internal const string Collection = "households";

    /// <summary>Imports.</summary>
    /// <exception cref="Refusal">As every import.</exception>
    public Task RunAsync(IAsyncStreamReader<Wire.ImportHouseholdsRequest> requests, IServerStreamWriter<ImportResponse> responses, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportHouseholdsRequest, Wire.HouseholdRow>
            {
                Requests = requests,
                Responses = responses,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            this);

    /// <inheritdoc/>
    public HouseholdRowChecked Check(Wire.HouseholdRow sent) => HouseholdRules.Check(sent);

    /// <inheritdoc/>
    public async Task<HouseholdPlan> PlanAsync(IReadOnlyList<HouseholdRowChecked> rows, CancellationToken cancellationToken)
    {
        var plan = new HouseholdPlan();
        var keys = rows.Select(row => row.Violations.Count > 0 ? null : Household.KeyOf(row.Survey, row.Sent.AreaCode, row.Sent.HouseholdNo.Trim())).ToList();
        var wanted = keys.OfType<byte[]>().ToList();
        var known = await db.Households.KnownAsync(wanted, cancellationToken);
        var closed = await ClosedAsync(rows, cancellationToken);
        var today = VietnamDay.Today(time);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var found = new List<Violation>(row.Violations);
            var survey = keys[i] is null ? null : await surveys.FindAsync(row.Survey, cancellationToken);
            var household = survey is null ? null : Draft(row.Sent, survey, keys[i]!, plan, today, found);
            if (keys[i] is not null && survey is null)
            {
                found.Add(new Violation("household.survey", "survey.not_found", "Không có đợt rà soát hộ nghèo này."));
            }

            var twin = household is null ? null : known.GetValueOrDefault(keys[i]!);
            if (twin is not null && !twin.SaysAs(household!))
            {
                found.Add(new Violation("household.household_no", "household.recorded_differently", "Hộ này đã có phiếu với nội dung khác trong đợt rà soát."));
            }
            else if (twin is null && household is not null && closed.Contains((row.Survey, household.AreaCode)))
            {
                found.Add(new Violation("household.area_code", "survey.list_approved", "Danh sách của xã này đã được phê duyệt, không nhận thêm phiếu."));
            }

            Answer(row, household, twin, keys[i], found, known, plan);
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(HouseholdPlan plan, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        var recorded = plan.Households.Select(one => one.Id).ToHashSet();
        var named = plan.Named.Where(one => recorded.Contains(one.Household)).ToList();
        var resolved = named.Count == 0 ? [] : await registry.ResolveAsync([.. named.Select(one => one.Person)], people, cancellationToken);
        var members = named.Zip(resolved, (one, person) => new HouseholdMember { HouseholdId = one.Household, PersonId = person.Id, PersonKey = person.PersonKey })
            .DistinctBy(one => (one.HouseholdId, one.PersonId)).ToList();
        await BulkInsert.InsertAsync(db, people, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Households, cancellationToken);
        await BulkInsert.InsertAsync(db, members, cancellationToken);
    }

    static void Answer(
        HouseholdRowChecked row, Household? household, Household? twin, byte[]? key, List<Violation> found, Dictionary<byte[], Household> known, HouseholdPlan plan)
    {
        if (found.Count > 0)
        {
            plan.Results.Refuse(row.Line, found);
        }
        else if (twin is not null)
        {
            plan.Results.Present(row.Line, ResourceName.Format(Collection, twin.Id));
        }
        else
        {
            known.Add(key!, household!);
            plan.Households.Add(household!);
            plan.Results.Recorded(row.Line, ResourceName.Format(Collection, household!.Id));
        }
    }

    Household? Draft(Wire.Household sent, PovertySurvey survey, byte[] key, HouseholdPlan plan, DateOnly today, List<Violation> found)
    {
        var standard = standards[survey.Standard];
        var members = rules.CheckAgainst(sent, survey, standard, today, found);
        if (found.Count == 0 && !caller.Current.Areas.Covers(areas, sent.AreaCode, survey.InForceFrom))
        {
            found.Add(new Violation("household.area_code", "area.out_of_scope", AreaScope.OutOfScope(sent.AreaCode).Message));
        }

        if (found.Count > 0)
        {
            return null;
        }

        var answers = 0;
        for (var i = 0; i < sent.Answers.Count; i++)
        {
            answers |= sent.Answers[i] == Wire.DeprivationAnswer.Deprived ? 1 << i : 0;
        }

        var id = TimeOrderedId.Next(time);
        plan.Named.AddRange(members.Select(member => (id, member)));
        return new Household
        {
            Id = id,
            NaturalKey = key,
            SurveyId = survey.Id,
            HouseholdNo = sent.HouseholdNo.Trim(),
            AreaCode = sent.AreaCode,
            InForceFrom = survey.InForceFrom,
            Settlement = (Settlement)sent.Settlement,
            Size = sent.Size,
            IncomePerHeadVnd = sent.IncomePerHeadVnd,
            Answers = answers,
            Class = standard.Classify((Settlement)sent.Settlement, sent.IncomePerHeadVnd, BitOperations.PopCount((uint)answers)),
        };
    }

    /// <summary>Communes whose lists of these surveys are approved.</summary>
    async Task<HashSet<(Guid, string)>> ClosedAsync(IReadOnlyList<HouseholdRowChecked> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Survey).Distinct().ToList();
        var lists = await db.PovertyLists.AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.SurveyId))
            .Select(one => new { one.SurveyId, one.AreaCode }).ToListAsync(cancellationToken);
        return [.. lists.Select(one => (one.SurveyId, one.AreaCode))];
    }
}
