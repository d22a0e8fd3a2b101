namespace AnSinh.Employment.Unemployment;

/// <summary>A wage laid down by decree, for a span of days.</summary>
/// <param name="Region">Region of the minimum wage, 1 to 4; 0 for the base wage (lương cơ sở).</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null for one still in force.</param>
/// <param name="MonthlyVnd">VND a month.</param>
/// <param name="LegalBasis">Decree.</param>
/// <param name="Confirmed">Whether an officer has compared it with the decree's text; decisions made with others carry a warning.</param>
public sealed record WageRate(int Region, DateOnly From, DateOnly? To, long MonthlyVnd, string LegalBasis, bool Confirmed);

/// <summary>The base wage and the regional minimum wages, by day.</summary>
public static class WageRates
{
    /// <summary>Region of the base wage.</summary>
    public const int BaseWage = 0;

    /// <summary>All rows. A day without a row has no rate, and nothing that needs one is decided for it.</summary>
    public static IReadOnlyList<WageRate> All { get; } =
    [
        new(BaseWage, new(2018, 7, 1), new(2019, 6, 30), 1_390_000, "Nghị định 72/2018/NĐ-CP", Confirmed: false),
        new(BaseWage, new(2019, 7, 1), new(2023, 6, 30), 1_490_000, "Nghị định 38/2019/NĐ-CP", Confirmed: false),
        new(BaseWage, new(2023, 7, 1), new(2024, 6, 30), 1_800_000, "Nghị định 24/2023/NĐ-CP", Confirmed: false),
        new(BaseWage, new(2024, 7, 1), new(2026, 6, 30), 2_340_000, "Nghị định 73/2024/NĐ-CP", Confirmed: false),
        new(BaseWage, new(2026, 7, 1), null, 2_530_000, "Nghị định 161/2026/NĐ-CP", Confirmed: true),
        .. Regional(new(2019, 1, 1), new(2019, 12, 31), "Nghị định 157/2018/NĐ-CP", false, 4_180_000, 3_710_000, 3_250_000, 2_920_000),
        .. Regional(new(2020, 1, 1), new(2022, 6, 30), "Nghị định 90/2019/NĐ-CP", false, 4_420_000, 3_920_000, 3_430_000, 3_070_000),
        .. Regional(new(2022, 7, 1), new(2024, 6, 30), "Nghị định 38/2022/NĐ-CP", false, 4_680_000, 4_160_000, 3_640_000, 3_250_000),
        .. Regional(new(2024, 7, 1), new(2025, 12, 31), "Nghị định 74/2024/NĐ-CP", false, 4_960_000, 4_410_000, 3_860_000, 3_450_000),
        .. Regional(new(2026, 1, 1), null, "Nghị định 293/2025/NĐ-CP", true, 5_310_000, 4_730_000, 4_140_000, 3_700_000),
    ];

    /// <summary>The rate on a day; null when there is no row.</summary>
    public static WageRate? On(int region, DateOnly day) =>
        All.FirstOrDefault(row => row.Region == region && row.From <= day && (row.To is not { } last || day <= last));

    static IEnumerable<WageRate> Regional(DateOnly from, DateOnly? to, string legalBasis, bool confirmed, params long[] byRegion) =>
        byRegion.Select((monthly, at) => new WageRate(at + 1, from, to, monthly, legalBasis, confirmed));
}
