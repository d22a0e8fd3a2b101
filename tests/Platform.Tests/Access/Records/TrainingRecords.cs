using AnSinh.Contracts.Training.V1;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the vocational training service.</summary>
static class TrainingRecords
{
    public const string InstitutionCode = "CS000001";
    public const string ProgrammeCode = "CT000001";

    public static async Task MakeAsync(ForeignProvince hue)
    {
        var institution = await new InstitutionService.InstitutionServiceClient(hue.Calls).RegisterInstitutionAsync(new RegisterInstitutionRequest
        {
            Institution = new Institution
            {
                Code = InstitutionCode,
                DisplayName = "Trường Trung cấp Mẫu",
                Kind = InstitutionKind.IntermediateSchool,
                Ownership = Ownership.Public,
                LicenceNumber = "01/GCN",
                LicensedOn = ForeignProvince.Day,
                AreaCode = hue.Commune,
                OpenedOn = ForeignProvince.Day,
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(InstitutionService), new ForeignRecord(institution.Name, institution.Etag));
        var programmes = new ProgrammeService.ProgrammeServiceClient(hue.Calls);
        var programme = await programmes.RegisterProgrammeAsync(new RegisterProgrammeRequest
        {
            Programme = new Programme { Institution = institution.Name, Code = ProgrammeCode, Level = TrainingLevel.Elementary, OccupationName = "Hàn", DurationWeeks = 20 },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(ProgrammeService), new ForeignRecord(programme.Name, programme.Etag));
        hue.Keep($"{nameof(ProgrammeService)}/RegisterProgramme", new ForeignRecord(institution.Name, Path: "programme.institution"));
        await MakeCertificateAsync(hue, programme.Name);
        await SurveyedFigureRecords.MakeAsync(hue, TrainingSurveyService.Descriptor, "VOC-06");
    }

    static async Task MakeCertificateAsync(ForeignProvince hue, string programme)
    {
        var enrolments = new EnrolmentService.EnrolmentServiceClient(hue.Calls);
        var enrolment = await enrolments.EnrolTraineeAsync(new EnrolTraineeRequest
        {
            Enrolment = new Enrolment { Trainee = hue.Person(1999), Programme = programme, EnrolledOn = ForeignProvince.Day, AreaCode = hue.Commune },
            RequestId = ForeignProvince.RequestId(),
        });
        enrolment = await enrolments.CompleteTrainingAsync(new CompleteTrainingRequest
        {
            Name = enrolment.Name,
            Etag = enrolment.Etag,
            CompletedOn = new Date { Year = 2026, Month = 6, Day = 1 },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(EnrolmentService), new ForeignRecord(enrolment.Name, enrolment.Etag));
        var certificate = await new CertificateService.CertificateServiceClient(hue.Calls).IssueCertificateAsync(new IssueCertificateRequest
        {
            Certificate = new Certificate
            {
                Enrolment = enrolment.Name,
                Number = "B-000001",
                BookNumber = "12",
                IssuedOn = new Date { Year = 2026, Month = 6, Day = 10 },
                Decision = "15/QĐ-TTC",
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(CertificateService), new ForeignRecord(certificate.Name, certificate.Etag));
        hue.Keep($"{nameof(CertificateService)}/IssueCertificate", new ForeignRecord(enrolment.Name, Path: "certificate.enrolment"));
    }
}
