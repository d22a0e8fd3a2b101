namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Key of a cell, in the order of the table, as three numbers: a rebuild sorts millions of them, and comparing texts was most of that.
/// </summary>
public readonly record struct CellKey : IComparable<CellKey>
{
    // Measure and the code's first four letters; its last four and the day.
    readonly ulong high;
    readonly ulong low;

    /// <summary>A key.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="area">Area code; see <see cref="AreaLetters"/>.</param>
    /// <param name="day">Day of effect, yyyymmdd.</param>
    /// <param name="dims">Key of the dimension values.</param>
    public CellKey(int measure, ulong area, int day, long dims)
    {
        high = (ulong)(uint)(measure ^ int.MinValue) << 32 | area >> 32;
        low = area << 32 | (uint)day;
        Dims = dims;
    }

    /// <summary>Key of the measure.</summary>
    public int Measure => (int)(high >> 32) ^ int.MinValue;

    /// <summary>Area code.</summary>
    public string AreaCode => AreaLetters.Text(Area);

    /// <summary>Day of effect, yyyymmdd.</summary>
    public int Day => (int)(uint)low;

    /// <summary>Month of effect, yyyymm.</summary>
    public int Month => Day / 100;

    /// <summary>Key of the dimension values.</summary>
    public long Dims { get; }

    /// <summary>The area code as a number; see <see cref="AreaLetters"/>.</summary>
    internal ulong Area => high << 32 | low >> 32;

    /// <inheritdoc/>
    public int CompareTo(CellKey other) =>
        high != other.high ? high.CompareTo(other.high) : low != other.low ? low.CompareTo(other.low) : Dims.CompareTo(other.Dims);
}

/// <summary>Key of a presence, in the order of the table.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Person">The person, the 16 bytes of the key as a number, the first the highest.</param>
public readonly record struct PresenceKey(CellKey Cell, UInt128 Person);
