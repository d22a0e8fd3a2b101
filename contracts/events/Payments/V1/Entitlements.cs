namespace AnSinh.Contracts.Events.Payments.V1;

/// <summary>A person's entitlement to a recurring benefit is in payment from a month on. It occurred on the first day of that month.</summary>
[EventType("ansinh.payments.v1.EntitlementStarted")]
public sealed record EntitlementStarted
{
    /// <summary>Benefit scheme, such as <c>merit.allowance</c>, <c>protection.assistance</c>, <c>protection.topup</c>, <c>employment.unemployment</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Beneficiary as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Category of the benefit schedule, such as <c>TB</c> or <c>5.6</c>; what figures break down by, so without the fine level.</summary>
    public required string Category { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>An entitlement is no longer in payment: it was stopped, suspended or ran out. It occurred on the first day without it.</summary>
[EventType("ansinh.payments.v1.EntitlementEnded")]
public sealed record EntitlementEnded
{
    /// <summary>Benefit scheme, as when it started.</summary>
    public required string Scheme { get; init; }

    /// <summary>Beneficiary as a person key, as when it started.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Category, as when it started.</summary>
    public required string Category { get; init; }

    /// <summary><c>male</c>, <c>female</c>, as when it started.</summary>
    public string? Sex { get; init; }

    /// <summary>Why: <c>died</c>, <c>moved</c>, <c>ineligible</c>, <c>suspended</c>, <c>expired</c>, <c>voided</c>.</summary>
    public required string Reason { get; init; }
}
