using AnSinh.ServiceKit.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Issues tokens where there is no identity provider: the all-in-one on somebody's desk, and tests. Its key is random, made on the first
/// start, readable by its owner only; whoever can read it can be anybody.
/// </summary>
public sealed class DevelopmentIssuer
{
    /// <summary>The issuer in its tokens.</summary>
    public const string Issuer = "ansinh-development";

    /// <summary>The audience in its tokens.</summary>
    public const string Audience = "ansinh";

    readonly TimeProvider time;
    readonly SigningCredentials credentials;

    DevelopmentIssuer(SecretKey secret, TimeProvider time)
    {
        this.time = time;
        Key = new SymmetricSecurityKey(secret.Bytes) { KeyId = secret.Id };
        credentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256);
    }

    /// <summary>The key that signs and that checks.</summary>
    internal SymmetricSecurityKey Key { get; }

    /// <summary>Opens the issuer of a data directory (<c>keys/dev-issuer.json</c>), making its key when there is none.</summary>
    /// <param name="paths">Where the data are.</param>
    /// <param name="time">Clock.</param>
    public static DevelopmentIssuer Open(HostPaths paths, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new DevelopmentIssuer(KeyFile.ReadOrMake(Path.Combine(paths.KeysDirectory, "dev-issuer.json")).Current, time);
    }

    /// <summary>Issues a token.</summary>
    /// <param name="subject">Whom it names.</param>
    /// <param name="roles">Roles, mapped to permissions by <see cref="RoleTable"/>.</param>
    /// <param name="permissions">Permissions beyond those of the roles.</param>
    /// <param name="areas">Area codes; <c>*</c> for all; none for nowhere.</param>
    /// <param name="lifetime">How long it holds; a negative one makes a token that has expired.</param>
    /// <returns>A signed JWT.</returns>
    public string IssueToken(string subject, IEnumerable<string> roles, IEnumerable<string> permissions, IEnumerable<string> areas, TimeSpan lifetime) =>
        Sign(
            new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["roles"] = roles.ToArray(),
                ["permissions"] = permissions.ToArray(),
                ["areas"] = areas.ToArray(),
            },
            lifetime);

    /// <summary>Issues an agency's token, as an identity provider does by client credentials: it says who calls and nothing else.</summary>
    /// <param name="clientId">Client id of the agency.</param>
    /// <param name="lifetime">How long it holds.</param>
    /// <returns>A signed JWT.</returns>
    public string IssueClientToken(string clientId, TimeSpan lifetime) =>
        Sign(new Dictionary<string, object> { ["sub"] = clientId, ["client_id"] = clientId }, lifetime);

    string Sign(Dictionary<string, object> claims, TimeSpan lifetime)
    {
        claims["jti"] = Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow().UtcDateTime;
        var expires = now + lifetime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = expires < now ? expires : now,
            Expires = expires,
            Claims = claims,
            SigningCredentials = credentials,
        });
    }
}
