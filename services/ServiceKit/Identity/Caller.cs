using System.Collections.Frozen;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Who is calling: a person's account, another agency's system, another service, or this process itself.</summary>
public sealed class Caller
{
    /// <summary>Subject of the token (claim <c>sub</c>), or <c>agency:client</c> for an agency, <c>service:name</c> for the process itself.</summary>
    public required string Subject { get; init; }

    /// <summary>What the caller may do, from the token and from its roles.</summary>
    public IReadOnlySet<string> Permissions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Where the caller may do it.</summary>
    public required AreaScope Areas { get; init; }

    /// <summary>Whether it is this process itself, which needs no permission.</summary>
    public bool IsInternal { get; private init; }

    /// <summary>Client id of the agency that calls; null for everybody else.</summary>
    public string? AgencyId { get; init; }

    /// <summary>Whether it is a service of the platform (<see cref="RoleTable.ServiceRole"/>).</summary>
    public bool IsPlatformService { get; init; }

    /// <summary>Whether the caller has a permission.</summary>
    /// <param name="permission">Permission, such as <c>employment.workers.read_identity</c>.</param>
    public bool May(string permission) => IsInternal || Permissions.Contains(permission);

    /// <summary>The process itself, at work in the background: every permission, all areas.</summary>
    /// <param name="name">What is at work, such as <c>relay</c>.</param>
    public static Caller Service(string name) => new() { Subject = $"service:{name}", Areas = AreaScope.All, IsInternal = true };
}
