using AnSinh.ServiceKit.Identity;

namespace AnSinh.ServiceKit.Areas;

/// <summary>Compares the area stored with a record with the caller's areas (AREA_RULE_RECORD).</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
public sealed class RecordScope(AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Refuses a record of an area outside the caller's. A record without an area is everybody's.</summary>
    /// <param name="areaCode">Commune stored with the record; empty for none.</param>
    /// <param name="on">Day on which the commune bore that code.</param>
    /// <exception cref="AnSinh.ServiceKit.Errors.Refusal">PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public void Require(string areaCode, DateOnly on)
    {
        if (areaCode.Length > 0)
        {
            caller.Current.Areas.Require(areas, areaCode, on);
        }
    }
}
