using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Where a run stands; stored by number.</summary>
public enum PaymentRunState
{
    /// <summary>Prepared; lines may be added.</summary>
    Draft = 1,

    /// <summary>Its lines can no longer change.</summary>
    Locked = 2,

    /// <summary>Approved by as many as its sum needs.</summary>
    Approved = 3,

    /// <summary>Handed to the payers.</summary>
    Sent = 4,

    /// <summary>Every line has a final state.</summary>
    Reconciled = 5,

    /// <summary>Finished.</summary>
    Closed = 6,

    /// <summary>Given up before approval.</summary>
    Cancelled = 7,
}

/// <summary>A payment run of a scheme, an area and a month.</summary>
public sealed class PaymentRun : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Province, district or commune.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Month that it pays, yyyymm.</summary>
    public required int Month { get; init; }

    /// <summary>Where it stands.</summary>
    public PaymentRunState State { get; set; } = PaymentRunState.Draft;

    /// <summary>Payments.</summary>
    public int Lines { get; set; }

    /// <summary>Their sum in VND.</summary>
    public long AmountVnd { get; set; }

    /// <summary>Back-pay within the sum, in VND.</summary>
    public long BackPayVnd { get; set; }

    /// <summary>Entitlements left out because a higher one excludes them.</summary>
    public int LeftOut { get; set; }

    /// <summary>What months settled before were paid above the levels of today, in VND; never deducted.</summary>
    public long OverpaidVnd { get; set; }

    /// <summary>Payments made and not returned.</summary>
    public int PaidLines { get; set; }

    /// <summary>Their sum in VND.</summary>
    public long PaidVnd { get; set; }

    /// <summary>Payments not made, or returned.</summary>
    public int UnpaidLines { get; set; }

    /// <summary>Approvals that its sum needs; set when it is locked.</summary>
    public int ApprovalsRequired { get; set; } = 1;

    /// <summary>Who prepared it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>Who approved it first; null until then.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>Who approved it second; null unless needed and done.</summary>
    public string? SecondApprovedBy { get; set; }

    /// <summary>Why it was cancelled; empty otherwise.</summary>
    public string CancelReason { get; set; } = "";

    /// <summary>When it was prepared, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Payments without a final state.</summary>
    public int OpenLines => Lines - PaidLines - UnpaidLines;
}

/// <summary>Sum of a run from which it needs more than one approval, from a day on.</summary>
public sealed class ApprovalThreshold
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>First day that it applies to.</summary>
    public required DateOnly AppliedFrom { get; init; }

    /// <summary>Sum in VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>Approvals, 1 or 2.</summary>
    public required int Approvals { get; init; }

    /// <summary>Document.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Who set it.</summary>
    public required string EnteredBy { get; init; }
}
