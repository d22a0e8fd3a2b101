namespace AnSinh.Reporting.Ledger;

/// <summary>Sums of the facts of one measure, area, day and combination of dimension values: what figures are computed from.</summary>
public sealed class CellRow
{
    /// <summary>Key of the measure.</summary>
    public int Measure { get; set; }

    /// <summary>Area code.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Day of effect.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Key of the dimension values.</summary>
    public long Dims { get; set; }

    /// <summary>Facts booked less facts booked back.</summary>
    public long Count { get; set; }

    /// <summary>Sum of their quantities.</summary>
    public long Quantity { get; set; }

    /// <summary>Sum of their amounts in VND.</summary>
    public long AmountVnd { get; set; }
}

/// <summary>That a person has facts in a cell, so that distinct people are counted exactly; gone when the last fact is booked back.</summary>
public sealed class PresenceRow
{
    /// <summary>Key of the measure.</summary>
    public int Measure { get; set; }

    /// <summary>Area code.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Day of effect.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Key of the dimension values.</summary>
    public long Dims { get; set; }

    /// <summary>The person, as the event said; whoever counts people resolves aliases.</summary>
    public Guid Person { get; set; }

    /// <summary>Facts booked less facts booked back.</summary>
    public long Count { get; set; }
}

/// <summary>A combination of dimension values that some fact has.</summary>
public sealed class DimensionSetRow
{
    /// <summary>First 8 bytes of the SHA-256 of the text: every replica finds the same key without asking.</summary>
    public long Key { get; set; }

    /// <summary>The values as JSON, members sorted: <c>{"channel":"loan","sex":"female"}</c>.</summary>
    public required string Text { get; set; }
}

/// <summary>
/// How often the bookings of a source have changed the ledger: whoever kept an answer sees by it whether the answer still holds. One row
/// a source, because the runs of one source never overlap, so no two writers wait for each other here.
/// </summary>
public sealed class LedgerStateRow
{
    /// <summary>Source service.</summary>
    public required string Source { get; set; }

    /// <summary>Goes up by one with every run that books something.</summary>
    public long Version { get; set; }
}

/// <summary>
/// That an event has joined two person keys; append-only. <see cref="PersonAliasRow"/> holds what all joins come to, these say what was
/// known when.
/// </summary>
public sealed class PersonJoinRow
{
    /// <summary>Event that said it.</summary>
    public Guid EventId { get; set; }

    /// <summary>One key, as the event had it.</summary>
    public Guid Former { get; set; }

    /// <summary>The other key.</summary>
    public Guid Canonical { get; set; }

    /// <summary>When the event was saved at its source, UTC.</summary>
    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>Two person keys are one person.</summary>
public sealed class PersonAliasRow
{
    /// <summary>Key under which the person was known.</summary>
    public Guid Former { get; set; }

    /// <summary>Key under which the person counts; never itself a former key of somebody.</summary>
    public Guid Canonical { get; set; }
}
