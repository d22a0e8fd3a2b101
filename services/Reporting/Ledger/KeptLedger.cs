using System.Collections.Concurrent;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger.Curves;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>What is kept by one state of the units.</summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="areas">All units.</param>
/// <param name="units">Their state.</param>
/// <param name="options">What is kept.</param>
sealed class KeptLedger(ILedgerStore store, AreaDirectory areas, IReadOnlyList<AreaUnit> units, KeptMonthsOptions options)
{
    readonly ConcurrentDictionary<Place, KeptPlace<KeptSums>> sums = new();
    readonly ConcurrentDictionary<Place, KeptPlace<KeptPresences>> presences = new();
    readonly ConcurrentDictionary<(Place Place, int Year), KeptStock> stocks = new();
    readonly ConcurrentDictionary<int, KeptPlace<KeptLater>> later = new();
    readonly ConcurrentDictionary<AreaScope, bool> large = new();
    readonly NumberedPeople people = new();
    readonly AreaNumbers numbers = new();
    LedgerMonths newest = new(-1);
    KeptCurves? curves;
    long rows;

    /// <summary>The state of the units.</summary>
    public IReadOnlyList<AreaUnit> Units => units;

    /// <summary>Rows kept.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>Figures of people over all periods at once.</summary>
    public KeptCurves Curves => LazyInitializer.EnsureInitialized(ref curves, () => new(this, options.CurveAfter, Count));

    /// <summary>Who counts as whom, for everybody who was read up to now.</summary>
    /// <param name="joined">The key under which each joined key counts.</param>
    public UnitedPeople United(IReadOnlyDictionary<UInt128, UInt128> joined) => people.United(joined);

    /// <summary>The months that have records in a state.</summary>
    /// <param name="state">Version of the ledger's state.</param>
    public LedgerMonths Months(long state)
    {
        var known = newest;
        if (known.State == state)
        {
            return known;
        }

        var months = new LedgerMonths(state);
        if (state > known.State)
        {
            Interlocked.CompareExchange(ref newest, months, known);
        }

        return months;
    }

    /// <summary>Windows by the numbers of their areas.</summary>
    public WithinStretch Within(AreaStretch stretch) => new(stretch.Windows, numbers);

    /// <summary>Sums of a measure's cells, by combination.</summary>
    public async Task<IReadOnlyDictionary<long, CellSum>> SumAsync(
        LedgerReading reading, LedgerMonths months, int measure, AreaStretch stretch, CancellationToken cancellationToken)
    {
        if (!IsKept(stretch))
        {
            return await store.SumCellsAsync(reading, measure, stretch.Windows, cancellationToken);
        }

        var asked = await months.OfAsync(reading, measure, stretch.From, stretch.To, cancellationToken);
        var of = await sums.GetOrAdd(Place.Of(measure, stretch), _ => new(Count)).OfAsync(asked, ReadAsync, KeptSums.Nothing);
        var together = new Dictionary<long, CellSum>();
        var (first, last) = (StoredFormats.ToNumber(stretch.From), StoredFormats.ToNumber(stretch.To));
        for (var i = 0; i < of.Length; i++)
        {
            of[i].AddTo(together, asked.Span[i], first, last);
        }

        return together;

        async Task<IReadOnlyDictionary<int, KeptSums>> ReadAsync(DateOnly from, DateOnly to)
        {
            var read = new Dictionary<int, Dictionary<(int Day, long Dims), CellSum>>();
            await store.ScanCellsAsync(
                reading, measure, stretch.Over(from, to).Windows, (dims, day, sum) => KeptSums.Add(MonthOf(read, day), (day, dims), sum), cancellationToken);
            return read.ToDictionary(month => month.Key, month => new KeptSums(month.Value));
        }
    }

    /// <summary>The presences of a measure in the months that share days with a period.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="months">The months that have records in it.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="stretch">Area and days; null for all areas.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<PresenceMonth[]> PresencesAsync(
        LedgerReading reading, LedgerMonths months, int measure, AreaStretch? stretch, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var asked = await months.OfAsync(reading, measure, from, to, cancellationToken);
        KeptPresences[] of;
        if (stretch is null || IsKept(stretch))
        {
            of = await presences.GetOrAdd(Place.Of(measure, stretch), _ => new(Count)).OfAsync(asked, ReadAsync, KeptPresences.Nothing);
        }
        else
        {
            var read = await ReadAsync(from, to);
            of = [.. asked.ToArray().Select(month => read.GetValueOrDefault(month.Month, KeptPresences.Nothing))];
        }

        return [.. of.Select((one, i) => new PresenceMonth(asked.Span[i], one))];

