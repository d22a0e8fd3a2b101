using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>Whose house; stored by number.</summary>
public enum HousingBeneficiary
{
    /// <summary>Of a meritorious person.</summary>
    Merit = 1,

    /// <summary>Of a poor household.</summary>
    PoorHousehold = 2,
}

/// <summary>Work done; stored by number.</summary>
public enum HousingWork
{
    /// <summary>Built anew.</summary>
    Build = 1,

    /// <summary>Repaired.</summary>
    Repair = 2,
}

/// <summary>Where a house stands; stored by number.</summary>
public enum HousingState
{
    /// <summary>Work goes on.</summary>
    Started = 1,

    /// <summary>Finished: it counts.</summary>
    Completed = 2,

    /// <summary>Should not have been recorded.</summary>
    Voided = 3,
}

/// <summary>A house that is built or repaired with support.</summary>
public sealed class HousingSupport : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of person, beneficiary, work and first day; unique, so that the same paper is recorded once.</summary>
    public required byte[] NaturalKey { get; set; }

    /// <summary>Whose house.</summary>
    public HousingBeneficiary Beneficiary { get; init; }

    /// <summary>Whose house it is; for a household, one of its people.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Commune of the house, as it was on <see cref="StartedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Source of the money, at most 60 characters.</summary>
    public required string Fund { get; init; }

    /// <summary>Work done.</summary>
    public HousingWork Work { get; init; }

    /// <summary>Support in VND.</summary>
    public long AmountVnd { get; init; }

    /// <summary>Day on which work began.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Day on which it was finished; null while work goes on.</summary>
    public DateOnly? CompletedOn { get; set; }

    /// <summary>Where it stands.</summary>
    public HousingState State { get; set; }

    /// <summary>Why it was voided; empty otherwise.</summary>
    public required string Reason { get; set; }

    /// <summary>Event that told of its completion; null before.</summary>
    public Guid? ToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Natural key of a house.</summary>
    public static byte[] KeyOf(Guid person, HousingDraft draft) => SHA256.HashData(Encoding.ASCII.GetBytes(
        $"h\n{person:N}\n{(int)draft.Beneficiary}\n{(int)draft.Work}\n{PartialDate.Of(draft.StartedOn).Number}"));
}

/// <summary>A house as sent, checked.</summary>
public sealed record HousingDraft
{
    /// <summary>Whose house.</summary>
    public HousingBeneficiary Beneficiary { get; init; }

    /// <summary>Whose house it is.</summary>
    public required AnSinh.People.PersonDraft Person { get; init; }

    /// <summary>Commune of the house.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Source of the money.</summary>
    public required string Fund { get; init; }

    /// <summary>Work done.</summary>
    public HousingWork Work { get; init; }

    /// <summary>Support in VND.</summary>
    public long AmountVnd { get; init; }

    /// <summary>Day on which work began.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Day on which it was finished; null while work goes on.</summary>
    public DateOnly? CompletedOn { get; init; }
}
