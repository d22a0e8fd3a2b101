using AnSinh.Contracts.Child.V1;
using Google.Protobuf.WellKnownTypes;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the child protection service.</summary>
static class ChildRecords
{
    public static async Task MakeAsync(ForeignProvince hue)
    {
        var child = await new ChildService.ChildServiceClient(hue.Calls).RegisterChildAsync(new RegisterChildRequest
        {
            Child = new Child { Person = hue.Person(2015), Circumstances = { Circumstance() } },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(ChildService), new ForeignRecord(child.Name, child.Etag));
        var incident = await new IncidentService.IncidentServiceClient(hue.Calls).RecordIncidentAsync(
            new RecordIncidentRequest { Incident = Incident(hue), RequestId = ForeignProvince.RequestId() });
        hue.Keep(nameof(IncidentService), new ForeignRecord(incident.Name, incident.Etag));
        var abuse = await new CaseService.CaseServiceClient(hue.Calls).OpenCaseAsync(new OpenCaseRequest
        {
            AreaCode = hue.Commune,
            AbuseType = AbuseType.Physical,
            Source = ReportSource.School,
            ReceivedAt = Timestamp.FromDateTime(new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc)),
            Account = "Tin báo về một trẻ em bị đánh",
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(CaseService), new ForeignRecord(abuse.Name, abuse.Etag));
    }

    public static Circumstance Circumstance() => new() { Kind = CircumstanceKind.Orphan, StartedOn = ForeignProvince.Day };

    public static Incident Incident(ForeignProvince hue) => new()
    {
        Kind = IncidentKind.Drowning,
        HappenedOn = ForeignProvince.Day,
        AreaCode = hue.Commune,
        Place = IncidentPlace.River,
    };
}
