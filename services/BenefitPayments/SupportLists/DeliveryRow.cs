using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>A row of an import of deliveries, checked.</summary>
public sealed record DeliveryRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Entry, when named; else it is found by programme and recipient.</summary>
    public Guid? Entry { get; init; }

    /// <summary>Programme.</summary>
    public Guid Programme { get; init; }

    /// <summary>The person who received; null for a business or a named entry.</summary>
    public PersonDraft? Person { get; init; }

    /// <summary>The business that received; null for a person or a named entry.</summary>
    public BusinessDraft? Business { get; init; }

    /// <summary>Commune of the entry.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>Amount in VND.</summary>
    public long AmountVnd { get; init; }

    /// <summary>Day of delivery, or of the return.</summary>
    public DateOnly DeliveredOn { get; init; }

    /// <summary>Why it could not be delivered; empty when it was.</summary>
    public string ReturnReason { get; init; } = "";

    /// <summary>What the entry becomes.</summary>
    public SupportEntryState Outcome => ReturnReason.Length > 0 ? SupportEntryState.Undelivered : SupportEntryState.Delivered;
}

/// <summary>What a chunk of deliveries changes.</summary>
public sealed class DeliveryPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>Entries that change, each with its row and programme.</summary>
    public List<(SupportEntry Entry, DeliveryRow Row, ProgrammeWithGroups Programme)> Changes { get; } = [];
}
