using AnSinh.Contracts.Training.V1;
using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Grpc.Core;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Hosting;

/// <summary>One running service for the tests of a class; each test makes records of its own.</summary>
public sealed class TrainingHost : IAsyncLifetime
{
    ServiceTestHost? host;

    public ServiceTestHost Host => host!;

    public DateOnly Today => VietnamDay.Today(Host.Time);

    public CallInvoker Officer => As("training-officer");

    public InstitutionService.InstitutionServiceClient Institutions => new(Officer);

    public ProgrammeService.ProgrammeServiceClient Programmes => new(Officer);

    public EnrolmentService.EnrolmentServiceClient Enrolments => new(Officer);

    public CertificateService.CertificateServiceClient Certificates => new(Officer);

    /// <summary>Calls with a role.</summary>
    public CallInvoker As(string role, string subject = "tester", params string[] areas) =>
        Host.Channel(Host.Token(areas.Length == 0 ? ["*"] : areas, [role], [], subject));

    /// <summary>An institution that works since 2015.</summary>
    public async Task<Institution> InstitutionAsync() => await Institutions.RegisterInstitutionAsync(
        new RegisterInstitutionRequest { Institution = Samples.Institution(), RequestId = Samples.RequestId() });

    /// <summary>A programme of a new institution, or of one that is there.</summary>
    public async Task<Programme> ProgrammeAsync(TrainingLevel level = TrainingLevel.Elementary, Institution? institution = null)
    {
        var programme = Samples.Programme((institution ?? await InstitutionAsync()).Name, level);
        return await Programmes.RegisterProgrammeAsync(new RegisterProgrammeRequest { Programme = programme, RequestId = Samples.RequestId() });
    }

    /// <summary>An enrolment.</summary>
    public async Task<Enrolment> EnrolmentAsync(TrainingLevel level = TrainingLevel.Elementary) => await Enrolments.EnrolTraineeAsync(
        new EnrolTraineeRequest { Enrolment = Samples.Enrolment((await ProgrammeAsync(level)).Name), RequestId = Samples.RequestId() });

    /// <summary>An enrolment that was completed on 1 May 2026.</summary>
    public async Task<Enrolment> CompletedAsync(TrainingLevel level = TrainingLevel.Elementary)
    {
        var enrolment = await EnrolmentAsync(level);
        return await Enrolments.CompleteTrainingAsync(new CompleteTrainingRequest
        {
            Name = enrolment.Name,
            Etag = enrolment.Etag,
            CompletedOn = Samples.Day(2026, 5, 1),
            RequestId = Samples.RequestId(),
        });
    }

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddVocationalTraining());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
