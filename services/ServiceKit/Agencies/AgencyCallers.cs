using System.Collections.Frozen;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.ServiceKit.Agencies;

/// <summary>
/// Tells which tokens are those of agencies, and what such a caller may do: what its section of <c>Agencies</c> grants and nothing
/// beyond. The token says who calls; where it names permissions or areas it can make the grant smaller, never larger, and its roles
/// count for nothing.
/// </summary>
/// <param name="table">The agencies.</param>
/// <param name="roles">What each role may do.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class AgencyCallers(AgencyTable table, RoleTable roles, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Reads the agency that a token names.</summary>
    /// <param name="claims">Claims of a token that holds.</param>
    /// <param name="shown">Certificate that the connection showed, its authority checked; null when it showed none.</param>
    /// <returns>The caller, or null when the token is an official's or a service's of the platform.</returns>
    /// <exception cref="Refusal">
    /// PERMISSION_DENIED <c>agency.not_registered</c>: a machine's token of a client that is not listed. UNAUTHENTICATED
    /// <c>agency.certificate_missing</c>, <c>agency.certificate_wrong</c>: the connection does not show the agency's certificate.
    /// </exception>
    public Caller? Find(ClaimsPrincipal claims, X509Certificate2? shown)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if ((claims.FindFirst("client_id") ?? claims.FindFirst("azp"))?.Value is not { Length: > 0 } client)
        {
            return null;
        }

        if (table.Find(client) is not { } agency)
        {
            return IsMachine(claims, client) && !TokenClaims.Values(claims, "roles").Contains(RoleTable.ServiceRole)
                ? throw new Refusal(RefusalKind.Denied, "agency.not_registered", $"Ứng dụng “{client}” chưa được đăng ký trong danh sách cơ quan được gọi hệ thống.")
                {
                    Metadata = new Dictionary<string, string> { ["client_id"] = client },
                }
                : null;
        }

        RequireCertificate(agency, shown);
        return CallerOf(agency, claims);
    }

    // RFC 9068: the subject of a client that calls for itself is the client. Keycloak, Entra ID and Auth0 have signs of their own.
    static bool IsMachine(ClaimsPrincipal claims, string client) =>
        claims.HasClaim("sub", client) || claims.HasClaim("preferred_username", $"service-account-{client}")
        || claims.HasClaim("idtyp", "app") || claims.HasClaim("gty", "client-credentials");

    static void RequireCertificate(Agency agency, X509Certificate2? shown)
    {
        if (!agency.NeedsCertificate)
        {
            return;
        }

        if (shown is null)
        {
            throw Refusal.Unauthenticated(
                "agency.certificate_missing", "Kết nối không kèm chứng thư của cơ quan; mã truy cập này chỉ dùng được cùng chứng thư đã đăng ký.");
        }

        if (!agency.Owns(shown))
        {
            throw Refusal.Unauthenticated(
                "agency.certificate_wrong", "Chứng thư của kết nối không phải chứng thư đã đăng ký của cơ quan này; mã truy cập chỉ dùng được cùng chứng thư đó.");
        }
    }

    Caller CallerOf(Agency agency, ClaimsPrincipal claims)
    {
        var granted = agency.Permissions.Concat(roles.PermissionsOf(agency.Roles));
        var named = TokenClaims.Values(claims, "permissions").ToList();
        var area = AreaScope.Of(agency.Areas);
        var namedAreas = TokenClaims.Values(claims, "areas").ToList();
        return new Caller
        {
            Subject = $"agency:{agency.ClientId}",
            AgencyId = agency.ClientId,
            Permissions = (named.Count == 0 ? granted : granted.Intersect(named)).ToFrozenSet(StringComparer.Ordinal),
            Areas = namedAreas.Count == 0 ? area : area.And(AreaScope.Of(namedAreas), areas, VietnamDay.Today(time)),
        };
    }
}
