namespace AnSinh.Contracts.Events.Payments.V1;

/// <summary>
/// Payments of a run were confirmed as paid out, in one commune on one day (the envelope's area and day). One event for many payments: each
/// payment stands in the run's snapshot, which the service lists by run and commune.
/// </summary>
[EventType("ansinh.payments.v1.PaymentsConfirmed")]
public sealed record PaymentsConfirmed
{
    /// <summary>Benefit scheme, such as <c>merit.allowance</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Payment run, a UUID of the service.</summary>
    public required Guid Run { get; init; }

    /// <summary>The payments by category.</summary>
    public required IReadOnlyList<PaymentGroup> Groups { get; init; }
}

/// <summary>Payments that had been confirmed turned out not to have been made (returned by the bank or the post office): they are booked back.</summary>
[EventType("ansinh.payments.v1.PaymentsReversed")]
public sealed record PaymentsReversed
{
    /// <summary>Benefit scheme, as when they were confirmed.</summary>
    public required string Scheme { get; init; }

    /// <summary>Payment run, a UUID of the service.</summary>
    public required Guid Run { get; init; }

    /// <summary>The payments by category.</summary>
    public required IReadOnlyList<PaymentGroup> Groups { get; init; }
}

/// <summary>Payments of one category.</summary>
public sealed record PaymentGroup
{
    /// <summary>Category of the benefit schedule, as in <see cref="EntitlementStarted.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>Number of payments (lượt).</summary>
    public required long Payments { get; init; }

    /// <summary>Their sum in VND, back-pay included.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Who was paid, as person keys, one per payment; absent for schemes whose paid people are not counted.</summary>
    public IReadOnlyList<string>? PersonKeys { get; init; }
}

/// <summary>Somebody was found to have been paid too much (truy thu): this much is to be recovered.</summary>
[EventType("ansinh.payments.v1.OverpaymentAssessed")]
public sealed record OverpaymentAssessed
{
    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>To be recovered, in VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Why: <c>died</c>, <c>double_entitlement</c>, <c>level_reduced</c>, <c>fraud</c>, <c>other</c>.</summary>
    public required string Cause { get; init; }
}

/// <summary>Part of an overpayment was paid back.</summary>
[EventType("ansinh.payments.v1.OverpaymentRecovered")]
public sealed record OverpaymentRecovered
{
    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Received, in VND.</summary>
    public required long AmountVnd { get; init; }
}

/// <summary>Part of an overpayment is no longer claimed.</summary>
[EventType("ansinh.payments.v1.OverpaymentWaived")]
public sealed record OverpaymentWaived
{
    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Waived, in VND.</summary>
    public required long AmountVnd { get; init; }
}
