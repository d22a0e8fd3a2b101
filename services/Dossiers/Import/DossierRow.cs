using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;

namespace AnSinh.Dossiers.Import;

/// <summary>One row of an import, checked.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Draft">The dossier; null when refused.</param>
/// <param name="Violations">Why refused; empty for a good one.</param>
public sealed record DossierRow(long Line, DossierDraft? Draft, IReadOnlyList<Violation> Violations) : ICheckedRow;

/// <summary>What a chunk of rows will change.</summary>
public sealed class DossierChunk : IChunkPlan
{
    /// <summary>People to register.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Dossiers to take over.</summary>
    public List<Dossier> Dossiers { get; } = [];

    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();
}
