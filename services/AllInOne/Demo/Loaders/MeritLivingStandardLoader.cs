using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>The survey of policy households: a form each, then the approval of the province.</summary>
public sealed class MeritLivingStandardLoader : IRecordLoader
{
    const int RowsInMessage = 500;

    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "living_standard_survey";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var day = group.At ?? throw new FormatException($"Dòng {group.Line}: nhóm {group.Record} cần at.");
        var surveys = new LivingStandardService.LivingStandardServiceClient(context.Official);
        var communes = await context.CommunesAsync(day, cancellationToken);
        var good = group.Whole("at_or_above_average");
        var request = new CreateLivingStandardSurveyRequest
        {
            Survey = new LivingStandardSurvey { Title = "Khảo sát mức sống hộ chính sách", AreaCode = context.Province, SurveyedOn = WireDate.Of(day) },
            RequestId = context.RequestId($"living standards {group.Line}"),
        };
        var survey = (await surveys.CreateLivingStandardSurveyAsync(request, cancellationToken: cancellationToken)).Name;
        await context.ImportAsync(
            surveys.ImportLivingStandardForms(cancellationToken: cancellationToken),
            options => new ImportLivingStandardFormsRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => Form(context, survey, communes, i, MeritPeople.InPart(i, good, group.Count)))
                .Chunk(RowsInMessage).Select(rows => new ImportLivingStandardFormsRequest { Rows = new LivingStandardFormRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
        await new LivingStandardService.LivingStandardServiceClient(context.Approver).ApproveLivingStandardsAsync(
            new ApproveLivingStandardsRequest
            {
                Survey = survey,
                AreaCode = context.Province,
                DecisionNumber = "Quyết định mẫu",
                RequestId = context.RequestId($"living standards approved {group.Line}"),
            },
            cancellationToken: cancellationToken);
    }

    static LivingStandardFormRow Form(LoadContext context, string survey, IReadOnlyList<string> communes, int i, bool good)
    {
        var dice = MeritPeople.Dice(context, 4, i);
        var commune = communes[i % communes.Count];
        return new LivingStandardFormRow
        {
            Line = i + 1,
            Survey = survey,
            Head = MeritPeople.Of(context, MeritPeople.First + i, commune),
            AreaCode = commune,
            Members = dice.Next(1, 8),
            MonthlyIncomeVnd = (good ? 2_500_000L : 900_000L) + 10_000L * dice.Next(100),
            LivingStandard = !good ? LivingStandard.BelowAverage : dice.Next(3) == 0 ? LivingStandard.AboveAverage : LivingStandard.Average,
        };
    }
}
