using AnSinh.Contracts.Dossiers.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Dossiers;

public sealed class DigitisationTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Digitise_GoesStepByStep_AndAnythingElseIsRefused()
    {
        var dossier = await service.Dossiers.RegisterDossierAsync(Samples.Register());
        foreach (var state in new[] { DigitisationState.Scanned, DigitisationState.Indexed, DigitisationState.Verified })
        {
            foreach (var other in Enum.GetValues<DigitisationState>().Where(other => other != state))
            {
                await Refused.With(service.Dossiers.DigitiseDossierAsync(Step(dossier, other)), StatusCode.FailedPrecondition, "dossier.digitisation_step");
            }

            dossier = await service.Dossiers.DigitiseDossierAsync(Step(dossier, state));
            dossier.Digitisation.ShouldBe(state);
        }

        dossier.Pages.ShouldBe(40);
        dossier.DigitisedOn.ShouldBe(Samples.Day(2026, 6, 10));
        await Refused.With(service.Dossiers.DigitiseDossierAsync(Step(dossier, DigitisationState.Verified)), StatusCode.FailedPrecondition, "dossier.digitisation_step");
    }

    [Fact]
    public async Task Digitise_BeforeReceiptOrInTheFuture_IsRefused()
    {
        var dossier = await service.Dossiers.RegisterDossierAsync(Samples.Register());
        var step = Step(dossier, DigitisationState.Scanned);
        step.DoneOn = Samples.Day(2026, 5, 31);
        await Refused.Field(service.Dossiers.DigitiseDossierAsync(step), "done_on", "dossier.day_before_receipt");
        step = Step(dossier, DigitisationState.Scanned);
        step.DoneOn = Samples.Day(service.Today.AddDays(1));
        await Refused.Field(service.Dossiers.DigitiseDossierAsync(step), "done_on", "dossier.day_in_future");
    }

    [Fact]
    public async Task Progress_CountsDoneRemainingPaceAndForecast()
    {
        // A commune of its own, so that other tests do not count: Phường Phú Xuân.
        var rows = Enumerable.Range(0, 10).Select(at =>
        {
            var dossier = Samples.Dossier(Samples.ForeignCommune);
            dossier.ReceivedOn = Samples.Day(2026, 1, 5);
            dossier.State = DossierState.Approved;
            (dossier.Digitisation, dossier.DigitisedOn) = at switch
            {
                0 => (DigitisationState.Verified, Samples.Day(2026, 5, 1)),
                1 or 2 => (DigitisationState.Verified, Samples.Day(2026, 6, 15)),
                3 => (DigitisationState.Verified, Samples.Day(2026, 5, 17)),
                4 => (DigitisationState.Indexed, null),
                _ => (DigitisationState.Unspecified, null),
            };
            return dossier;
        });
        (await Importing.Dossiers(service.Officer, rows)).Summary.Recorded.ShouldBe(10);
        var progress = await service.Dossiers.GetDigitisationProgressAsync(new GetDigitisationProgressRequest { AreaCode = "46" });
        progress.ShouldBe(new DigitisationProgress
        {
            Dossiers = 10,
            Done = 4,
            Remaining = 6,
            UnderWay = 1,
            DoneIn30Days = 3,
            Forecast = Samples.Day(2026, 8, 14),
        });
    }

    static DigitiseDossierRequest Step(Dossier dossier, DigitisationState state) => new()
    {
        Name = dossier.Name,
        Etag = dossier.Etag,
        State = state,
        Pages = 40,
        DoneOn = Samples.Day(2026, 6, 10),
        RequestId = Samples.RequestId(),
    };
}
