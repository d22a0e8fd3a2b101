using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Plans;

/// <summary>How far a value may be off what was due by a day and still be on time.</summary>
/// <param name="Percent">In percent of what was due.</param>
/// <param name="ValidFrom">First day on which it is used.</param>
/// <param name="ValidTo">Last day; null while it is used.</param>
/// <param name="Basis">Why it is what it is, in Vietnamese.</param>
public sealed record PaceTolerance(Rational Percent, DateOnly ValidFrom, DateOnly? ValidTo, string Basis)
{
    /// <summary>
    /// All rows. No regulation sets a tolerance. 5% of a year is 18 days: what happened in the last half of a month and is not yet
    /// recorded makes nobody late.
    /// </summary>
    public static IReadOnlyList<PaceTolerance> All { get; } =
    [
        new(5, new DateOnly(PlanYears.FirstYear, 1, 1), null, "không văn bản nào quy định; 5% bằng khoảng 18 ngày của năm, để số chưa kịp nhập của nửa tháng cuối không bị coi là chậm"),
    ];

    /// <summary>The row of a day.</summary>
    public static PaceTolerance On(DateOnly day) => All.Single(row => row.ValidFrom <= day && !(row.ValidTo < day));
}
