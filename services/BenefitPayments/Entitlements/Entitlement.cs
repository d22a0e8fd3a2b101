using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Whether an entitlement is in payment; stored by number.</summary>
public enum EntitlementState
{
    /// <summary>In payment.</summary>
    Active = 1,

    /// <summary>Not paid from a month on, may be resumed.</summary>
    Suspended = 2,

    /// <summary>Ended.</summary>
    Stopped = 3,
}

/// <summary>How a benefit reaches the beneficiary; stored by number.</summary>
public enum PaymentChannel
{
    /// <summary>Cash at the post office.</summary>
    PostCash = 1,

    /// <summary>Cash at the commune.</summary>
    CommuneCash = 2,

    /// <summary>Bank account.</summary>
    Bank = 3,

    /// <summary>Electronic wallet.</summary>
    EWallet = 4,

    /// <summary>Social-security account on VNeID.</summary>
    VNeId = 5,
}

/// <summary>A person's right to a monthly benefit. Months are numbers yyyymm.</summary>
public sealed class Entitlement : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of scheme, person, category and first month; unique, so that the same paper is recorded once.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Beneficiary.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Commune of payment.</summary>
    public required string AreaCode { get; set; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; set; }

    /// <summary>Category of the schedule.</summary>
    public required string Category { get; init; }

    /// <summary>Coarse category of the figures.</summary>
    public required string ReportCategory { get; init; }

    /// <summary>Multiplier in thousandths.</summary>
    public required int Multiplier { get; init; }

    /// <summary>VND a month; null for a level of the schedule.</summary>
    public long? FixedAmountVnd { get; init; }

    /// <summary>First month of the right.</summary>
    public required int StartMonth { get; init; }

    /// <summary>Last month of the right; null while open.</summary>
    public int? EndMonth { get; set; }

    /// <summary>First month that this service pays (next, after a suspension).</summary>
    public required int PayableFrom { get; set; }

    /// <summary>Last month that a run settled; the month before <see cref="PayableFrom"/> at first.</summary>
    public required int SettledThrough { get; set; }

    /// <summary>When the settled months were last compared with the levels, UTC; null when they must be: a payment came back, or a run was given up.</summary>
    public DateTimeOffset? ComparedAt { get; set; }

    /// <summary>First month without payment; null unless suspended.</summary>
    public int? SuspendedFrom { get; set; }

    /// <summary>Whether it is in payment.</summary>
    public EntitlementState State { get; set; }

    /// <summary>How it is paid.</summary>
    public PaymentChannel Channel { get; set; }

    /// <summary>Account, encrypted; null for cash.</summary>
    public byte[]? SealedAccount { get; set; }

    /// <summary>Decision that grants it.</summary>
    public required string DecisionNo { get; init; }

    /// <summary>Why it was changed last; empty at first.</summary>
    public required string Reason { get; set; }

    /// <summary>Event that told of it last, which the next must follow.</summary>
    public Guid ToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What an entitlement says, checked.</summary>
public sealed record EntitlementDraft
{
    /// <summary>Commune of payment.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code: the first that this service pays for.</summary>
    public required DateOnly AreaOn { get; init; }

    /// <summary>What is paid.</summary>
    public required LevelDraft Level { get; init; }

    /// <summary>First month of the right.</summary>
    public required int StartMonth { get; init; }

    /// <summary>Last month; null while open.</summary>
    public int? EndMonth { get; init; }

    /// <summary>First month that this service pays.</summary>
    public required int PayableFrom { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentChannel Channel { get; init; }

    /// <summary>Account; null for cash.</summary>
    public string? Account { get; init; }

    /// <summary>Decision.</summary>
    public required string DecisionNo { get; init; }
}

/// <summary>What an entitlement pays: a category with its multiplier, or a fixed amount.</summary>
/// <param name="Category">Category.</param>
/// <param name="Multiplier">Multiplier in thousandths.</param>
/// <param name="FixedAmountVnd">VND a month; null for a level of the schedule.</param>
public sealed record LevelDraft(string Category, int Multiplier, long? FixedAmountVnd)
{
    /// <summary>Coarse category of a fixed amount: what stands before the first dot, at most 20 characters.</summary>
    public string FixedReportCategory => Category.Split('.', 2)[0] is var head && head.Length <= 20 ? head : head[..20];
}
