using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling;

/// <summary>Visits as messages.</summary>
static class CounsellingMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "counsellingVisits";

    /// <summary>The visit, with the etag to show.</summary>
    public static Wire.CounsellingVisit Of(CounsellingVisit visit, string etag) => new()
    {
        Name = ResourceName.Format(Collection, visit.Id),
        Worker = ResourceName.Format(WorkerMessages.Collection, visit.WorkerId),
        Kind = (Wire.CounsellingKind)visit.Kind,
        VisitedOn = WireDate.Of(visit.VisitedOn),
        AreaCode = visit.AreaCode,
        State = (Wire.CounsellingState)visit.State,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(visit.CreatedAt),
    };
}
