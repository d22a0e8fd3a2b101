using System.Numerics;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using AnSinh.SocialProtection.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>Finds, lists and counts households.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="surveys">Finds surveys.</param>
/// <param name="standards">Poverty standards.</param>
/// <param name="messages">People as messages.</param>
/// <param name="scope">The caller's areas, for a record.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ReadHouseholds(
    ProtectionDb db, PovertySurveys surveys, PovertyStandards standards, PersonMessages messages, RecordScope scope, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Gets a household with its members.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>household.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.Household> GetAsync(Wire.GetHouseholdRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ImportHouseholds.Collection, request.Name, "name");
        var household = await db.Households.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("household.not_found", "Không có hộ này trong các đợt rà soát.");
        scope.Require(household.AreaCode, household.InForceFrom);
        var survey = (await surveys.FindAsync(household.SurveyId, cancellationToken))!;
        var approved = await db.PovertyLists.AnyAsync(one => one.SurveyId == survey.Id && one.AreaCode == household.AreaCode, cancellationToken);
        var members = await db.Set<Person>().AsNoTracking()
            .Where(person => db.HouseholdMembers.Any(one => one.HouseholdId == id && one.PersonId == person.Id)).OrderBy(person => person.Id).ToListAsync(cancellationToken);
        var message = Of(household, survey, approved);
        message.Members.AddRange(members.Select(person => messages.ForQuery(person, ProtectionModule.ReadIdentity)));
        return message;
    }

    /// <summary>Lists households of a survey in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>survey.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListHouseholdsResponse> ListAsync(Wire.ListHouseholdsRequest request, CancellationToken cancellationToken)
    {
        var (survey, rows) = await RowsAsync(request.Survey, request.AreaCode, cancellationToken);
        if (request.PovertyClass != Wire.PovertyClass.Unspecified)
        {
            var wanted = (PovertyClass)request.PovertyClass;
            rows = rows.Where(one => one.Class == wanted);
        }

        var page = await rows.FirstMadeFirstAsync(request, one => one.Id, cancellationToken);
        var approved = await db.PovertyLists.AsNoTracking().Where(one => one.SurveyId == survey.Id).Select(one => one.AreaCode).ToHashSetAsync(cancellationToken);
        return new Wire.ListHouseholdsResponse
        {
            Households = { page.Rows.Select(one => Of(one, survey, approved.Contains(one.AreaCode))) },
            NextPageToken = page.NextPageToken,
        };
    }

    /// <summary>Counts households by class.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Wire.HouseholdCounts> CountAsync(Wire.GetHouseholdCountsRequest request, CancellationToken cancellationToken)
    {
        var (_, rows) = await RowsAsync(request.Survey, request.AreaCode, cancellationToken);
        var counts = await rows.GroupBy(one => one.Class).Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        return new Wire.HouseholdCounts
        {
            Poor = counts.GetValueOrDefault(PovertyClass.Poor),
            NearPoor = counts.GetValueOrDefault(PovertyClass.NearPoor),
            Average = counts.GetValueOrDefault(PovertyClass.Average),
            AboveAverage = counts.GetValueOrDefault(PovertyClass.AboveAverage),
        };
    }

    async Task<(PovertySurvey Survey, IQueryable<Household> Rows)> RowsAsync(string name, string areaCode, CancellationToken cancellationToken)
    {
        var survey = await surveys.RequireAsync(name, "survey", cancellationToken);
        var rows = db.Households.AsNoTracking().Where(one => one.SurveyId == survey.Id);
        return (survey, AreaFilter.Of(areas, caller.Current.Areas, areaCode).Apply(rows, one => one.AreaCode, one => one.InForceFrom));
    }

    Wire.Household Of(Household household, PovertySurvey survey, bool approved)
    {
        var message = new Wire.Household
        {
            Name = ResourceName.Format(ImportHouseholds.Collection, household.Id),
            Survey = ResourceName.Format(PovertySurveys.Collection, survey.Id),
            HouseholdNo = household.HouseholdNo,
            AreaCode = household.AreaCode,
            Settlement = (Wire.Settlement)household.Settlement,
            Size = household.Size,
            IncomePerHeadVnd = household.IncomePerHeadVnd,
            PovertyClass = (Wire.PovertyClass)household.Class,
            Deprivations = BitOperations.PopCount((uint)household.Answers),
            Approved = approved,
        };
        message.Answers.AddRange(Enumerable.Range(0, standards[survey.Standard].Indicators.Count)
            .Select(i => (household.Answers >> i & 1) == 1 ? Wire.DeprivationAnswer.Deprived : Wire.DeprivationAnswer.NotDeprived));
        return message;
    }
}
