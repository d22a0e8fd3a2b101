using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Employment.Unemployment;

/// <summary>How far a claim is; stored by number, the numbers of ansinh.employment.v1.ClaimState.</summary>
public enum ClaimState
{
    /// <summary>Đã tiếp nhận.</summary>
    Received = 1,

    /// <summary>Đã có quyết định hưởng.</summary>
    Granted = 2,

    /// <summary>Đã từ chối.</summary>
    Refused = 3,

    /// <summary>Quyết định đã bị hủy.</summary>
    Revoked = 4,
}

/// <summary>A claim for unemployment benefit (hồ sơ đề nghị hưởng trợ cấp thất nghiệp).</summary>
public sealed class UnemploymentClaim : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of who and the day of filing; unique, so that the same paper is recorded once.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>Commune of residence, as it was on the day of filing.</summary>
    public required string AreaCode { get; init; }

    /// <inheritdoc cref="ClaimFacts.FiledOn"/>
    public DateOnly FiledOn { get; init; }

    /// <inheritdoc cref="ClaimFacts.ContractEndedOn"/>
    public DateOnly ContractEndedOn { get; init; }

    /// <inheritdoc cref="ClaimFacts.ContractMonths"/>
    public int ContractMonths { get; init; }

    /// <inheritdoc cref="ClaimFacts.PaidMonths"/>
    public int PaidMonths { get; init; }

    /// <inheritdoc cref="ClaimFacts.RecentPaidMonths"/>
    public int RecentPaidMonths { get; init; }

    /// <inheritdoc cref="ClaimFacts.LastPaidMonth"/>
    public DateOnly LastPaidMonth { get; init; }

    /// <inheritdoc cref="ClaimFacts.AverageWageVnd"/>
    public long AverageWageVnd { get; init; }

    /// <inheritdoc cref="ClaimFacts.WageScheme"/>
    public WageScheme WageScheme { get; init; }

    /// <inheritdoc cref="ClaimFacts.WageRegion"/>
    public int WageRegion { get; init; }

    /// <inheritdoc cref="ClaimFacts.LeftUnlawfully"/>
    public bool LeftUnlawfully { get; init; }

    /// <inheritdoc cref="ClaimFacts.Pension"/>
    public bool Pension { get; init; }

    /// <inheritdoc cref="ClaimFacts.FoundWork"/>
    public bool FoundWork { get; init; }

    /// <summary>How far it is.</summary>
    public ClaimState State { get; set; }

    /// <summary>Account that received it.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>Account that decided it; null before, and for decisions imported from paper.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Number of the decision; null before it.</summary>
    public string? DecisionNumber { get; set; }

    /// <summary>Day of the decision; null before it.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Monthly benefit decided, in VND; null before the decision, 0 when refused.</summary>
    public long? MonthlyVnd { get; set; }

    /// <summary>Months decided; null before the decision, 0 when refused.</summary>
    public int? Months { get; set; }

    /// <summary>Why the decision was revoked; null unless revoked.</summary>
    public string? RevokedBecause { get; set; }

    /// <summary>The benefit in payment; null before it is granted, and for decisions whose benefit this service does not pay.</summary>
    public Guid? EntitlementId { get; set; }

    /// <summary>Event that told of the decision; null before.</summary>
    public Guid? ToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>What the law looks at.</summary>
    public ClaimFacts Facts => new()
    {
        FiledOn = FiledOn,
        ContractEndedOn = ContractEndedOn,
        ContractMonths = ContractMonths,
        PaidMonths = PaidMonths,
        RecentPaidMonths = RecentPaidMonths,
        LastPaidMonth = LastPaidMonth,
        AverageWageVnd = AverageWageVnd,
        WageScheme = WageScheme,
        WageRegion = WageRegion,
        LeftUnlawfully = LeftUnlawfully,
        Pension = Pension,
        FoundWork = FoundWork,
    };

    /// <summary>Makes a claim that was received and not decided yet.</summary>
    public static UnemploymentClaim Of(ClaimFacts facts, Guid id, byte[] naturalKey, Guid workerId, string areaCode, string receivedBy, DateTimeOffset now) => new()
    {
        Id = id,
        NaturalKey = naturalKey,
        WorkerId = workerId,
        AreaCode = areaCode,
        FiledOn = facts.FiledOn,
        ContractEndedOn = facts.ContractEndedOn,
        ContractMonths = facts.ContractMonths,
        PaidMonths = facts.PaidMonths,
        RecentPaidMonths = facts.RecentPaidMonths,
        LastPaidMonth = facts.LastPaidMonth,
        AverageWageVnd = facts.AverageWageVnd,
        WageScheme = facts.WageScheme,
        WageRegion = facts.WageRegion,
        LeftUnlawfully = facts.LeftUnlawfully,
        Pension = facts.Pension,
        FoundWork = facts.FoundWork,
        State = ClaimState.Received,
        ReceivedBy = receivedBy,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Takes a decision.</summary>
    public void Decide(BenefitAssessment given, string number, DateOnly on, string? by, DateTimeOffset now)
    {
        State = given.IsEligible ? ClaimState.Granted : ClaimState.Refused;
        DecisionNumber = number;
        DecidedOn = on;
        DecidedBy = by;
        MonthlyVnd = given.MonthlyVnd;
        Months = given.Months;
        UpdatedAt = now;
    }
}
