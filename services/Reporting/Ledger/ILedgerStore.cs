using AnSinh.Reporting.Data;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// The statements of the ledger that are written for one provider: bulk writes inside the transaction of a run, and reads of many
/// small stretches in one consistent state. Both implementations pass the same tests.
/// </summary>
public interface ILedgerStore
{
    /// <summary>How the provider writes what the ledger's other statements need.</summary>
    LedgerDialect Dialect { get; }

    /// <summary>Inserts the facts whose key is not there yet.</summary>
    /// <returns>For each fact, whether it is new.</returns>
    Task<bool[]> InsertAsync(ReportingDb db, IReadOnlyList<FactRow> facts, CancellationToken cancellationToken);

    /// <summary>Adds the deltas of a run to cells and presences, the combinations that are new, and one to the version of each month touched.</summary>
    /// <exception cref="InvalidOperationException">Two combinations have one key.</exception>
    Task AddAsync(ReportingDb db, LedgerDeltas deltas, CancellationToken cancellationToken);

    /// <summary>Begins to read one consistent state.</summary>
    Task<LedgerReading> BeginReadAsync(ReportingDb db, CancellationToken cancellationToken);

    /// <summary>Sums of a measure's cells in the windows, by dimension combination.</summary>
    Task<IReadOnlyDictionary<long, CellSum>> SumCellsAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, CancellationToken cancellationToken);

    /// <summary>Reads a measure's cells in the windows, several of one combination and day perhaps summed up.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="windows">Areas with the days that count.</param>
    /// <param name="visit">Told the combination, the day (yyyymmdd) and the sums.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task ScanCellsAsync(LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, Action<long, int, CellSum> visit, CancellationToken cancellationToken);

    /// <summary>Reads rows of presence, each person under the key that the events had.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="range">Which rows.</param>
    /// <param name="visit">Told each row.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task ScanPresencesAsync(LedgerReading reading, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken);

    /// <summary>Reads a measure's facts, of all areas, that were recorded after a moment.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="from">First day of effect.</param>
    /// <param name="to">Last day of effect.</param>
    /// <param name="after">The moment, UTC ticks.</param>
    /// <param name="visit">Told each fact.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task ScanLaterAsync(
        LedgerReading reading, int measure, DateOnly from, DateOnly to, long after, Action<FactSeen> visit, CancellationToken cancellationToken);
}

/// <summary>Sums over cells.</summary>
/// <param name="Count">Facts.</param>
/// <param name="Quantity">Their quantities.</param>
/// <param name="AmountVnd">Their amounts, VND.</param>
public readonly record struct CellSum(long Count, long Quantity, long AmountVnd)
{
    /// <summary>Whether nothing is left, as when all was booked back.</summary>
    public bool IsNothing => Count == 0 && Quantity == 0 && AmountVnd == 0;

    /// <summary>The sum of both, checked.</summary>
    public static CellSum operator +(CellSum left, CellSum right) => checked(
        new CellSum(left.Count + right.Count, left.Quantity + right.Quantity, left.AmountVnd + right.AmountVnd));

    /// <summary>The difference of both, checked.</summary>
    public static CellSum operator -(CellSum left, CellSum right) => checked(
        new CellSum(left.Count - right.Count, left.Quantity - right.Quantity, left.AmountVnd - right.AmountVnd));
}

/// <summary>Which people are counted together.</summary>
/// <param name="Members">Number of members.</param>
/// <param name="MemberOf">Member, from 0, by dimension combination; combinations that are not in it do not count. Null: all are member 0.</param>
public sealed record PeopleGrouping(int Members, IReadOnlyDictionary<long, int>? MemberOf);

/// <summary>How a provider writes lists handed over as JSON, and limits.</summary>
/// <param name="Windows">A query over the JSON of windows in parameter <c>{0}</c> with columns area_code, first_day, last_day.</param>
/// <param name="Keys">A query over a JSON array of numbers in parameter <c>{0}</c> with the column item.</param>
/// <param name="Limit">The end of an ordered query that returns at most <c>{0}</c> rows.</param>
public sealed record LedgerDialect(string Windows, string Keys, string Limit);
