using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.LivingStandards;

public sealed class LivingStandardTests(MeritHost service) : IClassFixture<MeritHost>
{
    static int day;

    [Fact]
    public async Task Approve_TellsEachCommuneOnce_AndClosesIt()
    {
        var survey = await Open();
        List<LivingStandardFormRow> rows =
        [
            Form(survey, 2, LivingStandard.AboveAverage), Form(survey, 3, LivingStandard.Average), Form(survey, 4, LivingStandard.BelowAverage),
            Form(survey, 5, LivingStandard.Average, Samples.OtherCommune),
        ];
        (await Importing.Forms(service.Officer, rows)).Summary.Recorded.ShouldBe(4);
        (await Importing.Forms(service.Officer, rows)).Summary.AlreadyPresent.ShouldBe(4);
        var approved = await Approver.ApproveLivingStandardsAsync(Approve(survey, "42"));
        approved.Communes.ShouldBe(
        [
            new CommuneLivingStandards { AreaCode = Samples.Commune, Households = 3, AtOrAboveAverage = 2 },
            new CommuneLivingStandards { AreaCode = Samples.OtherCommune, Households = 1, AtOrAboveAverage = 1 },
        ]);
        await Refused.With(Approver.ApproveLivingStandardsAsync(Approve(survey, Samples.Commune)), StatusCode.FailedPrecondition, "survey.nothing_to_approve");
        (await Importing.Forms(service.Officer, rows)).Summary.AlreadyPresent.ShouldBe(4);
        var (late, _) = await Importing.Forms(service.Officer, [Form(survey, 6, LivingStandard.Average)]);
        late.Single().Violations.Single().Reason.ShouldBe("survey.commune_approved");
        var counted = await service.Surveys.GetLivingStandardSurveyAsync(new GetLivingStandardSurveyRequest { Name = survey.Name });
        (counted.Households, counted.ApprovedHouseholds, counted.AtOrAboveAverage).ShouldBe((4, 4, 3));
        var events = (await service.Host.EventsAsync("merit", 2)).Where(one => survey.Name.EndsWith(one.Subject, StringComparison.Ordinal)).ToList();
        events.Select(one => one.AreaCode).ShouldBe([Samples.Commune, Samples.OtherCommune]);
        events[0].Data.ShouldContain("""households":3,"at_or_above_average":2""");
        events.ShouldAllBe(one => one.OccurredOn.Equals(survey.SurveyedOn));
    }

    [Fact]
    public async Task Approve_CommuneByCommune_LeavesTheOthersOpen()
    {
        var survey = await Open();
        await Importing.Forms(service.Officer, [Form(survey, 2, LivingStandard.Average), Form(survey, 3, LivingStandard.Average, Samples.OtherCommune)]);
        (await Approver.ApproveLivingStandardsAsync(Approve(survey, Samples.Commune))).Communes.Single().AreaCode.ShouldBe(Samples.Commune);
        (await Importing.Forms(service.Officer, [Form(survey, 4, LivingStandard.BelowAverage, Samples.OtherCommune)])).Summary.Recorded.ShouldBe(1);
        (await Approver.ApproveLivingStandardsAsync(Approve(survey, "42"))).Communes.Single().Households.ShouldBe(2);
    }

    [Fact]
    public async Task Import_OfBadForms_RefusesEachForItsReason()
    {
        var survey = await Open();
        var noMembers = Form(survey, 2, LivingStandard.Average);
        noMembers.Members = 0;
        var negative = Form(survey, 3, LivingStandard.Average);
        negative.MonthlyIncomeVnd = -1;
        var unknown = Form(survey, 6, LivingStandard.Average);
        unknown.Survey = $"livingStandardSurveys/{Guid.NewGuid()}";
        var headless = Form(survey, 7, LivingStandard.Average);
        headless.Head = null;
        var (results, _) = await Importing.Forms(service.Officer,
        [
            noMembers, negative, Form(survey, 4, LivingStandard.Unspecified), Form(survey, 5, LivingStandard.Average, Samples.ForeignCommune), unknown, headless,
        ]);
        results.Select(result => result.Violations.First().Reason).ShouldBe(
        [
            "survey.members_out_of_range", "survey.income_negative", "survey.living_standard_required", "survey.other_province", "survey.not_found", "person.required",
        ]);
        results.ShouldAllBe(result => result.Outcome == ImportOutcome.Refused);
    }

    [Fact]
    public async Task Create_OfABadOrSecondSurvey_IsRefused()
    {
        var survey = await Open();
        await Refused.With(service.Surveys.CreateLivingStandardSurveyAsync(Request(survey)), StatusCode.AlreadyExists, "survey.duplicate");
        var commune = survey.Clone();
        commune.AreaCode = Samples.Commune;
        await Refused.Field(service.Surveys.CreateLivingStandardSurveyAsync(Request(commune)), "survey.area_code", "survey.not_province");
        var future = survey.Clone();
        future.SurveyedOn = Samples.Day(service.Today.AddDays(1));
        await Refused.Field(service.Surveys.CreateLivingStandardSurveyAsync(Request(future)), "survey.surveyed_on", "survey.day_invalid");
        var elsewhere = new LivingStandardService.LivingStandardServiceClient(service.OfficerOf("46"));
        (await elsewhere.ListLivingStandardSurveysAsync(new ListLivingStandardSurveysRequest())).Surveys.ShouldBeEmpty();
        var nearby = new LivingStandardService.LivingStandardServiceClient(service.OfficerOf(Samples.Commune));
        (await nearby.ListLivingStandardSurveysAsync(new ListLivingStandardSurveysRequest())).Surveys.ShouldContain(one => one.Name == survey.Name);
    }

    LivingStandardService.LivingStandardServiceClient Approver => new(service.Approver);

    async Task<LivingStandardSurvey> Open() => await service.Surveys.CreateLivingStandardSurveyAsync(Request(new LivingStandardSurvey
    {
        Title = "Khảo sát mức sống hộ chính sách",
        AreaCode = "42",
        SurveyedOn = Samples.Day(new DateOnly(2026, 1, 1).AddDays(Interlocked.Increment(ref day))),
    }));

    static CreateLivingStandardSurveyRequest Request(LivingStandardSurvey survey) => new() { Survey = survey, RequestId = Samples.RequestId() };

    static LivingStandardFormRow Form(LivingStandardSurvey survey, long line, LivingStandard standard, string area = Samples.Commune) => new()
    {
        Line = line,
        Survey = survey.Name,
        Head = Samples.Person(area),
        AreaCode = area,
        Members = 4,
        MonthlyIncomeVnd = 3_000_000,
        LivingStandard = standard,
    };

    static ApproveLivingStandardsRequest Approve(LivingStandardSurvey survey, string area) =>
        new() { Survey = survey.Name, AreaCode = area, DecisionNumber = "77/QĐ-SNV", RequestId = Samples.RequestId() };
}
