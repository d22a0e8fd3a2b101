using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>
/// The oracle's units: everything that was told, with its minute. Every question is answered by looking through all of it again, and
/// nothing is computed before it is asked.
/// </summary>
public sealed class NaiveAreas
{
    readonly List<(int ToldAt, AreaUnit Unit)> units = [];
    readonly List<(int ToldAt, AreaSuccession Succession)> successions = [];
    readonly Dictionary<int, List<AreaUnit>> known = [];

    public void Tell(int minute, AreaUnit unit)
    {
        units.Add((minute, unit));
        known.Clear();
    }

    public void Tell(int minute, AreaSuccession succession) => successions.Add((minute, succession));

    public List<AreaUnit> UnitsAt(int minute) => known.TryGetValue(minute, out var found) ? found : known[minute] = [.. units.Where(told => told.ToldAt <= minute)
        .GroupBy(told => (told.Unit.Code, told.Unit.ValidFrom)).Select(group => group.Last().Unit).Where(unit => !unit.IsWithdrawn)];

    public AreaUnit? Bearer(int minute, string code, DateOnly day) => UnitsAt(minute).SingleOrDefault(unit => unit.Code == code && unit.ValidOn(day));

    /// <summary>The codes under which a record counts, from the province down: as it was, or in the outline of a day.</summary>
    public string PathOf(int minute, string code, DateOnly day, DateOnly? outline)
    {
        if (Bearer(minute, code, day) is not { } unit)
        {
            return "";
        }

        if (outline is not { } on)
        {
            return string.Join('/', Line(minute, unit, day));
        }

        var lines = Trace(minute, unit, on).ConvertAll(to => Line(minute, to, on));
        return lines.Count == 0 ? "" : string.Join('/', lines[0].Where(one => lines.TrueForAll(line => line.Contains(one))));
    }

    /// <summary>Whether what was signed for a unit is a figure of the unit of a code: nobody else leads to it.</summary>
    public bool IsSame(int minute, string code, DateOnly day, string of, DateOnly outline) =>
        Bearer(minute, code, day) is { } unit
        && code.Length == of.Length
        && Trace(minute, unit, outline).Select(to => to.Code).SequenceEqual([of])
        && !UnitsAt(minute).Any(other => other != unit && other.ValidOn(day) && other.Code.Length == of.Length
            && Trace(minute, other, outline).Any(to => Line(minute, to, outline).Contains(of)));

    List<string> Line(int minute, AreaUnit unit, DateOnly day) =>
        unit.ParentCode is { } code && Bearer(minute, code, day) is { } above ? [.. Line(minute, above, day), unit.Code] : [unit.Code];

    List<AreaUnit> Trace(int minute, AreaUnit unit, DateOnly day)
    {
        if (unit.ValidOn(day))
        {
            return [unit];
        }

        var forward = unit.ValidTo < day;
        var edge = forward ? unit.ValidTo!.Value : unit.ValidFrom!.Value;
        var beyond = edge.AddDays(forward ? 1 : -1);
        var told = successions.Where(one => one.ToldAt <= minute).GroupBy(one => (one.Succession.OldCode, one.Succession.NewCode, one.Succession.EffectiveOn))
            .Select(group => group.Last().Succession)
            .Where(one => !one.IsWithdrawn && (forward ? one.OldCode == unit.Code && one.EffectiveOn == beyond : one.NewCode == unit.Code && one.EffectiveOn == edge)).ToList();
        var next = told.Select(one => Bearer(minute, forward ? one.NewCode : one.OldCode, beyond)).OfType<AreaUnit>().ToList();
        var above = unit.ParentCode is { } code && Bearer(minute, code, edge) is { } parent ? new[] { parent } : [];
        if (next.Count == 0)
        {
            next = Bearer(minute, unit.Code, beyond) is { } same ? [same] : [.. above];
        }
        else if (forward && next.Count == 1 && !told.Single(one => Bearer(minute, one.NewCode, beyond) is not null).Full)
        {
            next.AddRange(above);
        }

        return [.. next.SelectMany(one => Trace(minute, one, day)).DistinctBy(one => one.Code).OrderBy(one => one.Code, StringComparer.Ordinal)];
    }
}
