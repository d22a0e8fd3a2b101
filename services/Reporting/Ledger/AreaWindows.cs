using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Turns "an area over a period" into area codes with days, as it was: a unit counts on the days on which it lay below a unit that bore
/// the code. Codes are used again (91 was Kiên Giang until mid-2025 and is An Giang since), so a code alone says nothing. Or, restated, in
/// the units of one day: a unit counts where it went (see <see cref="RestatedAreas"/>).
/// </summary>
/// <param name="areas">All units.</param>
public sealed class AreaWindows(AreaDirectory areas)
{
    const int MostCached = 2_000;

    const int MostOutlines = 16;

    volatile Cache cached = new(null);

    /// <summary>The units.</summary>
    public AreaDirectory Areas => areas;

    /// <summary>The windows of an area over a period, by code and day, not overlapping; empty when nothing bore the code in it.</summary>
    /// <param name="scope">The area.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="outline">Day in whose units everything is seen; null for as it was.</param>
    public IReadOnlyList<AreaWindow> Of(AreaScope scope, DateOnly from, DateOnly to, DateOnly? outline = null)
    {
        var cache = Current();
        if (cache.Windows.Count > MostCached)
        {
            cache.Windows.Clear();
        }

        return cache.Windows.GetOrAdd((scope, from, to, outline), key => Compute(key.Scope, key.From, key.To, key.Outline));
    }

    /// <summary>All units in the outline of a day; traced once.</summary>
    public RestatedAreas Restated(DateOnly outline)
    {
        var cache = Current();
        if (cache.Outlines.Count > MostOutlines)
        {
            cache.Outlines.Clear();
        }

        return cache.Outlines.GetOrAdd(outline, day => new RestatedAreas(areas, day));
    }

    /// <summary>The windows in which figures were keyed in for an area itself, up to a day.</summary>
    public IReadOnlyList<AreaWindow> Itself(AreaScope scope, DateOnly to, DateOnly? outline) => outline is not { } day
        ? scope.AloneSince is null ? [new AreaWindow(scope.Code, DateOnly.MinValue, to)] : Of(scope, DateOnly.MinValue, to)
        : [.. Restated(day).Same(scope.Code).Where(window => window.From <= to).Select(window => window.To > to ? window with { To = to } : window)];

    /// <summary>The units directly below a code on any day of a period, or on the day of the outline, each once, by code.</summary>
    public IReadOnlyList<string> Below(string code, DateOnly from, DateOnly to, DateOnly? outline = null) => outline is { } day
        ? [.. areas.Children(code, day).Select(unit => unit.Code).Order(StringComparer.Ordinal)]
        : [.. Parts(code, from, to).SelectMany(part => Children(part.Unit, part.From, part.To)).Select(part => part.Unit.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Windows as JSON for SQL: <c>[["18001",20200101,20200630],…]</c>.</summary>
    public static string ToJson(IReadOnlyList<AreaWindow> windows)
    {
        var json = new StringBuilder("[", windows.Count * 30 + 2);
        foreach (var (code, from, to) in windows)
        {
            json.Append(json.Length == 1 ? "" : ",").Append(CultureInfo.InvariantCulture, $"[\"{code}\",{StoredFormats.ToNumber(from)},{StoredFormats.ToNumber(to)}]");
        }

        return json.Append(']').ToString();
    }

    Cache Current()
    {
        var all = areas.All;
        var cache = cached;
        return ReferenceEquals(cache.Of, all) ? cache : cached = new Cache(all);
    }

    IReadOnlyList<AreaWindow> Compute(AreaScope scope, DateOnly from, DateOnly to, DateOnly? outline)
    {
        if (scope.AloneSince is { } since)
        {
            return Joined([.. Parts(scope.Code, from, to).Where(part => (part.Unit.ValidFrom ?? DateOnly.MinValue) == since).Select(Window)]);
        }

        if (outline is { } day)
        {
            return scope.Below is null || areas.Find(scope.Code, day)?.ParentCode == scope.Below
                ? Joined([.. Restated(day).Whole(scope.Code).Select(unit => Clip(unit, from, to)).OfType<Part>().Select(Window)])
                : [];
        }

        var found = new List<AreaWindow>();
        var roots = scope.Below is null
            ? Parts(scope.Code, from, to)
            : Parts(scope.Below, from, to).SelectMany(part => Children(part.Unit, part.From, part.To)).Where(part => part.Unit.Code == scope.Code);
        foreach (var root in roots)
        {
            Collect(root, found);
        }

        return Joined(found);
    }

    void Collect(Part part, List<AreaWindow> found)
    {
        found.Add(Window(part));
        foreach (var child in Children(part.Unit, part.From, part.To))
        {
            Collect(child, found);
        }
    }

    IEnumerable<Part> Parts(string code, DateOnly from, DateOnly to) => areas.History(code).Select(unit => Clip(unit, from, to)).OfType<Part>();

    IEnumerable<Part> Children(AreaUnit unit, DateOnly from, DateOnly to) => unit.Level == AreaLevel.Commune
        ? []
        : areas.ChildrenEver(unit.Code).Select(child => Clip(child, from, to)).OfType<Part>();

    static Part? Clip(AreaUnit unit, DateOnly from, DateOnly to)
    {
        var first = unit.ValidFrom > from ? unit.ValidFrom.Value : from;
        var last = unit.ValidTo < to ? unit.ValidTo.Value : to;
        return first <= last ? new Part(unit, first, last) : null;
    }

    // Where the lists overlap by mistake of their source, a day must not count twice.
    static List<AreaWindow> Joined(List<AreaWindow> windows)
    {
        var joined = new List<AreaWindow>(windows.Count);
        foreach (var window in windows.OrderBy(window => window.AreaCode, StringComparer.Ordinal).ThenBy(window => window.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.AreaCode == window.AreaCode && window.From <= last.To)
            {
                joined[^1] = last with { To = window.To > last.To ? window.To : last.To };
            }
            else
            {
                joined.Add(window);
            }
        }

        return joined;
    }

    static AreaWindow Window(Part part) => new(part.Unit.Code, part.From, part.To);

    sealed record Part(AreaUnit Unit, DateOnly From, DateOnly To);

    /// <summary>What was computed from one state of the units.</summary>
    sealed record Cache(object? Of)
    {
        public ConcurrentDictionary<(AreaScope Scope, DateOnly From, DateOnly To, DateOnly? Outline), IReadOnlyList<AreaWindow>> Windows { get; } = new();

        public ConcurrentDictionary<DateOnly, RestatedAreas> Outlines { get; } = new();
    }
}
