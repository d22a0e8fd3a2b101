namespace AnSinh.Reporting.Ledger;

/// <summary>What a run of events changes in cells and presences, folded in memory: one row a cell, however many facts fell into it.</summary>
public sealed class LedgerDeltas
{
    readonly Dictionary<CellKey, CellSum> cells = [];
    readonly Dictionary<PresenceKey, long> presences = [];
    readonly Dictionary<long, DimensionSet> sets = [];

    /// <summary>Combinations of dimension values that were booked.</summary>
    public IReadOnlyCollection<DimensionSet> Sets => sets.Values;

    /// <summary>Changes of cells in key order, so that two writers never wait for each other in a circle; unchanged ones are left out.</summary>
    public IReadOnlyList<(CellKey Key, CellSum Delta)> Cells =>
        [.. cells.Where(cell => !cell.Value.IsNothing).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value))];

    /// <summary>Changes of presences in key order; unchanged ones are left out.</summary>
    public IReadOnlyList<(PresenceKey Key, long Delta)> Presences =>
        [.. presences.Where(presence => presence.Value != 0).OrderBy(presence => presence.Key).Select(presence => (presence.Key, presence.Value))];

    /// <summary>
    /// Measures with the months (yyyymm) in which a cell or a presence may be another now, in key order. A cell can come out as it was while
    /// its people do not, so every month that a fact fell into is among them.
    /// </summary>
    public IReadOnlyList<(int Measure, int Month)> Months =>
        [.. cells.Keys.Select(key => (key.Measure, key.Day.Year * 100 + key.Day.Month)).Distinct().Order()];

    /// <summary>Notes a combination that was booked.</summary>
    public void Add(DimensionSet set) => sets[set.Key] = set;

    /// <summary>Adds a fact that is new in the ledger.</summary>
    public void Add(FactRow fact)
    {
        var key = new CellKey(fact.Measure, fact.AreaCode, fact.Day, fact.Dims);
        cells[key] = cells.GetValueOrDefault(key) + new CellSum(fact.Sign, fact.Sign * fact.Quantity, fact.Sign * fact.AmountVnd);
        if (fact.Person is { } person)
        {
            var presence = new PresenceKey(key, person);
            presences[presence] = presences.GetValueOrDefault(presence) + fact.Sign;
        }
    }
}

/// <summary>Key of a cell, in the order of the table.</summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="AreaCode">Area code.</param>
/// <param name="Day">Day of effect.</param>
/// <param name="Dims">Key of the dimension values.</param>
public readonly record struct CellKey(int Measure, string AreaCode, DateOnly Day, long Dims) : IComparable<CellKey>
{
    /// <inheritdoc/>
    public int CompareTo(CellKey other) =>
        Measure != other.Measure ? Measure.CompareTo(other.Measure)
        : string.CompareOrdinal(AreaCode, other.AreaCode) is not 0 and var area ? area
        : Day != other.Day ? Day.CompareTo(other.Day)
        : Dims.CompareTo(other.Dims);
}

/// <summary>Key of a presence, in the order of the table.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Person">The person.</param>
public readonly record struct PresenceKey(CellKey Cell, Guid Person) : IComparable<PresenceKey>
{
    /// <inheritdoc/>
    public int CompareTo(PresenceKey other) => Cell.CompareTo(other.Cell) is not 0 and var cell ? cell : Person.CompareTo(other.Person);
}
