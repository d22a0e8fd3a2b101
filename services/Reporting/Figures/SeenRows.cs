using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>What a watcher has been told, to tell it only of changes. Bounded by the question, whatever the reader does.</summary>
sealed class SeenRows
{
    Dictionary<string, FigureRow> seen = [];

    /// <summary>The rows that are new or other than before, and those that are there no more.</summary>
    public WatchFiguresResponse Take(IEnumerable<FigureRow> rows)
    {
        var now = rows.ToDictionary(Key, StringComparer.Ordinal);
        var change = new WatchFiguresResponse();
        change.Rows.AddRange(now.Where(row => !row.Value.Equals(seen.GetValueOrDefault(row.Key))).Select(row => row.Value));
        change.Gone.AddRange(seen.Where(row => !now.ContainsKey(row.Key)).Select(row => Place(row.Value)));
        seen = now;
        return change;
    }

    static string Key(FigureRow row) => MemberKey.Of([row.Period, row.AreaCode, row.Below, row.Total ? "total" : "", row.Figure.Indicator, .. row.Members]);

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
}
