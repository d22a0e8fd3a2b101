using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Identity;

/// <summary>One module's saying what a role may do.</summary>
/// <param name="Role">Name of the role, as tokens carry it.</param>
/// <param name="Permissions">Permissions of the role.</param>
public sealed record RoleGrant(string Role, IReadOnlyList<string> Permissions);

/// <summary>
/// What each role may do. Modules add the roles that they know; <c>Identity:Roles:NAME:[...]</c> adds a role, or replaces everything that
/// the modules gave to a role of that name.
/// </summary>
public sealed class RoleTable
{
    /// <summary>The role that the services of the platform carry when they call each other.</summary>
    public const string ServiceRole = "platform-service";

    readonly Dictionary<string, HashSet<string>> permissions = new(StringComparer.Ordinal)
    {
        [ServiceRole] = ["events.read"],
    };

    /// <summary>Makes the table.</summary>
    /// <param name="grants">What the modules say; several grants of one role add up.</param>
    /// <param name="configuration">Configuration with the section <c>Identity:Roles</c>.</param>
    public RoleTable(IEnumerable<RoleGrant> grants, IConfiguration configuration)
    {
        foreach (var grant in grants)
        {
            if (!permissions.TryGetValue(grant.Role, out var granted))
            {
                permissions[grant.Role] = granted = [];
            }

            granted.UnionWith(grant.Permissions);
        }

        foreach (var role in configuration.GetSection("Identity:Roles").GetChildren())
        {
            permissions[role.Key] = [.. role.GetChildren().Select(entry => entry.Value).OfType<string>().Where(value => value.Length > 0)];
        }
    }

    /// <summary>Names of the roles, sorted.</summary>
    public IReadOnlyList<string> Roles => [.. permissions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a caller with these roles may do. Unknown roles give nothing.</summary>
    /// <param name="roles">Names of roles.</param>
    public IReadOnlySet<string> PermissionsOf(IEnumerable<string> roles) =>
        roles.SelectMany(role => permissions.GetValueOrDefault(role) ?? []).ToHashSet(StringComparer.Ordinal);
}
