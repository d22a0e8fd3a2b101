using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>Incidents as messages.</summary>
static class IncidentMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "incidents";

    /// <summary>The incident for the answer to a command that is not saved yet.</summary>
    public static Wire.Incident ForCommand(ChildDb db, Incident incident) => Of(incident, EtagAfterSaving.Of(db, incident));

    /// <summary>The incident for a query.</summary>
    public static Wire.Incident ForQuery(Incident incident) => Of(incident, Etag.Of(incident));

    static Wire.Incident Of(Incident incident, string etag)
    {
        var message = new Wire.Incident
        {
            Name = ResourceName.Format(Collection, incident.Id),
            Kind = (Wire.IncidentKind)incident.Kind,
            HappenedOn = WireDate.Of(incident.HappenedOn),
            AreaCode = incident.AreaCode,
            Fatal = incident.Fatal,
            Place = (Wire.IncidentPlace)incident.Place,
            VictimSex = (PersonSex)incident.VictimSex,
            Swimming = (Wire.SwimmingSkill)incident.Swimming,
            Reference = incident.Reference,
            State = (Wire.IncidentState)incident.State,
            VoidReason = incident.VoidedBecause ?? "",
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(incident.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(incident.UpdatedAt),
        };
        if (incident.VictimAge is { } age)
        {
            message.VictimAge = age;
        }

        return message;
    }
}
