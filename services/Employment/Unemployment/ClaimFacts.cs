namespace AnSinh.Employment.Unemployment;

/// <summary>Who set a wage; stored by number, the numbers of ansinh.employment.v1.WageScheme.</summary>
public enum WageScheme
{
    /// <summary>Theo chế độ tiền lương do Nhà nước quy định.</summary>
    State = 1,

    /// <summary>Theo chế độ tiền lương do người sử dụng lao động quyết định.</summary>
    Employer = 2,
}

/// <summary>What the law looks at when it decides a claim.</summary>
public sealed record ClaimFacts
{
    /// <summary>Day on which the complete file was received.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Day on which the contract ended.</summary>
    public required DateOnly ContractEndedOn { get; init; }

    /// <summary>Length of the contract in months; 0 for one without a term.</summary>
    public required int ContractMonths { get; init; }

    /// <summary>Contributed months that no benefit has used yet.</summary>
    public required int PaidMonths { get; init; }

    /// <summary>Of these, months in the law's window before the contract ended.</summary>
    public required int RecentPaidMonths { get; init; }

    /// <summary>First day of the last contributed month.</summary>
    public required DateOnly LastPaidMonth { get; init; }

    /// <summary>Average monthly wage of the last 6 contributed months in VND.</summary>
    public required long AverageWageVnd { get; init; }

    /// <summary>Who set the wage.</summary>
    public required WageScheme WageScheme { get; init; }

    /// <summary>Region of the minimum wage, 1 to 4.</summary>
    public required int WageRegion { get; init; }

    /// <summary>Whether the worker ended the contract unlawfully.</summary>
    public bool LeftUnlawfully { get; init; }

    /// <summary>Whether the worker draws a pension, or left when eligible for one.</summary>
    public bool Pension { get; init; }

    /// <summary>Whether the worker had found work before the waiting days were over.</summary>
    public bool FoundWork { get; init; }
}
