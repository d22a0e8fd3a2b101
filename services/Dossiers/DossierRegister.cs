using AnSinh.Dossiers.Deadlines;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Dossiers;

/// <summary>What a service says of its register of dossiers.</summary>
public sealed record DossierRegister
{
    /// <summary>Code in events, such as <c>merit</c>; at most 20 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Categories by code, with their names in Vietnamese.</summary>
    public required IReadOnlyDictionary<string, string> Categories { get; init; }

    /// <summary>Deadlines that come with the service; those added later stand in the database.</summary>
    public required IReadOnlyList<DossierDeadline> Deadlines { get; init; }

    /// <summary>Permission to see citizen numbers whole, such as <c>merit.persons.read_identity</c>.</summary>
    public required string ReadIdentity { get; init; }
}

/// <summary>The register that a service's database holds; several services may share a process.</summary>
/// <param name="Value">The register.</param>
public sealed record RegisterOf<TDb>(DossierRegister Value)
    where TDb : ServiceDb;
