using System.Collections.Frozen;
using System.Security.Claims;
using AnSinh.ServiceKit.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Reads the caller from a request's bearer token.</summary>
/// <param name="roles">What each role may do.</param>
public sealed class CallerTokens(RoleTable roles)
{
    /// <summary>Checks the token of a request and says who it names.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The caller with the permissions of the token (claims <c>permissions</c>, <c>scope</c>) and of its <c>roles</c>, and its <c>areas</c>.</returns>
    /// <exception cref="Refusal">UNAUTHENTICATED <c>token.missing</c>, <c>token.expired</c> or <c>token.invalid</c>.</exception>
    public async Task<Caller> ReadAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Principal is { } principal)
        {
            return CallerOf(principal);
        }

        throw result.Failure switch
        {
            null => Refusal.Unauthenticated("token.missing", "Yêu cầu không kèm mã truy cập (Authorization: Bearer …)."),
            SecurityTokenExpiredException => Refusal.Unauthenticated("token.expired", "Mã truy cập đã hết hạn; hãy đăng nhập lại."),
            _ => Invalid(),
        };
    }

    Caller CallerOf(ClaimsPrincipal principal)
    {
        if (principal.FindFirst("sub")?.Value is not { Length: > 0 } subject)
        {
            throw Invalid();
        }

        return new Caller
        {
            Subject = subject,
            Permissions = ValuesOf(principal, "permissions").Concat(ValuesOf(principal, "scope"))
                .Concat(roles.PermissionsOf(ValuesOf(principal, "roles")))
                .ToFrozenSet(StringComparer.Ordinal),
            Areas = AreaScope.Of(ValuesOf(principal, "areas")),
        };
    }

    // An array becomes one claim per element; a string holds its values separated by spaces (RFC 8693, scope).
    static IEnumerable<string> ValuesOf(ClaimsPrincipal principal, string claim) =>
        principal.FindAll(claim).SelectMany(found => found.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static Refusal Invalid() => Refusal.Unauthenticated("token.invalid", "Mã truy cập không hợp lệ.");
}
