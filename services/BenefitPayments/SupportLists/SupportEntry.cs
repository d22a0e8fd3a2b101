using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Where an entry stands; the numbers of ansinh.support.v1.SupportEntryState.</summary>
public enum SupportEntryState
{
    /// <summary>On the commune's list.</summary>
    Declared = 1,

    /// <summary>Found right by the district.</summary>
    Appraised = 2,

    /// <summary>Approved by the province.</summary>
    Approved = 3,

    /// <summary>Paid, or handed over.</summary>
    Delivered = 4,

    /// <summary>Could not be delivered; may be delivered later.</summary>
    Undelivered = 5,

    /// <summary>Refused before approval.</summary>
    Refused = 6,

    /// <summary>Struck off after approval.</summary>
    Revoked = 7,
}

/// <summary>One line of a support list: who receives how much.</summary>
public sealed class SupportEntry : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of programme and recipient; unique: one recipient stands on a programme's lists once.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }

    /// <summary>Group of the programme.</summary>
    public required string GroupCode { get; init; }

    /// <summary>Person, or the person who stands for a household; null for a business.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Person key of that person; empty for a business.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Name of the business; empty for a person.</summary>
    public required string BusinessName { get; init; }

    /// <summary>Tax code of the business; empty when it has none, and for a person.</summary>
    public required string TaxCode { get; init; }

    /// <summary>Amount in VND.</summary>
    public long AmountVnd { get; init; }

    /// <summary>Commune whose list it stands on.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day of declaration; the commune bore its code then.</summary>
    public DateOnly DeclaredOn { get; init; }

    /// <summary>Account that declared it.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>Where it stands.</summary>
    public SupportEntryState State { get; set; }

    /// <summary>Decision that approved it; empty before.</summary>
    public required string DecisionNo { get; set; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Account that approved it, or took the paper over; empty before.</summary>
    public required string ApprovedBy { get; set; }

    /// <summary>Day of delivery, or of the return.</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>Why refused, revoked or not delivered; empty otherwise.</summary>
    public required string Reason { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Natural key of a person's entry.</summary>
    public static byte[] KeyOf(Guid programme, Guid person) => SHA256.HashData(Encoding.ASCII.GetBytes($"p\n{programme:N}\n{person:N}"));

    /// <summary>Natural key of a business's entry: by tax code, else by name and commune.</summary>
    public static byte[] KeyOf(Guid programme, string nameKey, string taxCode, string areaCode) => SHA256.HashData(
        Encoding.UTF8.GetBytes(taxCode.Length > 0 ? $"t\n{programme:N}\n{taxCode}" : $"b\n{programme:N}\n{nameKey}\n{areaCode}"));
}
