using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>What a watcher has been told, to tell it only of changes. Bounded by the question, whatever the reader does.</summary>
sealed class SeenRows
{
    Dictionary<string, FigureRow> rows = [];
    Dictionary<string, FigureKeptApart> apart = [];

    /// <summary>What is new or other than before, and what is there no more.</summary>
    public WatchFiguresResponse Take(IEnumerable<FigureRow> rowsNow, IEnumerable<FigureKeptApart> apartNow)
    {
        var change = new WatchFiguresResponse();
        var goneRows = Take(ref rows, rowsNow, Key, change.Rows.Add);
        change.Gone.AddRange(goneRows.Select(Place));
        var goneUnits = Take(ref apart, apartNow, Key, change.KeptApart.Add);
        change.KeptApartGone.AddRange(goneUnits.Select(Place));
        return change;
    }

    /// <summary>Remembers what there is now and tells what is new or other.</summary>
    /// <returns>What there was and is no more.</returns>
    static List<T> Take<T>(ref Dictionary<string, T> seen, IEnumerable<T> found, Func<T, string> key, Action<T> tell)
        where T : class
    {
        var now = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in found)
        {
            var place = key(one);
            now.Add(place, one);
            if (!one.Equals(seen.GetValueOrDefault(place)))
            {
                tell(one);
            }
        }

        var gone = seen.Where(before => !now.ContainsKey(before.Key)).Select(before => before.Value).ToList();
        seen = now;
        return gone;
    }

    static string Key(FigureRow row) => MemberKey.Of([row.Period, row.AreaCode, row.Below, row.Total ? "total" : "", row.Figure.Indicator, .. row.Members]);

    // A code may have been borne by two units that are both kept apart.
    static string Key(FigureKeptApart unit) => MemberKey.Of([unit.Period, unit.Area.Code, $"{unit.Area.ValidFrom}"]);

    static FigureRow Place(FigureRow row) => new()
    {
        Period = row.Period,
        AreaCode = row.AreaCode,
        AreaName = row.AreaName,
        Below = row.Below,
        Total = row.Total,
        Members = { row.Members },
        Figure = new IndicatorFigure { Indicator = row.Figure.Indicator },
    };

    static FigureKeptApart Place(FigureKeptApart unit) => new()
    {
        Period = unit.Period,
        Area = new AreaKeptApart { Code = unit.Area.Code, DisplayName = unit.Area.DisplayName, ValidFrom = unit.Area.ValidFrom, ValidTo = unit.Area.ValidTo },
    };
}
