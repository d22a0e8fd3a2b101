using System.Collections.Concurrent;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>What is kept by one state of the units.</summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="areas">All units.</param>
/// <param name="units">Their state.</param>
/// <param name="fewWindows">Areas of at most so many windows are read each time.</param>
sealed class KeptLedger(ILedgerStore store, AreaDirectory areas, IReadOnlyList<AreaUnit> units, int fewWindows)
{
    readonly ConcurrentDictionary<Place, KeptPlace<KeptSums>> sums = new();
    readonly ConcurrentDictionary<Place, KeptPlace<KeptPresences>> presences = new();
    readonly NumberedPeople people = new();
    long rows;

    /// <summary>The state of the units.</summary>
    public IReadOnlyList<AreaUnit> Units => units;

    /// <summary>Rows kept.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>Sums of a measure's cells, by combination.</summary>
    public async Task<IReadOnlyDictionary<long, CellSum>> SumAsync(LedgerReading reading, int measure, AreaStretch stretch, CancellationToken cancellationToken)
    {
        if (!IsKept(stretch))
        {
            return await store.SumCellsAsync(reading, measure, stretch.Windows, cancellationToken);
        }

        var asked = await LedgerMonth.ReadAsync(reading, measure, stretch.From, stretch.To, cancellationToken);
        var months = await sums.GetOrAdd(Place.Of(measure, stretch), _ => new(Count)).OfAsync(asked, ReadAsync, KeptSums.Nothing);
        var together = new Dictionary<long, CellSum>();
        for (var i = 0; i < asked.Count; i++)
        {
            months[i].AddTo(together, asked[i], stretch.From, stretch.To);
        }

        return together;

        async Task<IReadOnlyDictionary<int, KeptSums>> ReadAsync(DateOnly from, DateOnly to)
        {
            var read = new Dictionary<int, KeptSums>();
            await store.ScanCellsAsync(reading, measure, stretch.Over(from, to).Windows, (dims, day, sum) => Of(read, day / 100).Add(dims, day, sum), cancellationToken);
            return read;
        }
    }

    /// <summary>Counts distinct people with a record of any of the measures.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="measures">Keys of the measures.</param>
    /// <param name="stretch">Area and days.</param>
    /// <param name="groupings">Each is answered for itself.</param>
    /// <param name="joined">The key under which each joined key counts.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>For each grouping, the number of people by member; null where nothing is kept of so small an area.</returns>
    public async Task<IReadOnlyList<long[]>?> CountPeopleAsync(
        LedgerReading reading, IReadOnlyList<int> measures, AreaStretch stretch, IReadOnlyList<PeopleGrouping> groupings,
        IReadOnlyDictionary<UInt128, UInt128> joined, CancellationToken cancellationToken)
    {
        if (!IsKept(stretch))
        {
            return null;
        }

        var months = new List<KeptPresences>();
        foreach (var measure in measures)
        {
            months.AddRange(await PresencesAsync(reading, measure, stretch, stretch.From, stretch.To, cancellationToken));
        }

        var united = people.United(joined);
        var (first, last) = (StoredFormats.ToNumber(stretch.From), StoredFormats.ToNumber(stretch.To));
        return [.. groupings.Select(grouping => KeptPresences.Count(months, first, last, grouping, united))];
    }

    /// <summary>Reads rows of presence; each person under a small number that stands for one person in this reading of the ledger.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="scan">What is read.</param>
    /// <param name="joined">The key under which each joined key counts.</param>
    /// <param name="visit">Told each row, the person by the number under which they count.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task ScanAsync(
        LedgerReading reading, PresenceScan scan, IReadOnlyDictionary<UInt128, UInt128> joined, Action<KeptPresence> visit, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeptPresences> months = [];
        var others = new List<KeptPresence>();
        var (measure, stretch, from, to) = (scan.Measure, scan.Stretch, scan.From, scan.To);
        var range = new PresenceRange(measure, scan.AsOf is null ? null : stretch?.Windows, from, to);
        if (scan.AsOf is not { } asOf)
        {
            months = await PresencesAsync(reading, measure, stretch, from, to, cancellationToken);
        }
        else if (scan.IsSummed && (stretch is null || IsKept(stretch)))
        {
            // What is only ever added up may be taken off afterwards.
            months = await PresencesAsync(reading, measure, stretch, from, to, cancellationToken);
            await store.ScanLaterAsync(reading, range, asOf, row => others.Add(Of(row) with { Count = checked((int)-row.Count) }), cancellationToken);
        }
        else
        {
            await store.ScanPresencesAsync(reading, range, asOf, row => others.Add(Of(row)), cancellationToken);
        }

        // After the rows are there, so that everybody in them has a number.
        var united = people.United(joined);
        var (first, last) = (StoredFormats.ToNumber(from), StoredFormats.ToNumber(to));
        foreach (var rows in months.Select(month => month.All).Append(others))
        {
            foreach (var row in rows)
            {
                if (row.Day >= first && row.Day <= last)
                {
                    visit(row with { Person = united.Of(row.Person) });
                }
            }
        }
    }

    async Task<IReadOnlyList<KeptPresences>> PresencesAsync(
        LedgerReading reading, int measure, AreaStretch? stretch, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (stretch is not null && !IsKept(stretch))
        {
            return [.. (await ReadAsync(from, to)).Values];
        }

        var asked = await LedgerMonth.ReadAsync(reading, measure, from, to, cancellationToken);
        return await presences.GetOrAdd(Place.Of(measure, stretch), _ => new(Count)).OfAsync(asked, ReadAsync, KeptPresences.Nothing);

        async Task<IReadOnlyDictionary<int, KeptPresences>> ReadAsync(DateOnly first, DateOnly last)
        {
            var read = new Dictionary<int, KeptPresences>();
            await store.ScanPresencesAsync(
                reading,
                new PresenceRange(measure, stretch?.Over(first, last).Windows, first, last) { AsTold = true },
                row => Of(read, row.Day / 100).Add(Of(row)),
                cancellationToken);
            foreach (var month in read.Values)
            {
                month.Close();
            }

            return read;
        }
    }

    // Units as they were known at a moment are another matter; such questions are rare.
    bool IsKept(AreaStretch stretch) => ReferenceEquals(stretch.Units.Areas, areas) && stretch.Windows.Count > fewWindows;

    void Count(long more) => Interlocked.Add(ref rows, more);

    KeptPresence Of(PresenceSeen row) => new(row.Dims, row.Day, people.Of(row.Person), checked((int)row.Count));

    static TMonth Of<TMonth>(Dictionary<int, TMonth> months, int month)
        where TMonth : new()
    {
        if (!months.TryGetValue(month, out var of))
        {
            months[month] = of = new();
        }

        return of;
    }

    readonly record struct Place(int Measure, AreaScope? Area, DateOnly? Outline)
    {
        public static Place Of(int measure, AreaStretch? stretch) => new(measure, stretch?.Area, stretch?.Outline);
    }
}

/// <summary>Which rows of presence a question reads.</summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Stretch">Area and days; null for all areas.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
sealed record PresenceScan(int Measure, AreaStretch? Stretch, DateOnly From, DateOnly To)
{
    /// <summary>Only what was recorded up to this moment; null for everything.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether counts of one person on one day are only ever added up, whatever row they stand in.</summary>
    public bool IsSummed { get; init; }
}
