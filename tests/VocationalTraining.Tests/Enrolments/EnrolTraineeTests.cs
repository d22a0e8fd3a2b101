using AnSinh.Contracts.Training.V1;
using AnSinh.Testing;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Enrolments;

public sealed class EnrolTraineeTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    [Fact]
    public async Task Enrol_GivesBackWhatWasRecorded_WithTheNumberMasked()
    {
        var programme = await service.ProgrammeAsync();
        var sent = Samples.Enrolment(programme.Name);
        var enrolment = await EnrolAsync(sent);
        enrolment.State.ShouldBe(EnrolmentState.Studying);
        enrolment.Level.ShouldBe(TrainingLevel.Elementary);
        enrolment.Institution.ShouldBe(programme.Institution);
        enrolment.Etag.ShouldBe("1");
        enrolment.Trainee.CitizenNumber.ShouldBe($"099*******{sent.Trainee.CitizenNumber[10..]}");
        var read = await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name });
        read.Trainee.CitizenNumber.ShouldBe(sent.Trainee.CitizenNumber);
        var viewer = new EnrolmentService.EnrolmentServiceClient(service.As("training-viewer"));
        (await viewer.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name })).ShouldBe(enrolment);
    }

    [Fact]
    public async Task Enrol_Twice_IsRefusedWithTheName_AndAgainAfterAVoidIsRecorded()
    {
        var sent = Samples.Enrolment((await service.ProgrammeAsync()).Name);
        var first = await EnrolAsync(sent);
        var refusal = await Refused.With(Enrol(sent), StatusCode.AlreadyExists, "enrolment.duplicate");
        refusal.Metadata["enrolment"].ShouldBe(first.Name);
        await service.Enrolments.VoidEnrolmentAsync(
            new VoidEnrolmentRequest { Name = first.Name, Etag = first.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() });
        (await EnrolAsync(sent)).Name.ShouldNotBe(first.Name);
    }

    [Fact]
    public async Task Enrol_AtAClosedInstitution_IsRefused()
    {
        var institution = await service.InstitutionAsync();
        var programme = await service.ProgrammeAsync(institution: institution);
        await service.Institutions.CloseInstitutionAsync(new CloseInstitutionRequest
        {
            Name = institution.Name,
            Etag = institution.Etag,
            ClosedOn = Samples.Day(2026, 2, 1),
            RequestId = Samples.RequestId(),
        });
        await Refused.With(Enrol(Samples.Enrolment(programme.Name)), StatusCode.FailedPrecondition, "institution.closed");
        var earlier = Samples.Enrolment(programme.Name);
        earlier.EnrolledOn = Samples.Day(2026, 2, 1);
        (await EnrolAsync(earlier)).State.ShouldBe(EnrolmentState.Studying);
    }

    [Fact]
    public async Task Enrol_WithBadFields_NamesThemAll()
    {
        var sent = Samples.Enrolment((await service.ProgrammeAsync()).Name);
        sent.AreaCode = "99999";
        sent.Trainee.FullName = " ";
        var refusal = await Refused.With(Enrol(sent), StatusCode.InvalidArgument, "area.unknown");
        refusal.Violations.Select(one => one.Field).ShouldContain("enrolment.trainee.full_name");
        sent = Samples.Enrolment(sent.Programme);
        sent.EnrolledOn = Samples.Day(2030, 1, 1);
        await Refused.Field(Enrol(sent), "enrolment.enrolled_on", "enrolment.enrolled_on_out_of_range");
        sent.EnrolledOn = null;
        await Refused.Field(Enrol(sent), "enrolment.enrolled_on", "enrolment.enrolled_on_required");
        sent.EnrolledOn = Samples.Day(1998, 1, 1);
        sent.AreaCode = Samples.FormerCommune;
        sent.Trainee.AreaCode = "";
        await Refused.Field(Enrol(sent), "enrolment.enrolled_on", "enrolment.before_birth");
    }

    [Fact]
    public async Task Enrol_InAnUnknownProgramme_IsRefused() => await Refused.With(
        Enrol(Samples.Enrolment($"programmes/{Guid.NewGuid()}")), StatusCode.NotFound, "programme.not_found");

    [Fact]
    public async Task AnOfficerOfAnotherProvince_NeitherWritesNorReads()
    {
        var enrolment = await service.EnrolmentAsync();
        var foreign = new EnrolmentService.EnrolmentServiceClient(service.As("training-officer", "tester", "46"));
        await Refused.With(
            foreign.EnrolTraineeAsync(new EnrolTraineeRequest { Enrolment = Samples.Enrolment(enrolment.Programme), RequestId = Samples.RequestId() }),
            StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(foreign.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        (await foreign.ListEnrolmentsAsync(new ListEnrolmentsRequest())).Enrolments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Transfer_ToAnotherLevelOrTheSameInstitution_IsRefused()
    {
        var enrolment = await service.EnrolmentAsync();
        var otherLevel = await service.ProgrammeAsync(TrainingLevel.College);
        await Refused.With(Transfer(enrolment, otherLevel.Name), StatusCode.FailedPrecondition, "enrolment.level_differs");
        await Refused.With(Transfer(enrolment, enrolment.Programme), StatusCode.FailedPrecondition, "enrolment.same_institution");
        var other = await service.ProgrammeAsync();
        var moved = await Transfer(enrolment, other.Name);
        moved.Institution.ShouldBe(other.Institution);
        await Refused.Field(
            service.Enrolments.CompleteTrainingAsync(new CompleteTrainingRequest
            {
                Name = moved.Name,
                Etag = moved.Etag,
                CompletedOn = Samples.Day(2026, 2, 28),
                RequestId = Samples.RequestId(),
            }),
            "completed_on", "enrolment.completed_on_out_of_range");
    }

    [Fact]
    public async Task List_PagesTheLatestFirst()
    {
        var programme = await service.ProgrammeAsync();
        for (var day = 1; day <= 5; day++)
        {
            var sent = Samples.Enrolment(programme.Name);
            sent.EnrolledOn = Samples.Day(2026, 3, day);
            await EnrolAsync(sent);
        }

        var request = new ListEnrolmentsRequest { Institution = programme.Institution, PageSize = 2 };
        var days = new List<int>();
        do
        {
            var page = await service.Enrolments.ListEnrolmentsAsync(request);
            days.AddRange(page.Enrolments.Select(one => one.EnrolledOn.Day));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        days.ShouldBe([5, 4, 3, 2, 1]);
    }

    AsyncUnaryCall<Enrolment> Enrol(Enrolment enrolment) =>
        service.Enrolments.EnrolTraineeAsync(new EnrolTraineeRequest { Enrolment = enrolment, RequestId = Samples.RequestId() });

    async Task<Enrolment> EnrolAsync(Enrolment enrolment) => await Enrol(enrolment);

    AsyncUnaryCall<Enrolment> Transfer(Enrolment enrolment, string programme) => service.Enrolments.TransferTraineeAsync(new TransferTraineeRequest
    {
        Name = enrolment.Name,
        Etag = enrolment.Etag,
        Programme = programme,
        TransferredOn = Samples.Day(2026, 3, 2),
        RequestId = Samples.RequestId(),
    });
}
