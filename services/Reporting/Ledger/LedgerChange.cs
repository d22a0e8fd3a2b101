namespace AnSinh.Reporting.Ledger;

/// <summary>What one fact changes in a cell and in a presence; sorted by the cell and then the person.</summary>
readonly struct LedgerChange : IComparable<LedgerChange>
{
    // Not as one UInt128, which would be aligned to 16 bytes: sorting moves these about.
    readonly ulong personHigh;
    readonly ulong personLow;

    /// <summary>The cell.</summary>
    public required CellKey Cell { get; init; }

    /// <summary>The person; 0 where none is concerned.</summary>
    public UInt128 Person
    {
        get => new(personHigh, personLow);
        init => (personHigh, personLow) = ((ulong)(value >> 64), (ulong)value);
    }

    /// <summary>Quantity in the measure's unit.</summary>
    public required long Quantity { get; init; }

    /// <summary>Amount in VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>+1 or −1.</summary>
    public required int Sign { get; init; }

    /// <summary>Whether a person is concerned.</summary>
    public required bool HasPerson { get; init; }

    /// <summary>What it adds to the cell.</summary>
    public CellSum Sum => new(Sign, checked(Sign * Quantity), checked(Sign * AmountVnd));

    /// <inheritdoc/>
    public int CompareTo(LedgerChange other) =>
        Cell.CompareTo(other.Cell) is not 0 and var cell ? cell
        : personHigh != other.personHigh ? personHigh.CompareTo(other.personHigh)
        : personLow != other.personLow ? personLow.CompareTo(other.personLow)
        : HasPerson.CompareTo(other.HasPerson);
}
