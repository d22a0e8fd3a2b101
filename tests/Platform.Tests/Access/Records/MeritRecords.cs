using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Support.V1;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the service of meritorious persons.</summary>
static class MeritRecords
{
    public static async Task MakeAsync(ForeignProvince hue)
    {
        var dossier = await new DossierService.DossierServiceClient(hue.Calls).RegisterDossierAsync(
            new RegisterDossierRequest { Dossier = Dossier(hue), RequestId = ForeignProvince.RequestId() });
        hue.Keep(nameof(DossierService), new ForeignRecord(dossier.Name, dossier.Etag));
        var person = await new MeritPersonService.MeritPersonServiceClient(hue.Calls).RegisterMeritPersonAsync(new RegisterMeritPersonRequest
        {
            MeritPerson = new MeritPerson
            {
                Person = hue.Person(),
                Category = "NCC07",
                AreaCode = hue.Commune,
                RecognisedOn = ForeignProvince.Day,
                DecisionNumber = "12/QĐ-SNV",
                InjuryPercent = 61,
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(MeritPersonService), new ForeignRecord(person.Name, person.Etag));
        var reburial = await new ReburialService.ReburialServiceClient(hue.Calls).RecordReburialAsync(new RecordReburialRequest
        {
            Reburial = new Reburial
            {
                ReburiedOn = ForeignProvince.Day,
                AreaCode = hue.Commune,
                Identification = Identification.Unknown,
                FoundIn = FoundIn.Laos,
                Cemetery = "Nghĩa trang Mẫu",
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(ReburialService), new ForeignRecord(reburial.Name, reburial.Etag));
        await MakeSurveyAsync(hue);
        await SupportRecords.MakeListAsync(hue, GiftService.Descriptor);
        await SupportRecords.MakeHouseAsync(hue, MeritHousingService.Descriptor, HousingBeneficiary.Merit);
        await PaymentRecords.MakeAsync(
            hue, PaymentRecords.Content(hue, "TB-061"), AllowanceService.Descriptor, AllowancePaymentService.Descriptor, AllowanceRecoveryService.Descriptor);
    }

    static async Task MakeSurveyAsync(ForeignProvince hue)
    {
        var survey = await new LivingStandardService.LivingStandardServiceClient(hue.Calls).CreateLivingStandardSurveyAsync(new CreateLivingStandardSurveyRequest
        {
            Survey = new LivingStandardSurvey { Title = "Khảo sát mức sống", AreaCode = ForeignProvince.Code, SurveyedOn = ForeignProvince.Day },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(LivingStandardService), new ForeignRecord(survey.Name));
        await hue.ImportAsync(
            LivingStandardService.Descriptor, "ImportLivingStandardForms", new ImportLivingStandardFormsRequest { Options = new ImportOptions() },
            new ImportLivingStandardFormsRequest { Rows = new LivingStandardFormRows { Rows = { Form(hue, survey.Name) } } });
    }

    public static LivingStandardFormRow Form(ForeignProvince hue, string survey) => new()
    {
        Line = 2,
        Survey = survey,
        Head = hue.Person(),
        AreaCode = hue.Commune,
        Members = 4,
        MonthlyIncomeVnd = 3_000_000,
        LivingStandard = LivingStandard.Average,
    };

    public static Dossier Dossier(ForeignProvince hue) => new()
    {
        Category = "NCC07",
        Symbol = "TTH/TB.1024",
        Person = hue.Person(),
        AreaCode = hue.Commune,
        ReceivedOn = ForeignProvince.Day,
        Papers = { new Paper { Title = "Bản khai (Mẫu 12)", Kind = PaperKind.Original, Pages = 2 } },
    };
}
