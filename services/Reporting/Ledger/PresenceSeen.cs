namespace AnSinh.Reporting.Ledger;

/// <summary>One row of presence as a reading meets it.</summary>
/// <param name="Dims">Key of the dimension values.</param>
/// <param name="Day">Day as yyyymmdd.</param>
/// <param name="Person">The person, as the events had it.</param>
/// <param name="Count">Records on that day, each with its sign.</param>
/// <param name="Area">Its area code; see <see cref="AreaLetters"/>.</param>
public readonly record struct PresenceSeen(long Dims, int Day, UInt128 Person, long Count, ulong Area);

/// <summary>Which rows of presence are read.</summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Windows">Areas with the days that count; null for all areas.</param>
/// <param name="From">First day, where all areas are read.</param>
/// <param name="To">Last day, where all areas are read.</param>
public sealed record PresenceRange(int Measure, IReadOnlyList<AreaWindow>? Windows, DateOnly From, DateOnly To);

/// <summary>One fact as a reading meets it.</summary>
/// <param name="RecordedAt">When it was saved at its source, UTC ticks.</param>
/// <param name="Area">Its area code; see <see cref="AreaLetters"/>.</param>
/// <param name="Day">Day of effect as yyyymmdd.</param>
/// <param name="Dims">Key of the dimension values.</param>
/// <param name="Person">The person, as the event had it; null where none is concerned.</param>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Quantity">Quantity, without the sign.</param>
/// <param name="AmountVnd">Amount in VND, without the sign.</param>
public readonly record struct FactSeen(long RecordedAt, ulong Area, int Day, long Dims, UInt128? Person, int Sign, long Quantity, long AmountVnd);
