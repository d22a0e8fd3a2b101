using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// One state of the ledger through one view. As of a moment, the figures are those of the cells less what was recorded later, which is
/// exact because the ledger only ever adds facts. The moment is that of the saving at the source, not of the booking here: a rebuilt
/// ledger answers the same, and an answer as of a moment is final once every source has been booked past it.
/// </summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="kept">What is kept month by month of everything that is booked.</param>
/// <param name="reading">The state to read.</param>
/// <param name="joins">Who was known to be whom when.</param>
/// <param name="windows">Areas over periods, as known at the view's moment.</param>
/// <param name="view">The view.</param>
/// <param name="key">The key that the view names.</param>
sealed class LedgerSeen(
    ILedgerStore store, KeptLedger kept, LedgerReading reading, PersonJoins joins, AreaWindows windows, FigureView view, AreaKeyShares? key)
{
    /// <summary>Whether divided units are shared out.</summary>
    public bool IsShared => key is not null;

    /// <summary>Whether the tables' people can be counted as they stand.</summary>
    public bool IsNow => view.AsOf is null;

    /// <summary>An area over days, in the view's units.</summary>
    public AreaStretch Over(AreaScope area, DateOnly from, DateOnly to) => new(windows, area, from, to, view.Outline);

    /// <summary>The divided units of which a share counts in an area.</summary>
    public IEnumerable<(AreaStretch Stretch, Rational Share)> SharedOut(AreaScope area, DateOnly from, DateOnly to) =>
        key is null || view.Outline is not { } day || area.AloneSince is not null ? [] : windows.Restated(day).Shares(area.Code, key)
            .Select(one => (Stretch: new AreaStretch(windows, new AreaScope(one.Unit.Code) { AloneSince = one.Unit.ValidFrom ?? DateOnly.MinValue }, from, to, null), one.Share))
            .Where(one => one.Stretch.Windows.Count > 0 && !one.Share.IsZero);

    /// <summary>Sums of a measure, by dimension combination.</summary>
    public async Task<IReadOnlyDictionary<long, CellSum>> SumAsync(int measure, AreaStretch stretch, CancellationToken cancellationToken)
    {
        var now = await kept.SumAsync(reading, measure, stretch, cancellationToken);
        if (view.AsOf is not { } asOf || await store.SumLaterAsync(reading, measure, stretch.Windows, asOf, cancellationToken) is not { Count: > 0 } later)
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

    /// <summary>Counts distinct people as the tables stand.</summary>
    public async Task<IReadOnlyList<long[]>> CountPeopleAsync(
        IReadOnlyList<int> measures, AreaStretch stretch, IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken) =>
        await kept.CountPeopleAsync(reading, measures, stretch, groupings, await joins.AsOfAsync(reading, DateTimeOffset.MaxValue, cancellationToken), cancellationToken)
        ?? await store.CountPeopleAsync(reading, measures, stretch.Windows, groupings, cancellationToken);

    /// <summary>Reads rows of presence as the view knows them; a person is one and the same in all that is read for one question.</summary>
    public async Task ScanAsync(PresenceScan scan, Action<KeptPresence> visit, CancellationToken cancellationToken)
    {
        var people = await joins.AsOfAsync(reading, view.AsOf ?? DateTimeOffset.MaxValue, cancellationToken);
        await kept.ScanAsync(reading, scan with { AsOf = view.AsOf }, people, visit, cancellationToken);
    }

    /// <summary>The figure that was keyed in last for an area itself, up to a day.</summary>
    public Task<Rational?> EnteredAsync(string indicator, AreaScope area, DateOnly to, CancellationToken cancellationToken) =>
        EnteredFigures.FindAsync(reading, indicator, windows.Itself(area, to, view.Outline), view.AsOf, cancellationToken);
}
