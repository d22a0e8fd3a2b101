using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// All units of all times in the outline of one day. What a unit recorded counts in every unit of that day within which everything lies that it
/// leads to; so a unit that was divided within a province counts in the province, whose figure does not change by it. In the units that
/// received only a part it does not count: nobody knows how much of it is theirs.
/// </summary>
public sealed class RestatedAreas
{
    readonly AreaDirectory areas;
    readonly DateOnly day;
    readonly AreaTrace trace;
    readonly Dictionary<string, List<AreaUnit>> whole = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<AreaUnit>> partial = new(StringComparer.Ordinal);

    /// <summary>Traces all units once.</summary>
    /// <param name="areas">All units.</param>
    /// <param name="day">The day of the outline.</param>
    public RestatedAreas(AreaDirectory areas, DateOnly day)
    {
        (this.areas, this.day, trace) = (areas, day, new AreaTrace(areas, day));
        var chains = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var unit in areas.All)
        {
            // Most units lead to one: all of it counts in all above it.
            if (trace.Of(unit) is [var only])
            {
                foreach (var code in ChainOf(only))
                {
                    Add(whole, code, unit);
                }

                continue;
            }

            var lines = trace.Of(unit).Select(ChainOf).ToList();
            foreach (var code in lines.SelectMany(line => line).Distinct(StringComparer.Ordinal))
            {
                Add(lines.TrueForAll(line => line.Contains(code)) ? whole : partial, code, unit);
            }
        }

        HashSet<string> ChainOf(AreaUnit to) => chains.TryGetValue(to.Code, out var chain) ? chain : chains[to.Code] = Chain(to);
    }

    /// <summary>The units whose records count in the unit that bears a code on the day, itself and those below it included.</summary>
    public IReadOnlyList<AreaUnit> Whole(string code) => whole.GetValueOrDefault(code, []);

    /// <summary>The units of which only a part went into, or came from, the unit that bears a code on the day.</summary>
    public IReadOnlyList<AreaUnit> Partial(string code) => partial.GetValueOrDefault(code, []);

    /// <summary>How much of each partial unit counts in the unit that bears a code on the day, by a key; units of which the key does not say are left out.</summary>
    public IEnumerable<(AreaUnit Unit, Rational Share)> Shares(string code, AreaKeyShares key) => Partial(code)
        .Select(unit => (Unit: unit, Share: trace.Share(unit, to => Chain(to).Contains(code), key)))
        .Where(one => one.Share is not null).Select(one => (one.Unit, one.Share!.Value));

    /// <summary>The units of the day that a unit leads to.</summary>
    public IReadOnlyList<AreaUnit> Trace(AreaUnit unit) => trace.Of(unit);

    /// <summary>
    /// The units, with days, that were all of the unit that bears a code on the day, under another name or code perhaps: what was signed
    /// for one of them is a figure of this unit too, what was signed for one of several that became it is not.
    /// </summary>
    public IEnumerable<AreaWindow> Same(string code)
    {
        var own = Whole(code).Concat(Partial(code)).Where(unit => AreaUnit.LevelOf(unit.Code) == AreaUnit.LevelOf(code)).ToList();
        foreach (var unit in own.Where(unit => trace.Of(unit) is [var only] && only.Code == code))
        {
            IEnumerable<AreaWindow> alone = [AreaWindow.Of(unit)];
            foreach (var other in own.Where(other => !ReferenceEquals(other, unit)))
            {
                alone = alone.SelectMany(window => window.Without(AreaWindow.Of(other)));
            }

            foreach (var window in alone)
            {
                yield return window;
            }
        }
    }

    static void Add(Dictionary<string, List<AreaUnit>> units, string code, AreaUnit unit) =>
        (units.TryGetValue(code, out var list) ? list : units[code] = []).Add(unit);

    HashSet<string> Chain(AreaUnit unit) => [unit.Code, .. areas.Ancestors(unit, day).Select(above => above.Code)];
}
