using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>An area code and the days on which it counts, both included.</summary>
/// <param name="AreaCode">Area code.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct AreaWindow(string AreaCode, DateOnly From, DateOnly To);

/// <summary>
/// Turns "an area over a period" into area codes with days, as it was: a unit counts on the days on which it lay below a unit that bore
/// the code. Codes are used again (91 was Kiên Giang until mid-2025 and is An Giang since), so a code alone says nothing.
/// </summary>
/// <param name="areas">All units.</param>
public sealed class AreaWindows(AreaDirectory areas)
{
    const int MostCached = 2_000;

    readonly ConcurrentDictionary<(AreaScope Scope, DateOnly From, DateOnly To), IReadOnlyList<AreaWindow>> cache = new();
    object? cachedOf;

    /// <summary>The windows of an area over a period, by code and day, not overlapping; empty when nothing bore the code in it.</summary>
    public IReadOnlyList<AreaWindow> Of(AreaScope scope, DateOnly from, DateOnly to)
    {
        var all = areas.All;
        if (!ReferenceEquals(Interlocked.Exchange(ref cachedOf, all), all) || cache.Count > MostCached)
        {
            cache.Clear();
        }

        return cache.GetOrAdd((scope, from, to), key => Compute(key.Scope, key.From, key.To));
    }

    /// <summary>The units directly below a code on any day of a period, each once, by code.</summary>
    public IReadOnlyList<string> Below(string code, DateOnly from, DateOnly to) =>
        [.. Parts(code, from, to).SelectMany(part => Children(part.Unit, part.From, part.To)).Select(part => part.Unit.Code).Distinct().Order(StringComparer.Ordinal)];

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

    IReadOnlyList<AreaWindow> Compute(AreaScope scope, DateOnly from, DateOnly to)
    {
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
        found.Add(new AreaWindow(part.Unit.Code, part.From, part.To));
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

    sealed record Part(AreaUnit Unit, DateOnly From, DateOnly To);
}
