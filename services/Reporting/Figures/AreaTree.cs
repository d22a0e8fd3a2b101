using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Figures;

/// <summary>Units below a unit over days, and the scopes by which their figures are asked for.</summary>
/// <param name="areas">All units, as known at the moment that counts.</param>
public sealed class AreaTree(AreaDirectory areas)
{
    /// <summary>The unit that bore a code on a day, or null.</summary>
    public AreaUnit? Find(string code, DateOnly day) => areas.Find(code, day);

    /// <summary>Whether a unit ever bore the code.</summary>
    public bool Known(string code) => areas.Known(code);

    /// <summary>The name that a unit bore on a day, or last before it.</summary>
    public string NameOf(string code, DateOnly day) =>
        (areas.Find(code, day) ?? areas.History(code).LastOrDefault(unit => !(unit.ValidFrom > day)))?.Name ?? code;

    /// <summary>Whether a unit bore the code on any of the days.</summary>
    public bool Bears(string code, DateOnly from, DateOnly to) => Parts(code, from, to).Any();

    /// <summary>Everything below a code on any of the days; the whole country for an empty one. A unit that moved is in it once a place.</summary>
    public IReadOnlyList<AreaPart> Below(string code, DateOnly from, DateOnly to) => code.Length == 0
        ? [.. Children("", from, to)]
        : [.. Parts(code, from, to).Where(part => part.Unit.Level != AreaLevel.Commune).SelectMany(part => Children(code, part.From, part.To))];

    /// <summary>
    /// One row a code, by code. Where another unit, or the same one elsewhere, bore a code on some of the days, a scope that takes in the
    /// days below its parent only, and a row a parent.
    /// </summary>
    public IEnumerable<AreaScope> ScopesOf(IEnumerable<AreaPart> parts, DateOnly from, DateOnly to) =>
        parts.GroupBy(part => part.Unit.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Sum(part => part.Days) == Parts(group.Key, from, to).Sum(part => part.Days)
                ? [new AreaScope(group.Key)]
                : group.Select(part => part.Unit.ParentCode).Distinct(StringComparer.Ordinal).Select(parent => new AreaScope(group.Key) { Below = parent }));

    IEnumerable<AreaPart> Children(string code, DateOnly from, DateOnly to) =>
        areas.ChildrenEver(code).Select(unit => Clip(unit, from, to)).OfType<AreaPart>().SelectMany(part => part.Unit.Level == AreaLevel.Commune
            ? [part]
            : Children(part.Unit.Code, part.From, part.To).Prepend(part));

    IEnumerable<AreaPart> Parts(string code, DateOnly from, DateOnly to) => areas.History(code).Select(unit => Clip(unit, from, to)).OfType<AreaPart>();

    static AreaPart? Clip(AreaUnit unit, DateOnly from, DateOnly to)
    {
        var first = unit.ValidFrom > from ? unit.ValidFrom.Value : from;
        var last = unit.ValidTo < to ? unit.ValidTo.Value : to;
        return first <= last ? new AreaPart(unit, first, last) : null;
    }
}

/// <summary>A unit on the days on which it lay in one place.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record AreaPart(AreaUnit Unit, DateOnly From, DateOnly To)
{
    /// <summary>Number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
