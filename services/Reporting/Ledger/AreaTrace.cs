using System.Collections.Concurrent;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// What became of each unit, or where it came from, seen on one day. A unit valid on the day is itself. One that ended before leads to its
/// successors, one that began after it to its predecessors, step by step. Where the lists name none, the same code borne on by a unit of
/// the same level is the same unit, renamed or moved; otherwise all that is known is that it lay in the unit above (as with the districts,
/// abolished on 2025-07-01), so it leads where that one leads.
/// </summary>
/// <param name="areas">All units and successions.</param>
/// <param name="day">The day.</param>
sealed class AreaTrace(AreaDirectory areas, DateOnly day)
{
    readonly ILookup<(string Code, DateOnly On), AreaSuccession> byOld = areas.Successions.ToLookup(one => (one.OldCode, one.EffectiveOn));
    readonly ILookup<(string Code, DateOnly On), AreaSuccession> byNew = areas.Successions.ToLookup(one => (one.NewCode, one.EffectiveOn));
    readonly ConcurrentDictionary<(string Code, DateOnly? From), IReadOnlyList<AreaUnit>> known = new();

    /// <summary>The units valid on the day that a unit leads to, each once, by code; empty where even the province is lost.</summary>
    public IReadOnlyList<AreaUnit> Of(AreaUnit unit)
    {
        // Every step goes on in time towards the day, or up at the same time, so this ends.
        if (!known.TryGetValue((unit.Code, unit.ValidFrom), out var found))
        {
            found = unit.ValidOn(day) ? [unit] : [.. Steps(unit).SelectMany(Of).DistinctBy(one => one.Code).OrderBy(one => one.Code, StringComparer.Ordinal)];
            known[(unit.Code, unit.ValidFrom)] = found;
        }

        return found;
    }

    /// <summary>
    /// How much of a unit lies within some units of the day, by a key: step by step, where it was divided by the key's shares. Null where the
    /// key does not say.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="within">Whether a unit of the day lies within.</param>
    /// <param name="key">The key.</param>
    public Rational? Share(AreaUnit unit, Func<AreaUnit, bool> within, AreaKeyShares key)
    {
        var inside = Of(unit).Count(within);
        if (inside == 0 || inside == Of(unit).Count)
        {
            return inside == 0 ? Rational.Zero : Rational.One;
        }

        // Only what was divided before the day is shared out; where several became one after it, no key says what was whose.
        if (unit.ValidTo is not { } last || last >= day)
        {
            return null;
        }

        var next = last.AddDays(1);
        var shares = key.Of(unit.Code, next).ToList();
        if (shares.Count == 0)
        {
            return Steps(unit) is [var only] ? Share(only, within, key) : null;
        }

        return shares.Aggregate((Rational?)Rational.Zero, (sum, one) =>
            sum + (one.Share.IsZero ? Rational.Zero : areas.Find(one.NewCode, next) is { } into ? one.Share * Share(into, within, key) : null));
    }

    List<AreaUnit> Steps(AreaUnit unit) => unit.ValidTo < day ? Forward(unit, unit.ValidTo.Value) : Backward(unit, unit.ValidFrom!.Value);

    List<AreaUnit> Forward(AreaUnit unit, DateOnly last)
    {
        var next = last.AddDays(1);
        var into = byOld[(unit.Code, next)].Select(one => (one.Full, Unit: areas.Find(one.NewCode, next))).Where(one => one.Unit is not null).ToList();
        var units = into.ConvertAll(one => one.Unit!);
        // Of a unit of which one part alone is listed, the rest went somewhere in the unit above.
        return into is [{ Full: false }] ? [.. units, .. Above(unit, last)] : Or(units, unit, next, last);
    }

    List<AreaUnit> Backward(AreaUnit unit, DateOnly first)
    {
        var before = first.AddDays(-1);
        return Or([.. byNew[(unit.Code, first)].Select(one => areas.Find(one.OldCode, before)).OfType<AreaUnit>()], unit, before, first);
    }

    List<AreaUnit> Or(List<AreaUnit> listed, AreaUnit unit, DateOnly beyond, DateOnly on) =>
        listed.Count > 0 ? listed : areas.Find(unit.Code, beyond) is { } same && same.Level == unit.Level ? [same] : Above(unit, on);

    List<AreaUnit> Above(AreaUnit unit, DateOnly on) => unit.ParentCode is { } code && areas.Find(code, on) is { } above ? [above] : [];
}
