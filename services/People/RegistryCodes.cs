using System.Collections.Frozen;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.People;

/// <summary>
/// The three-digit codes of the 63 provinces that registered births before 1 July 2025. Numbers keep them after the mergers, so the list
/// of today's provinces would be the wrong one.
/// </summary>
/// <param name="areas">The administrative units.</param>
public sealed class RegistryCodes(AreaDirectory areas)
{
    static readonly DateOnly LastDayOfTheOldProvinces = new(2025, 6, 30);

    readonly FrozenSet<string> codes = areas.Children("", LastDayOfTheOldProvinces).Select(province => "0" + province.Code).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a code is one of them.</summary>
    /// <param name="registry">First three digits of a citizen number.</param>
    public bool Contains(string registry) => codes.Contains(registry);
}
