using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// One state of the ledger through one view. As of a moment, the figures are those of the cells less what was recorded later, which is
/// exact because the ledger only ever adds facts. The moment is that of the saving at the source, not of the booking here: a rebuilt
/// ledger answers the same, and an answer as of a moment is final once every source has been booked past it.
/// </summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="reading">The state to read.</param>
/// <param name="joins">Who was known to be whom when.</param>
/// <param name="windows">Areas over periods, as known at the view's moment.</param>
/// <param name="view">The view.</param>
/// <param name="key">The key that the view names.</param>
sealed class LedgerSeen(ILedgerStore store, LedgerReading reading, PersonJoins joins, AreaWindows windows, FigureView view, AreaKeyShares? key)
{
    /// <summary>Whether divided units are shared out.</summary>
    public bool IsShared => key is not null;

    /// <summary>Whether the tables' people can be counted as they stand.</summary>
    public bool IsNow => view.AsOf is null;

    /// <summary>The windows of an area in the view's units.</summary>
    public IReadOnlyList<AreaWindow> WindowsOf(AreaScope area, DateOnly from, DateOnly to) => windows.Of(area, from, to, view.Outline);

    /// <summary>The divided units of which a share counts in an area, each with its windows.</summary>
    public IEnumerable<(IReadOnlyList<AreaWindow> Windows, Rational Share)> SharedOut(AreaScope area, DateOnly from, DateOnly to) =>
        key is null || view.Outline is not { } day || area.AloneSince is not null ? [] : windows.Restated(day).Shares(area.Code, key)
            .Select(one => (windows.Of(new AreaScope(one.Unit.Code) { AloneSince = one.Unit.ValidFrom ?? DateOnly.MinValue }, from, to), one.Share))
            .Where(one => one.Item1.Count > 0 && !one.Share.IsZero);

    /// <summary>Sums of a measure in windows, by dimension combination.</summary>
    public async Task<IReadOnlyDictionary<long, CellSum>> SumAsync(int measure, IReadOnlyList<AreaWindow> scope, CancellationToken cancellationToken)
    {
        var now = await store.SumCellsAsync(reading, measure, scope, cancellationToken);
        if (view.AsOf is not { } asOf || await store.SumLaterAsync(reading, measure, scope, asOf, cancellationToken) is not { Count: > 0 } later)
        {
            return now;
        }

        var then = new Dictionary<long, CellSum>(now);
        foreach (var (dims, sum) in later)
        {
            then[dims] = then.GetValueOrDefault(dims) - sum;
        }

        return then;
    }

    /// <summary>Counts distinct people in windows as the tables stand.</summary>
    public Task<IReadOnlyList<long[]>> CountPeopleAsync(
        IReadOnlyList<int> measures, IReadOnlyList<AreaWindow> scope, IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken) =>
        store.CountPeopleAsync(reading, measures, scope, groupings, cancellationToken);

    /// <summary>Reads rows of presence, each person under the key under which they count in the view.</summary>
    public async Task ScanAsync(PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        if (view.AsOf is not { } asOf)
        {
            await store.ScanPresencesAsync(reading, range, visit, cancellationToken);
            return;
        }

        var people = await joins.AsOfAsync(reading, asOf, cancellationToken);
        Action<PresenceSeen> joined = people.Count == 0 ? visit : row => visit(row with { Person = people.GetValueOrDefault(row.Person, row.Person) });
        await store.ScanPresencesAsync(reading, range, asOf, joined, cancellationToken);
    }

    /// <summary>The figure that was keyed in last for an area itself, up to a day.</summary>
    public Task<Rational?> EnteredAsync(string indicator, AreaScope area, DateOnly to, CancellationToken cancellationToken) =>
        EnteredFigures.FindAsync(reading, indicator, windows.Itself(area, to, view.Outline), view.AsOf, cancellationToken);
}
