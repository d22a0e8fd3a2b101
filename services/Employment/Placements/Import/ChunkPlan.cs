using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements.Import;

/// <summary>What a chunk of rows will change, and what is said about each row.</summary>
public sealed class ChunkPlan : IChunkPlan
{
    /// <summary>Workers to register.</summary>
    public List<Worker> Workers { get; } = [];

    /// <summary>Employers to register.</summary>
    public List<Employer> Employers { get; } = [];

    /// <summary>Placements to record, each with its worker.</summary>
    public List<(Placement Placement, PersonOfPlacement Person)> Placements { get; } = [];

    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();
}

/// <summary>What events need to know of a worker.</summary>
/// <param name="Id">Worker.</param>
/// <param name="PersonKey">Person key.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Birth">Date of birth; null when not known.</param>
public sealed record PersonOfPlacement(Guid Id, string PersonKey, Sex Sex, PartialDate? Birth);
