using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Surveys.V1;
using AnSinh.Contracts.Training.V1;
using AnSinh.VocationalTraining.Tests.Hosting;
using Shouldly;
using Xunit;
using RecordedFigure = AnSinh.Contracts.Surveys.V1.SurveyedFigure;

namespace AnSinh.VocationalTraining.Tests.Enrolments;

/// <summary>What the feed tells: one event an effect, in the order of the effects, about nobody by name.</summary>
public sealed class TrainingEventsTests : IAsyncLifetime
{
    readonly TrainingHost service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Events_FollowEveryEffectInOrder_AndNameWhatTheyReplace()
    {
        var enrolment = await service.CompletedAsync();
        var certificate = await service.Certificates.IssueCertificateAsync(
            new IssueCertificateRequest { Certificate = Samples.Certificate(enrolment.Name), RequestId = Samples.RequestId() });
        await service.Certificates.RevokeCertificateAsync(new RevokeCertificateRequest
        {
            Name = certificate.Name,
            Etag = certificate.Etag,
            RevokedOn = Samples.Day(2026, 5, 20),
            Reason = "Cấp sai",
            RequestId = Samples.RequestId(),
        });
        await service.Enrolments.VoidEnrolmentAsync(
            new VoidEnrolmentRequest { Name = enrolment.Name, Etag = enrolment.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() });
        var institution = await service.Institutions.GetInstitutionAsync(new GetInstitutionRequest { Name = enrolment.Institution });
        await service.Institutions.CloseInstitutionAsync(new CloseInstitutionRequest
        {
            Name = institution.Name,
            Etag = institution.Etag,
            ClosedOn = Samples.Day(2026, 5, 31),
            RequestId = Samples.RequestId(),
        });

        var events = await service.Host.EventsAsync("training", atLeast: 8);
        events.Select(told => told.Type.Split('.')[^1]).ShouldBe(
        [
            nameof(InstitutionOpened), nameof(TraineeEnrolled), nameof(TraineeCompleted), nameof(CertificateIssued), nameof(CertificateRevoked),
            nameof(EnrolmentVoided), nameof(EnrolmentVoided), nameof(InstitutionClosed),
        ]);
        var content = Read<TraineeEnrolled>(events[1]).Enrolment;
        content.Level.ShouldBe("elementary");
        content.Sex.ShouldBe("male");
        content.RuralSubsidy.ShouldBeTrue();
        Read<TraineeCompleted>(events[2]).PersonKey.ShouldBe(content.PersonKey);
        Read<EnrolmentVoided>(events[5]).Replaces.ToString().ShouldBe(events[1].Id);
        Read<EnrolmentVoided>(events[6]).Replaces.ToString().ShouldBe(events[2].Id);
        events[0].AreaCode.ShouldBe(Samples.FormerCommune);
        events[7].AreaCode.ShouldBe(Samples.Commune);
        events[7].OccurredOn.ShouldBe(Samples.Day(2026, 6, 1));
        events.ShouldAllBe(told => !told.Data.Contains(enrolment.Trainee.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_AreToldWhenSignedAndWhenWithdrawn_AndNotWhileTheyWait()
    {
        var author = new TrainingSurveyService.TrainingSurveyServiceClient(service.As("training-clerk", "author"));
        var signer = new TrainingSurveyService.TrainingSurveyServiceClient(service.As("training-signer", "signer"));
        var figure = new RecordedFigure { Indicator = "VOC-06", AreaCode = "46", Day = Samples.Day(2020, 12, 31), Value = "65.45", Source = "Cục Thống kê" };
        var keyed = await author.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = figure, RequestId = Samples.RequestId() });
        var signed = await signer.SignSurveyedFigureAsync(new SignSurveyedFigureRequest { Name = keyed.Name, Etag = keyed.Etag, RequestId = Samples.RequestId() });
        await signer.WithdrawSurveyedFigureAsync(
            new WithdrawSurveyedFigureRequest { Name = signed.Name, Etag = signed.Etag, Reason = "Số liệu sơ bộ", RequestId = Samples.RequestId() });
        var events = await service.Host.EventsAsync("training", atLeast: 2);
        events.Count.ShouldBe(2);
        Read<SurveyedFigureSigned>(events[0]).Value.ShouldBe("65.45");
        events[0].AreaCode.ShouldBe("46");
        events[0].OccurredOn.ShouldBe(figure.Day);
        Read<SurveyedFigureWithdrawn>(events[1]).Replaces.ToString().ShouldBe(events[0].Id);
    }

    static T Read<T>(Event told) => EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data)).ShouldBeOfType<T>();
}
