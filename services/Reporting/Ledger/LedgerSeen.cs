using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// One state of the ledger through one view. As of a moment, the figures are those of the cells less what was recorded later, which is
/// exact because the ledger only ever adds facts. The moment is that of the saving at the source, not of the booking here: a rebuilt
/// ledger answers the same, and an answer as of a moment is final once every source has been booked past it.
/// </summary>
/// <param name="kept">What is kept month by month of everything that is booked.</param>
/// <param name="months">The months that have records.</param>
/// <param name="reading">The state to read.</param>
/// <param name="joins">Who was known to be whom when.</param>
/// <param name="windows">Areas over periods, as known at the view's moment.</param>
/// <param name="view">The view.</param>
/// <param name="key">The key that the view names.</param>
sealed class LedgerSeen(
    KeptLedger kept, LedgerMonths months, LedgerReading reading, PersonJoins joins, AreaWindows windows, FigureView view, AreaKeyShares? key)
{
    readonly Dictionary<AreaStretch, WithinStretch> within = [];
    IReadOnlyDictionary<UInt128, UInt128>? joined;

    /// <summary>Whether divided units are shared out.</summary>
    public bool IsShared => key is not null;

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
        var now = await kept.SumAsync(reading, months, measure, stretch, cancellationToken);
        if (view.AsOf is not { } asOf)
        {
            return now;
        }

        var (later, area) = (new Dictionary<long, CellSum>(), Within(stretch));
        foreach (var month in await kept.LaterAsync(reading, months, measure, stretch.From, stretch.To, asOf.UtcTicks, cancellationToken))
        {
            month.AddTo(later, asOf.UtcTicks, area);
        }

        if (later.Count == 0)
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

    /// <summary>The presences of a measure as the view knows them, by the months that share days with a period.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="stretch">Area and days; null for all areas.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<IReadOnlyList<PresenceMonth>> PresencesAsync(
        int measure, AreaStretch? stretch, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var now = await kept.PresencesAsync(reading, months, measure, stretch, from, to, cancellationToken);
        if (view.AsOf is not { } asOf)
        {
            return now;
        }

        var later = await kept.LaterAsync(reading, months, measure, from, to, asOf.UtcTicks, cancellationToken);
        var area = stretch is null ? new WithinStretch(from, to) : Within(stretch);
        for (var i = 0; i < now.Length; i++)
        {
            // Every month that a fact fell into is among the months, also those that nothing is left of.
            if (later[i].PresencesSince(asOf.UtcTicks, area) is { Count: > 0 } since)
            {
                now[i] = now[i] with { Of = now[i].Of.Without(since) };
            }
        }

        return now;
    }

    /// <summary>What the stock of a measure at the end of a day comes from, as the view knows it.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="area">The area, with any days; null for all areas.</param>
    /// <param name="to">The day.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<List<StockPart>> StockAsync(int measure, AreaStretch? area, DateOnly to, CancellationToken cancellationToken)
    {
        var stretch = area?.Over(DateOnly.MinValue, to);
        var parts = await kept.StockAsync(reading, months, measure, stretch, to, cancellationToken);
        if (view.AsOf is { } asOf)
        {
            var within = stretch is null ? new WithinStretch(DateOnly.MinValue, to) : Within(stretch);
            foreach (var month in await kept.LaterAsync(reading, months, measure, DateOnly.MinValue, to, asOf.UtcTicks, cancellationToken))
            {
                parts.Add(new StockPart(KeptPresences.Of(month.PresencesSince(asOf.UtcTicks, within, times: -1))));
            }
        }

        return parts;
    }

    /// <summary>People of a figure by its curve, by member of its breakdown; null where there is none: only large areas have some, as known now.</summary>
    public async Task<long[]?> ByCurveAsync(MemberList members, AreaStretch stretch, CancellationToken cancellationToken) => view.AsOf is null && kept.IsKept(stretch)
        ? await kept.Curves.CountAsync(reading, months, await JoinedAsync(cancellationToken), members, stretch, cancellationToken)
        : null;


    /// <summary>Who is whom in the view, for everybody who was read up to now.</summary>
    public async ValueTask<UnitedPeople> PeopleAsync(CancellationToken cancellationToken) => kept.United(await JoinedAsync(cancellationToken));

    /// <summary>The figure that was keyed in last for an area itself, up to a day.</summary>
    public Task<Rational?> EnteredAsync(string indicator, AreaScope area, DateOnly to, CancellationToken cancellationToken) =>
        EnteredFigures.FindAsync(reading, indicator, windows.Itself(area, to, view.Outline), view.AsOf, cancellationToken);

    async ValueTask<IReadOnlyDictionary<UInt128, UInt128>> JoinedAsync(CancellationToken cancellationToken) =>
        joined ??= await joins.AsOfAsync(reading, view.AsOf ?? DateTimeOffset.MaxValue, cancellationToken);

    WithinStretch Within(AreaStretch stretch)
    {
        if (!within.TryGetValue(stretch, out var known))
        {
            within[stretch] = known = kept.Within(stretch);
        }

        return known;
    }
}
