namespace AnSinh.Employment.Unemployment;

/// <summary>What a law lays down about unemployment benefit, from a day on. The day is that of the decision: Law 74/2025, Article 55.4, takes
/// files without a decision on 1 January 2026 under itself.</summary>
public sealed record UnemploymentLaw
{
    /// <summary>First day of decisions under it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Law and articles.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Shortest contract that is insured, in months.</summary>
    public required int LeastContractMonths { get; init; }

    /// <summary>Working days to wait after filing; the benefit begins on the next one.</summary>
    public required int WaitingDays { get; init; }

    /// <summary>Whether the ceiling depends on who set the wage (base wage or regional minimum wage, at the end of the contract); else it is the
    /// regional minimum wage in the last contributed month.</summary>
    public required bool CeilingByScheme { get; init; }

    /// <summary>Contracts below this many months have the longer window.</summary>
    public int ShortContractBelow { get; init; } = 12;

    /// <summary>Window of the recent contributions in months.</summary>
    public int Window { get; init; } = 24;

    /// <summary>Window for short contracts in months.</summary>
    public int WindowOfShortContracts { get; init; } = 36;

    /// <summary>Contributed months needed within the window.</summary>
    public int LeastRecentMonths { get; init; } = 12;

    /// <summary>Months after the end of the contract within which the file must come in.</summary>
    public int FilingMonths { get; init; } = 3;

    /// <summary>Percent of the average wage.</summary>
    public int Percent { get; init; } = 60;

    /// <summary>The ceiling is this many times the wage.</summary>
    public int CeilingTimes { get; init; } = 5;

    /// <summary>The laws, oldest first.</summary>
    public static IReadOnlyList<UnemploymentLaw> All { get; } =
    [
        new()
        {
            From = new DateOnly(2015, 1, 1),
            LegalBasis = "Luật Việc làm 38/2013/QH13, Điều 49 và 50",
            LeastContractMonths = 3,
            WaitingDays = 15,
            CeilingByScheme = true,
        },
        new()
        {
            From = new DateOnly(2026, 1, 1),
            LegalBasis = "Luật Việc làm 74/2025/QH15, Điều 38 và 39",
            LeastContractMonths = 1,
            WaitingDays = 10,
            CeilingByScheme = false,
        },
    ];

    /// <summary>The law of a decision on a day; null before the first one here.</summary>
    public static UnemploymentLaw? On(DateOnly decidedOn) => All.LastOrDefault(law => law.From <= decidedOn);

    /// <summary>Months of benefit: 3 for 12 to 36 contributed months, one more for each further 12, at most 12; none below 12.</summary>
    public static int Months(int paidMonths) => paidMonths < 12 ? 0 : paidMonths <= 36 ? 3 : Math.Min(12, 3 + (paidMonths - 36) / 12);

    /// <summary>First day of the benefit: the working day after the waiting days. Saturdays and Sundays are counted out, holidays are not: their
    /// days off are decided anew each year.</summary>
    public DateOnly BenefitFrom(DateOnly filedOn)
    {
        var day = filedOn;
        for (var left = WaitingDays + 1; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
