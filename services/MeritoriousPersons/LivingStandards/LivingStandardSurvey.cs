namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>A survey of the living standard of policy households in a province.</summary>
public sealed class LivingStandardSurvey
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Province.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day that it describes.</summary>
    public required DateOnly SurveyedOn { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The living standard of a household; stored by number, the numbers of ansinh.merit.v1.LivingStandard.</summary>
public enum LivingStandard
{
    /// <summary>Above the average of where it lives.</summary>
    AboveAverage = 1,

    /// <summary>At the average.</summary>
    Average = 2,

    /// <summary>Below the average.</summary>
    BelowAverage = 3,
}

/// <summary>The form of one household.</summary>
public sealed class LivingStandardForm
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Survey.</summary>
    public required Guid SurveyId { get; init; }

    /// <summary>Head of the household, by whom it is known.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Commune on the day of the survey.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Members.</summary>
    public int Members { get; init; }

    /// <summary>Monthly income a head in VND; 0 when not asked.</summary>
    public long MonthlyIncomeVnd { get; init; }

    /// <summary>What the commune found.</summary>
    public required LivingStandard Standard { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The forms of a commune were approved: they count, and no more are taken.</summary>
public sealed class LivingStandardApproval
{
    /// <summary>Survey.</summary>
    public required Guid SurveyId { get; init; }

    /// <summary>Commune on the day of the survey.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Households approved.</summary>
    public required long Households { get; init; }

    /// <summary>Those at or above the average.</summary>
    public required long AtOrAboveAverage { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Account that approved.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ApprovedAt { get; init; }
}
