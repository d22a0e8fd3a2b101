using System.Collections.Frozen;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using AnSinh.ServiceKit.Agencies;
using AnSinh.ServiceKit.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Reads the caller from a request's bearer token.</summary>
/// <param name="roles">What each role may do.</param>
/// <param name="agencies">What agencies may do.</param>
public sealed class CallerTokens(RoleTable roles, AgencyCallers agencies)
{
    /// <summary>Checks the token of a request and says who it names.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The caller with the permissions of the token (claims <c>permissions</c>, <c>scope</c>) and of its <c>roles</c>, and its <c>areas</c>; an agency with what its section grants.</returns>
    /// <exception cref="Refusal">UNAUTHENTICATED <c>token.missing</c>, <c>token.expired</c> or <c>token.invalid</c>; an agency's are at <see cref="AgencyCallers.Find"/>.</exception>
    public async Task<Caller> ReadAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Principal is { } principal)
        {
            return CallerOf(principal, http.Connection.ClientCertificate);
        }

        throw result.Failure switch
        {
            null => Refusal.Unauthenticated("token.missing", "Yêu cầu không kèm mã truy cập (Authorization: Bearer …)."),
            SecurityTokenExpiredException => Refusal.Unauthenticated("token.expired", "Mã truy cập đã hết hạn; hãy đăng nhập lại."),
            _ => Invalid(),
        };
    }

    Caller CallerOf(ClaimsPrincipal principal, X509Certificate2? shown)
    {
        if (principal.FindFirst("sub")?.Value is not { Length: > 0 } subject)
        {
            throw Invalid();
        }

        if (agencies.Find(principal, shown) is { } agency)
        {
            return agency;
        }

        var named = TokenClaims.Values(principal, "roles").ToList();
        return new Caller
        {
            Subject = subject,
            IsPlatformService = named.Contains(RoleTable.ServiceRole),
            Permissions = TokenClaims.Values(principal, "permissions").Concat(TokenClaims.Values(principal, "scope"))
                .Concat(roles.PermissionsOf(named))
                .ToFrozenSet(StringComparer.Ordinal),
            Areas = AreaScope.Of(TokenClaims.Values(principal, "areas")),
        };
    }

    static Refusal Invalid() => Refusal.Unauthenticated("token.invalid", "Mã truy cập không hợp lệ.");
}
