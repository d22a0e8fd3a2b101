using AnSinh.Contracts.Training.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.SurveyedFigures;
using AnSinh.VocationalTraining.Certificates;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Enrolments;
using AnSinh.VocationalTraining.Enrolments.Import;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;
using AnSinh.VocationalTraining.Surveys;

namespace AnSinh.VocationalTraining;

/// <summary>Everything that the training service puts into a host.</summary>
public static class TrainingModule
{
    /// <summary>Name of the module, of its event source and of its connection string.</summary>
    public const string Name = "training";

    /// <summary>Adds the training service.</summary>
    public static ModuleBuilder AddVocationalTraining(this ServiceHostBuilder host)
    {
        var module = host.AddModule(Name);
        module.AddDatabase<TrainingDb, TrainingSqliteDb, TrainingSqlServerDb>();
        module.AddPeople<TrainingDb>();
        module.AddSurveyedFigures<TrainingDb>(SurveyIndicator.Percent("VOC-06"), SurveyIndicator.Percent("VOC-07"));
        module.AddGrpc<InstitutionGrpc>(InstitutionService.Descriptor);
        module.AddGrpc<ProgrammeGrpc>(ProgrammeService.Descriptor);
        module.AddGrpc<EnrolmentGrpc>(EnrolmentService.Descriptor);
        module.AddGrpc<CertificateGrpc>(CertificateService.Descriptor);
        module.AddGrpc<TrainingSurveyGrpc>(TrainingSurveyService.Descriptor);
        module.FollowAreas<TrainingDb>();
        AddRoles(module);
        AddFeatures(module.Services);
        return module;
    }

    static void AddRoles(ModuleBuilder module)
    {
        string[] read =
        [
            "training.institutions.read", "training.programmes.read", "training.enrolments.read", "training.certificates.read",
            "training.certificates.verify", "training.surveys.read",
        ];
        string[] write = [.. read, "training.enrolments.write", "training.surveys.write"];
        module.AddRole("training-viewer", read);
        module.AddRole("training-clerk", write);
        module.AddRole("training-officer",
        [
            .. write, "training.institutions.write", "training.programmes.write", "training.enrolments.import", "training.enrolments.void",
            "training.certificates.issue", "training.certificates.revoke", EnrolmentMessages.ReadIdentity,
        ]);
        module.AddRole("training-signer", [.. read, "training.surveys.sign"]);

        // For the page on which anybody checks a paper: it can do nothing else.
        module.AddRole("training-verifier", "training.certificates.verify");
    }

    static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton<InstitutionRules>();
        services.AddSingleton<EnrolmentRules>();
        services.AddScoped<InstitutionBook>();
        services.AddScoped<RegisterInstitution>();
        services.AddScoped<CloseInstitution>();
        services.AddScoped<RegisterProgramme>();
        services.AddScoped<EnrolmentBook>();
        services.AddScoped<EnrolmentMessages>();
        services.AddScoped<EnrolTrainee>();
        services.AddScoped<TransferTrainee>();
        services.AddScoped<EndTraining>();
        services.AddScoped<VoidEnrolment>();
        services.AddScoped<ListEnrolments>();
        services.AddScoped<EnrolmentImportSteps>();
        services.AddScoped<ImportEnrolments>();
        services.AddScoped<CertificateBook>();
        services.AddScoped<IssueCertificate>();
        services.AddScoped<ReplaceCertificate>();
        services.AddScoped<RevokeCertificate>();
        services.AddScoped<VerifyCertificate>();
    }
}
