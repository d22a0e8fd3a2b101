using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>A household business or enterprise as sent, checked.</summary>
/// <param name="Name">Name, tidy.</param>
/// <param name="TaxCode">Tax code; empty when it has none.</param>
public sealed record BusinessDraft(string Name, string TaxCode);

/// <summary>A row of an import of entries, checked.</summary>
public sealed record EntryRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Programme.</summary>
    public Guid Programme { get; init; }

    /// <summary>Group of the programme.</summary>
    public string Group { get; init; } = "";

    /// <summary>The person who receives, or stands for a household; null for a business, as in a refused row.</summary>
    public PersonDraft? Person { get; init; }

    /// <summary>The business that receives; null for a person.</summary>
    public BusinessDraft? Business { get; init; }

    /// <summary>Amount in VND.</summary>
    public long AmountVnd { get; init; }

    /// <summary>Commune.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>Day of declaration.</summary>
    public DateOnly DeclaredOn { get; init; }

    /// <summary>Decision that approved it on paper; empty for a declared entry.</summary>
    public string DecisionNo { get; init; } = "";

    /// <summary>Day of that decision.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Natural key, once the recipient is known.</summary>
    /// <param name="personId">The person's key.</param>
    public byte[] KeyOf(Guid? personId) => personId is { } id
        ? SupportEntry.KeyOf(Programme, id)
        : SupportEntry.KeyOf(Programme, PersonName.Key(Business!.Name), Business.TaxCode, AreaCode);
}
