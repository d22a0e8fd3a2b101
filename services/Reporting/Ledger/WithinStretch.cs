using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>Whether an area's day lies within some windows, by the area's number.</summary>
sealed class WithinStretch
{
    readonly (int From, int To)[]? first;
    readonly Dictionary<int, List<(int From, int To)>> further = [];
    readonly int from;
    readonly int to;

    /// <summary>All areas, over days.</summary>
    public WithinStretch(DateOnly from, DateOnly to) => (this.from, this.to) = (StoredFormats.ToNumber(from), StoredFormats.ToNumber(to));

    /// <summary>Some windows.</summary>
    public WithinStretch(IReadOnlyList<AreaWindow> windows, AreaNumbers numbers)
    {
        var numbered = windows.Select(window => (Area: numbers.Of(AreaLetters.Of(window.AreaCode)), From: StoredFormats.ToNumber(window.From), To: StoredFormats.ToNumber(window.To))).ToList();
        first = new (int, int)[numbered.Count == 0 ? 0 : numbered.Max(window => window.Area) + 1];
        foreach (var (area, begin, end) in numbered)
        {
            if (first[area] == default)
            {
                first[area] = (begin, end);
            }
            else
            {
                // A code that was used again, or a unit that came back.
                (further.TryGetValue(area, out var known) ? known : further[area] = []).Add((begin, end));
            }
        }
    }

    /// <summary>Whether a day (yyyymmdd) of an area lies within.</summary>
    public bool Holds(int area, int day)
    {
        if (first is null)
        {
            return day >= from && day <= to;
        }

        if (area >= first.Length)
        {
            return false;
        }

        var (begin, end) = first[area];
        return (day >= begin && day <= end) || (further.Count > 0 && further.TryGetValue(area, out var others) && others.Exists(window => day >= window.From && day <= window.To));
    }
}
