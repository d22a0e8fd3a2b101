using AnSinh.People;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>What a chunk of rows adds to the lists.</summary>
public sealed class EntryPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>People to register.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Entries to add, each with its programme.</summary>
    public List<(SupportEntry Entry, ProgrammeWithGroups Programme)> Entries { get; } = [];
}
