using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Dossiers;

public sealed class DossierEventsTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Life_OfADossier_IsToldInOrder()
    {
        var approver = new DossierService.DossierServiceClient(service.Approver);
        var dossier = await service.Dossiers.RegisterDossierAsync(Samples.Register());
        dossier = await service.Dossiers.VerifyDossierAsync(Samples.Step(dossier));
        dossier = await service.Dossiers.AppraiseDossierAsync(Samples.Step(dossier));
        dossier = await service.Dossiers.ReturnDossierAsync(Samples.Step(dossier, "Thiếu giấy tờ"));
        dossier = await service.Dossiers.ResubmitDossierAsync(Samples.Step(dossier));
        dossier = await service.Dossiers.VerifyDossierAsync(Samples.Step(dossier));
        dossier = await service.Dossiers.AppraiseDossierAsync(Samples.Step(dossier));
        dossier = await approver.ApproveDossierAsync(Samples.Step(dossier));
        foreach (var state in new[] { DigitisationState.Scanned, DigitisationState.Indexed, DigitisationState.Verified })
        {
            dossier = await service.Dossiers.DigitiseDossierAsync(new DigitiseDossierRequest
            {
                Name = dossier.Name,
                Etag = dossier.Etag,
                State = state,
                DoneOn = Samples.Day(2026, 6, 12),
                RequestId = Samples.RequestId(),
            });
        }

        await service.Dossiers.TransferDossierAsync(Samples.Step(dossier, toProvince: "46"));
        var events = await service.Host.EventsAsync("merit", 10);
        events.Select(one => (one.Type["ansinh.dossiers.v1.".Length..], one.Data)).ShouldBe(
        [
            ("DossierRegistered", """{"register":"merit","category":"NCC07"}"""),
            ("DossierAdvanced", Step("received", "verified", true)),
            ("DossierAdvanced", Step("verified", "appraised", true)),
            ("DossierAdvanced", Step("appraised", "returned_for_supplement", true)),
            ("DossierAdvanced", Step("returned_for_supplement", "received", false)),
            ("DossierAdvanced", Step("received", "verified", false)),
            ("DossierAdvanced", Step("verified", "appraised", false)),
            ("DossierAdvanced", Step("appraised", "approved", true)),
            ("DossierDigitised", """{"register":"merit","category":"NCC07"}"""),
            ("DossierReleased", """{"register":"merit","category":"NCC07","digitised":true,"reason":"transferred_out"}"""),
        ]);
    }

    static string Step(string from, string to, bool first) =>
        $$"""{"register":"merit","category":"NCC07","from":"{{from}}","to":"{{to}}","first_time":{{(first ? "true" : "false")}}}""";
}