        async Task<IReadOnlyDictionary<int, KeptPresences>> ReadAsync(DateOnly first, DateOnly last)
        {
            var read = new Dictionary<int, Dictionary<long, List<KeptPresence>>>();
            await store.ScanPresencesAsync(reading, new PresenceRange(measure, stretch?.Over(first, last).Windows, first, last), Add, cancellationToken);
            return read.ToDictionary(month => month.Key, month => KeptPresences.Of(month.Value));

            void Add(PresenceSeen row)
            {
                var month = MonthOf(read, row.Day);
                if (!month.TryGetValue(row.Dims, out var set))
                {
                    month[row.Dims] = set = [];
                }

                set.Add(new KeptPresence(people.Of(row.Person), KeptPresence.PlaceAndDay(numbers.Of(row.Area), row.Day), checked((int)row.Count)));
            }
        }
    }

    /// <summary>What the stock of a measure at the end of a day comes from.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="months">The months that have records in it.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="stretch">Area, with days from the beginning to that day; null for all areas.</param>
    /// <param name="to">The day.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<List<StockPart>> StockAsync(
        LedgerReading reading, LedgerMonths months, int measure, AreaStretch? stretch, DateOnly to, CancellationToken cancellationToken)
    {
        var all = await PresencesAsync(reading, months, measure, stretch, DateOnly.MinValue, to, cancellationToken);
        var year = to is { Month: 12, Day: 31 } ? to.Year : to.Year - 1;
        var whole = stretch is null || IsKept(stretch) ? all.Count(month => month.Month.Month / 100 <= year) : 0;
        List<StockPart> parts = whole == 0 ? [] : [new(StockOf(Place.Of(measure, stretch), all.AsSpan(0, whole)))];
        parts.AddRange(all.Skip(whole).Select(month => new StockPart(month.Of, month.Month, to)));
        return parts;
    }

    /// <summary>A measure's facts that were recorded after a moment, by the months that share days with a period; of all areas.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="months">The months that have records in it.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="moment">The moment, UTC ticks; each answer holds at least what came after it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<KeptLater[]> LaterAsync(
        LedgerReading reading, LedgerMonths months, int measure, DateOnly from, DateOnly to, long moment, CancellationToken cancellationToken)
    {
        var after = MonthBefore(moment);
        var asked = await months.OfAsync(reading, measure, from, to, cancellationToken);
        return await later.GetOrAdd(measure, _ => new(Count)).OfAsync(asked, ReadAsync, new KeptLater(after, []), month => month.After <= moment);

        async Task<IReadOnlyDictionary<int, KeptLater>> ReadAsync(DateOnly first, DateOnly last)
        {
            var read = new Dictionary<int, List<LaterFact>>();
            await store.ScanLaterAsync(reading, measure, first, last, after, Add, cancellationToken);
            return read.ToDictionary(month => month.Key, month => new KeptLater(after, month.Value));

            void Add(FactSeen fact) => MonthOf(read, fact.Day).Add(new LaterFact(
                fact.RecordedAt,
                fact.Dims,
                fact.Quantity,
                fact.AmountVnd,
                fact.Day,
                numbers.Of(fact.Area),
                fact.Person is { } person ? people.Of(person) : LaterFact.Nobody,
                checked((sbyte)fact.Sign)));
        }
    }

    // Year by year, each from the one before; what it was made of says whether it still holds.
    KeptPresences StockOf(Place place, ReadOnlySpan<PresenceMonth> all)
    {
        if (all.IsEmpty)
        {
            return KeptPresences.Nothing;
        }

        var year = all[^1].Month.Month / 100;
        if (stocks.TryGetValue((place, year), out var known) && known.IsOf(all))
        {
            return known.Of;
        }

        var before = all.Length;
        while (before > 0 && all[before - 1].Month.Month / 100 == year)
        {
            before--;
        }

        var own = all[before..].ToArray().Select(month => month.Of);
        var stock = new KeptStock([.. all.ToArray().Select(month => month.Of)], KeptPresences.Together(StockOf(place, all[..before]), own));
        stocks[(place, year)] = stock;
        Count(stock.Of.Rows - (known?.Of.Rows ?? 0));
        return stock.Of;
    }

    // From the beginning of the moment's month: who asks about another day of it, or a later one, reads nothing anew.
    static long MonthBefore(long moment)
    {
        var of = new DateTime(moment, DateTimeKind.Utc);
        return new DateTime(of.Year, of.Month, 1, 0, 0, 0, DateTimeKind.Utc).Ticks - 1;
    }

    /// <summary>Whether an area is large enough to be kept. Units as they were known at a moment are another matter; such questions are rare.</summary>
    public bool IsKept(AreaStretch stretch) => ReferenceEquals(stretch.Units.Areas, areas)
        && large.GetOrAdd(stretch.Area, area => stretch.Units.Of(area, DateOnly.MinValue, DateOnly.MaxValue).Count > options.FewWindows);

    void Count(long more) => Interlocked.Add(ref rows, more);

    static TMonth MonthOf<TMonth>(Dictionary<int, TMonth> months, int day)
        where TMonth : new()
    {
        if (!months.TryGetValue(day / 100, out var of))
        {
            months[day / 100] = of = new();
        }

        return of;
    }

    /// <summary>A stock at the end of a year.</summary>
    /// <param name="From">The months that it was made of.</param>
    /// <param name="Of">What they come to.</param>
    sealed record KeptStock(KeptPresences[] From, KeptPresences Of)
    {
        public bool IsOf(ReadOnlySpan<PresenceMonth> months)
        {
            var same = months.Length == From.Length;
            for (var i = 0; same && i < From.Length; i++)
            {
                same = ReferenceEquals(months[i].Of, From[i]);
            }

            return same;
        }
    }

    readonly record struct Place(int Measure, AreaScope? Area, DateOnly? Outline)
    {
        public static Place Of(int measure, AreaStretch? stretch) => new(measure, stretch?.Area, stretch?.Outline);
    }
}
