using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Identity;

public sealed partial class AreaScope
{
    /// <summary>Whether an area lies in the scope on a day: it is one of the codes or below one.</summary>
    /// <param name="areas">The units.</param>
    /// <param name="areaCode">Code of the area.</param>
    /// <param name="on">Day on which the code is looked up.</param>
    public bool Covers(AreaDirectory areas, string areaCode, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return IsUnrestricted
            || codes.Contains(areaCode)
            || (areas.Find(areaCode, on) is { } unit && areas.Ancestors(unit, on).Any(above => codes.Contains(above.Code)));
    }

    /// <summary>
    /// Whether an area lies in the scope when no day is given: as it is today or, for a code that no unit bears today, as it was on the
    /// last day of any unit that bore it.
    /// </summary>
    /// <param name="areas">The units.</param>
    /// <param name="areaCode">Code of the area.</param>
    /// <param name="today">Today.</param>
    public bool CoversEver(AreaDirectory areas, string areaCode, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return Covers(areas, areaCode, today)
            || (areas.Find(areaCode, today) is null
                && areas.History(areaCode).Any(unit => Covers(areas, areaCode, unit.ValidTo ?? unit.ValidFrom ?? today)));
    }

    /// <summary>What lies in both scopes.</summary>
    /// <param name="other">The other scope.</param>
    /// <param name="areas">The units.</param>
    /// <param name="today">Today.</param>
    public AreaScope And(AreaScope other, AreaDirectory areas, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsUnrestricted ? other
            : other.IsUnrestricted ? this
            : Of(codes.Where(code => other.CoversEver(areas, code, today)).Concat(other.codes.Where(code => CoversEver(areas, code, today))));
    }

    /// <summary>Refuses an area outside the scope.</summary>
    /// <param name="areas">The units.</param>
    /// <param name="areaCode">Code of the area.</param>
    /// <param name="on">Day on which the code is looked up.</param>
    /// <exception cref="Refusal">PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public void Require(AreaDirectory areas, string areaCode, DateOnly on)
    {
        if (!Covers(areas, areaCode, on))
        {
            throw OutOfScope(areaCode);
        }
    }
}
