using System.Security.Claims;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Reads claims that hold several values.</summary>
static class TokenClaims
{
    /// <summary>The values of a claim: an array becomes one claim per element; a string holds its values separated by spaces (RFC 8693, scope).</summary>
    public static IEnumerable<string> Values(ClaimsPrincipal principal, string claim) =>
        principal.FindAll(claim).SelectMany(found => found.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
