using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Incidents;

public sealed class IncidentTests(ChildHost service) : IClassFixture<ChildHost>
{
    [Fact]
    public async Task Record_KeepsWhatWasSaid()
    {
        var incident = await service.Incidents.RecordIncidentAsync(Samples.Recording());
        incident.State.ShouldBe(IncidentState.Recorded);
        incident.Etag.ShouldBe("1");
        (await service.Incidents.GetIncidentAsync(new GetIncidentRequest { Name = incident.Name })).ShouldBe(incident);
        var listed = await service.Incidents.ListIncidentsAsync(new ListIncidentsRequest { Kind = IncidentKind.Drowning, FatalOnly = true, PageSize = 1000 });
        listed.Incidents.ShouldContain(incident);
    }

    [Fact]
    public async Task Record_OfOneReportTwice_IsRefusedWithTheFirst()
    {
        var first = await service.Incidents.RecordIncidentAsync(Samples.Recording(Samples.Incident("BC-17")));
        var again = Samples.Incident("bc-17");
        again.Fatal = false;
        var refusal = await Refused.With(service.Incidents.RecordIncidentAsync(Samples.Recording(again)), StatusCode.AlreadyExists, "incident.duplicate");
        refusal.Metadata["incident"].ShouldBe(first.Name);
    }

    [Fact]
    public async Task Record_OfTwoChildrenInOneRiverOnOneDay_IsTwoIncidents()
    {
        var first = await service.Incidents.RecordIncidentAsync(Samples.Recording());
        (await service.Incidents.RecordIncidentAsync(Samples.Recording())).Name.ShouldNotBe(first.Name);
    }

    [Fact]
    public async Task Record_OfSomethingWrong_IsRefused()
    {
        await Field(incident => incident.Kind = IncidentKind.Unspecified, "kind", "incident.kind_required");
        await Field(incident => incident.Place = (IncidentPlace)99, "place", "incident.place_required");
        await Field(incident => incident.HappenedOn = null, "happened_on", "incident.happened_on_required");
        await Field(incident => incident.HappenedOn = Samples.Day(service.Today.AddDays(1)), "happened_on", "incident.happened_on_in_future");
        await Field(incident => incident.HappenedOn = Samples.Day(2004, 12, 31), "happened_on", "child.no_age_rule", area: "18077");
        await Field(incident => incident.VictimAge = 16, "victim_age", "incident.victim_not_child");
        await Field(incident => incident.VictimAge = -1, "victim_age", "incident.victim_not_child");
        await Field(incident => incident.AreaCode = "99999", "area_code", "area.unknown");
        await Field(incident => incident.Reference = new string('x', 51), "reference", "incident.reference_invalid");
        (await service.Incidents.ListIncidentsAsync(new ListIncidentsRequest { PageSize = 1000, HappenedTo = Samples.Day(2026, 5, 19) })).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Void_KeepsTheRecordReadable_AndIsRefusedTheSecondTime()
    {
        var incident = await service.Incidents.RecordIncidentAsync(Samples.Recording());
        await Refused.Field(service.Incidents.VoidIncidentAsync(Voiding(incident, " ")), "reason", "reason.invalid");
        var voided = await service.Incidents.VoidIncidentAsync(Voiding(incident, "Ghi nhầm"));
        (voided.State, voided.VoidReason, voided.Etag).ShouldBe((IncidentState.Voided, "Ghi nhầm", "2"));
        await Refused.With(service.Incidents.VoidIncidentAsync(Voiding(voided, "Nữa")), StatusCode.FailedPrecondition, "incident.voided");
        (await service.Incidents.GetIncidentAsync(new GetIncidentRequest { Name = incident.Name })).ShouldBe(voided);
        (await service.Incidents.ListIncidentsAsync(new ListIncidentsRequest { PageSize = 1000 })).Incidents.ShouldNotContain(one => one.Name == incident.Name);
    }

    [Fact]
    public async Task Counter_SeesNoIncidents() => await Refused.With(
        new IncidentService.IncidentServiceClient(service.As("counter-1", "child-counter")).ListIncidentsAsync(new ListIncidentsRequest()),
        StatusCode.PermissionDenied, "permission.missing");

    async Task Field(Action<Incident> spoil, string field, string code, string area = Samples.Commune)
    {
        var incident = Samples.Incident();
        incident.AreaCode = area;
        spoil(incident);
        await Refused.Field(service.Incidents.RecordIncidentAsync(Samples.Recording(incident)), "incident." + field, code);
    }

    static VoidIncidentRequest Voiding(Incident incident, string reason) =>
        new() { Name = incident.Name, Etag = incident.Etag, Reason = reason, RequestId = Samples.RequestId() };
}
