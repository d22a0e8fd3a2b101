using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;

namespace AnSinh.Reporting.Plans;

/// <summary>Plans as messages.</summary>
static class PlanMessages
{
    public static Contracts.Reporting.V1.Plan Of(PlanContent plan, int version, int inForce) => new()
    {
        Indicator = plan.Indicator,
        AreaCode = plan.AreaCode,
        Year = plan.Year,
        Target = plan.Target,
        TargetTo = plan.TargetTo,
        Comparator = (Comparator)(int)plan.Comparator,
        Direction = (Direction)(int)plan.Direction,
        LegalBasis = plan.LegalBasis,
        Version = version,
        // The token of what is in force, also with an older version: only that can be adjusted.
        Etag = inForce.ToString(CultureInfo.InvariantCulture),
        SetBy = plan.SetBy,
        SetTime = Timestamp.FromDateTimeOffset(plan.SetAt),
        EffectiveOn = WireDate.Of(plan.EffectiveOn),
        PartOf = plan.PartOf,
    };

    public static Contracts.Reporting.V1.Plan Of(Plan plan) => Of(plan, plan.Version, plan.Version);
}
