using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.ChildProtection.Children.Import;

/// <summary>A row of an import, checked: a child in one circumstance.</summary>
sealed class ChildImportRow : ICheckedRow
{
    /// <inheritdoc/>
    public required long Line { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>Who; null when refused, as the member below.</summary>
    public PersonDraft? Person { get; init; }

    public CircumstanceDraft? Circumstance { get; init; }

    /// <summary>Support that comes with it; null for none.</summary>
    public SupportDraft? Support { get; init; }
}

/// <summary>What a chunk of rows will change.</summary>
sealed class ChildImportPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>New people.</summary>
    public List<Person> People { get; } = [];

    /// <summary>New records.</summary>
    public List<Child> Children { get; } = [];

    /// <summary>Records that were there and get more.</summary>
    public HashSet<Guid> Changed { get; } = [];

    public List<(ChildCircumstance One, Person Person)> Circumstances { get; } = [];

    public List<(ChildSupport One, Person Person)> Supports { get; } = [];
}
