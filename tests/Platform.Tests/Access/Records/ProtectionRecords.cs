using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the social protection service.</summary>
static class ProtectionRecords
{
    public static async Task MakeAsync(ForeignProvince hue)
    {
        await MakeSurveyAsync(hue);
        var application = await new EligibilityService.EligibilityServiceClient(hue.Calls).ApplyForAssistanceAsync(new ApplyForAssistanceRequest
        {
            Application = new AssistanceApplication
            {
                Person = hue.Person(),
                AreaCode = hue.Commune,
                AppliedOn = ForeignProvince.Day,
                Facts = new AssistanceFacts { Disability = DisabilityDegree.Severe },
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(EligibilityService), new ForeignRecord(application.Name, application.Etag));
        await SupportRecords.MakeListAsync(hue, SupportListService.Descriptor);
        await SupportRecords.MakeHouseAsync(hue, HousingService.Descriptor, HousingBeneficiary.PoorHousehold);
        await PaymentRecords.MakeAsync(
            hue, PaymentRecords.Content(hue, "5.6-nang"), AssistanceService.Descriptor, AssistancePaymentService.Descriptor, AssistanceRecoveryService.Descriptor);
        await PaymentRecords.MakeAsync(
            hue, PaymentRecords.Content(hue, "ho-tro-01", 300_000), TopUpService.Descriptor, TopUpPaymentService.Descriptor, TopUpRecoveryService.Descriptor);
    }

    static async Task MakeSurveyAsync(ForeignProvince hue)
    {
        var service = PovertySurveyService.Descriptor;
        var survey = await new PovertySurveyService.PovertySurveyServiceClient(hue.Calls).CreatePovertySurveyAsync(new CreatePovertySurveyRequest
        {
            Survey = new PovertySurvey { AreaCode = ForeignProvince.Code, InForceFrom = new Date { Year = 2025, Month = 12, Day = 31 } },
            RequestId = ForeignProvince.RequestId(),
        });
        var household = await hue.ImportAsync(
            service, "ImportHouseholds", new ImportHouseholdsRequest { Options = new ImportOptions() },
            new ImportHouseholdsRequest { Rows = new HouseholdRows { Rows = { new HouseholdRow { Line = 2, Household = Form(hue, survey.Name, survey.Indicators.Count) } } } });
        hue.Keep(service.Name, new ForeignRecord(household));
        hue.Keep($"{service.Name}/ImportHouseholds", new ForeignRecord(survey.Name));
        hue.KeepList(service, "ListHouseholds", "survey", survey.Name);
        hue.KeepList(service, "GetHouseholdCounts", "survey", survey.Name);
    }

    public static Household Form(ForeignProvince hue, string survey, int answers)
    {
        var form = new Household
        {
            Survey = survey,
            HouseholdNo = "H1",
            AreaCode = hue.Commune,
            Settlement = Settlement.Rural,
            Size = 4,
            IncomePerHeadVnd = 600_000,
        };
        form.Answers.AddRange(Enumerable.Repeat(DeprivationAnswer.Deprived, answers));
        return form;
    }
}
