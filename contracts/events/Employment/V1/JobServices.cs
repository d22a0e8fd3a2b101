namespace AnSinh.Contracts.Events.Employment.V1;

/// <summary>Somebody was counselled or referred to a job (tư vấn, giới thiệu việc làm); one visit.</summary>
[EventType("ansinh.employment.v1.CounsellingRecorded")]
public sealed record CounsellingRecorded
{
    /// <summary>Person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Kind: <c>job_counselling</c>, <c>job_referral</c>, <c>training_counselling</c>, <c>policy_counselling</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>A counselling visit should not have been recorded: the event that it replaces is booked back.</summary>
[EventType("ansinh.employment.v1.CounsellingVoided")]
public sealed record CounsellingVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}

/// <summary>A claim for unemployment benefit was decided (quyết định hưởng trợ cấp thất nghiệp). It occurred on the day of the decision.</summary>
[EventType("ansinh.employment.v1.UnemploymentClaimDecided")]
public sealed record UnemploymentClaimDecided
{
    /// <summary>Person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Whether the benefit was granted.</summary>
    public required bool Granted { get; init; }

    /// <summary>Monthly benefit in VND; 0 when refused.</summary>
    public required long MonthlyVnd { get; init; }

    /// <summary>Months granted, 3 to 12; 0 when refused.</summary>
    public required int Months { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>A decision was revoked: the event that it replaces is booked back.</summary>
[EventType("ansinh.employment.v1.UnemploymentDecisionRevoked")]
public sealed record UnemploymentDecisionRevoked
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}
