using AnSinh.BenefitPayments.Entitlements;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>What became of a payment; stored by number.</summary>
public enum PaymentLineState
{
    /// <summary>No return yet.</summary>
    Open = 1,

    /// <summary>Paid as listed.</summary>
    Matched = 2,

    /// <summary>Not paid: due again.</summary>
    Unpaid = 3,

    /// <summary>The payer reports another amount: open until resolved.</summary>
    AmountDiffers = 4,

    /// <summary>Paid as listed to somebody who had died before the month.</summary>
    DeadAfterPayment = 5,

    /// <summary>Came back: due again.</summary>
    Returned = 6,
}

/// <summary>One payment of a run: a snapshot, written once. Only what became of it changes. Key: run and number.</summary>
public sealed class PaymentLine
{
    /// <summary>Run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Number within the run, from 1.</summary>
    public required int LineNo { get; init; }

    /// <summary>Entitlement.</summary>
    public required Guid EntitlementId { get; init; }

    /// <summary>Beneficiary's key in events.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Beneficiary, masked.</summary>
    public required string Payee { get; init; }

    /// <summary>Commune as of the run's month.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>Coarse category of the figures.</summary>
    public required string ReportCategory { get; init; }

    /// <summary>First month paid, yyyymm.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Last month paid, yyyymm.</summary>
    public required int LastMonth { get; init; }

    /// <summary>Months that it pays something for.</summary>
    public required int Months { get; init; }

    /// <summary>What the entitlement's last settled month was before; restored when the run is given up.</summary>
    public required int SettledBefore { get; init; }

    /// <summary>VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Back-pay within it, in VND.</summary>
    public required long BackPayVnd { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentChannel Channel { get; init; }

    /// <summary>Account, encrypted; null for cash.</summary>
    public byte[]? SealedAccount { get; init; }

    /// <summary>What became of it.</summary>
    public PaymentLineState State { get; set; } = PaymentLineState.Open;

    /// <summary>Day of payment; null until then.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>Amount reported, where it differs; null otherwise.</summary>
    public long? ReportedVnd { get; set; }

    /// <summary>Reason of the payer or of an officer; null for none.</summary>
    public string? Reason { get; set; }
}

/// <summary>What a line pays for one month, kept so that later differences are exact. Key: run, number and month.</summary>
public sealed class PaymentMonth
{
    /// <summary>Run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Number of the line.</summary>
    public required int LineNo { get; init; }

    /// <summary>Month, yyyymm.</summary>
    public required int Month { get; init; }

    /// <summary>Entitlement.</summary>
    public required Guid EntitlementId { get; init; }

    /// <summary>VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Whether it counts: false once the payment did not happen or came back.</summary>
    public bool Counts { get; set; } = true;
}
