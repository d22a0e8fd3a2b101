
namespace AnSinh.ServiceKit.Areas;

/// <summary>Where a commune of one day lies on a later day.</summary>
public static class CommuneOnDay
{
    /// <summary>
    /// The code on a later day of the commune that bore a code on an earlier one, through mergers. Of a commune that was divided, the part
    /// that took it whole, else the first by code: the record itself does not say more.
    /// </summary>
    public static string Of(AreaDirectory areas, string code, DateOnly on, DateOnly later)
    {
        for (var steps = 0; steps < 5 && areas.Find(code, on) is { ValidTo: { } lastDay } && lastDay < later; steps++)
        {
            var next = areas.Successions
                .Where(one => one.Level == AreaLevel.Commune && one.OldCode == code && one.EffectiveOn > on && one.EffectiveOn <= later)
                .OrderBy(one => one.EffectiveOn).ThenByDescending(one => one.Full).ThenBy(one => one.NewCode, StringComparer.Ordinal)
                .FirstOrDefault();
            if (next is null)
            {
                break;
            }

            (code, on) = (next.NewCode, next.EffectiveOn);
        }

        return code;
    }
}
