using AnSinh.Contracts.Protection.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>A poverty survey of the province: a form a household, then the lists of all communes approved by one decision.</summary>
public sealed class HouseholdSurveyLoader : IRecordLoader
{
    const int RowsInMessage = 500;
    const int MembersNamed = 1_000;

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "household_survey";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var at = group.At ?? throw new FormatException($"Dòng {group.Line}: nhóm household_survey cần at.");
        var communes = await context.CommunesAsync(at, cancellationToken);
        var client = new PovertySurveyService.PovertySurveyServiceClient(context.Official);
        var survey = await client.CreatePovertySurveyAsync(
            new CreatePovertySurveyRequest
            {
                Survey = new PovertySurvey { AreaCode = context.Province, InForceFrom = WireDate.Of(at) },
                RequestId = context.RequestId($"survey {at:O}"),
            },
            cancellationToken: cancellationToken);
        await context.ImportAsync(
            client.ImportHouseholds(cancellationToken: cancellationToken), options => new ImportHouseholdsRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => Row(i, survey, group, communes, context.Seed)).Chunk(RowsInMessage)
                .Select(rows => new ImportHouseholdsRequest { Rows = new HouseholdRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
        await new PovertySurveyService.PovertySurveyServiceClient(context.Approver).ApprovePovertyListAsync(
            new ApprovePovertyListRequest
            {
                Survey = survey.Name,
                AreaCode = context.Province,
                DecisionNo = "QĐ-HN-" + at.Year,
                ApprovedOn = WireDate.Of(at.AddDays(15)),
                RequestId = context.RequestId($"poverty list {at:O}"),
            },
            cancellationToken: cancellationToken);
    }

    static HouseholdRow Row(int i, PovertySurvey survey, RecordGroup group, IReadOnlyList<string> communes, int seed)
    {
        var commune = communes[i % communes.Count];
        var (poor, nearPoor) = (group.Whole("poor"), group.Whole("near_poor"));
        var (income, deprivations) = i < poor ? (i % 2 == 0 ? (650_000L, 1) : (950_000L, 4))
            : i < poor + nearPoor ? (900_000L, 2)
            : (1_100_000L + i % 40 * 50_000, i % 3);
        var household = new Household
        {
            Survey = survey.Name,
            HouseholdNo = "H-" + Months.Text(i + 1),
            AreaCode = commune,
            Settlement = Settlement.Rural,
            Size = 1 + i % 6,
            IncomePerHeadVnd = income,
        };
        household.Answers.AddRange(survey.Indicators.Select((_, question) => question < deprivations ? DeprivationAnswer.Deprived : DeprivationAnswer.NotDeprived));
        if (i < Math.Min(poor, MembersNamed))
        {
            // People who appear in other services too, for the figures that join them by person.
            household.Members.Add(SyntheticPeople.Person(seed, i, commune));
        }

        return new HouseholdRow { Line = i + 1, Household = household };
    }
}
