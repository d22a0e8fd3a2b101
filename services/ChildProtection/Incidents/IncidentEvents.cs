using AnSinh.Contracts.Events.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>Incidents as events tell of them.</summary>
static class IncidentEvents
{
    /// <summary>An incident was recorded.</summary>
    public static IncidentRecorded Recorded(Incident incident) => new()
    {
        Kind = incident.Kind switch
        {
            IncidentKind.Drowning => "drowning",
            IncidentKind.TrafficAccident => "traffic_accident",
            _ => "other_accident",
        },
        Fatal = incident.Fatal,
        Place = incident.Place switch
        {
            IncidentPlace.River => "river",
            IncidentPlace.Pond => "pond",
            IncidentPlace.Sea => "sea",
            IncidentPlace.Pool => "pool",
            IncidentPlace.Home => "home",
            IncidentPlace.School => "school",
            IncidentPlace.Road => "road",
            _ => "other",
        },
    };
}
