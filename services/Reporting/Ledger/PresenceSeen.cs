namespace AnSinh.Reporting.Ledger;

/// <summary>One row of presence as a reading meets it.</summary>
/// <param name="Dims">Key of the dimension values.</param>
/// <param name="Day">Day as yyyymmdd.</param>
/// <param name="Person">The person; keys that are one person are one here.</param>
/// <param name="Count">Records on that day, each with its sign.</param>
public readonly record struct PresenceSeen(long Dims, int Day, UInt128 Person, long Count);

/// <summary>Which rows of presence are read.</summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Windows">Areas with the days that count; null for all areas.</param>
/// <param name="From">First day, where all areas are read.</param>
/// <param name="To">Last day, where all areas are read.</param>
public sealed record PresenceRange(int Measure, IReadOnlyList<AreaWindow>? Windows, DateOnly From, DateOnly To)
{
    /// <summary>Whether each person is read under the key that the events had, joined with no other.</summary>
    public bool AsTold { get; init; }
}
