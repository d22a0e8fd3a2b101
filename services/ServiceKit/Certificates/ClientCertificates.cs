using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>Whether callers of the gRPC port show a certificate (mutual TLS).</summary>
public enum ClientCertificateMode
{
    /// <summary>Nobody is asked for one.</summary>
    None,

    /// <summary>Asked for; without one the connection stands, with one that does not hold it ends.</summary>
    Allow,

    /// <summary>Without one that holds there is no connection.</summary>
    Require,
}

/// <summary>
/// How callers' certificates are asked for and checked: <c>Hosting:ClientCertificates:Mode</c>, <c>Authorities</c> (a PEM bundle),
/// <c>Revocation</c> (NoCheck, Offline, Online).
/// </summary>
static class ClientCertificates
{
    public const string Section = "Hosting:ClientCertificates";

    /// <exception cref="InvalidOperationException">There is no such mode.</exception>
    public static ClientCertificateMode ModeOf(IConfiguration configuration) => Choice(configuration, "Mode", ClientCertificateMode.None);

    /// <exception cref="InvalidOperationException">There is no such mode.</exception>
    public static X509RevocationMode RevocationOf(IConfiguration configuration) => Choice(configuration, "Revocation", X509RevocationMode.NoCheck);

    static T Choice<T>(IConfiguration configuration, string setting, T otherwise)
        where T : struct, Enum =>
        configuration[$"{Section}:{setting}"] is not { Length: > 0 } text ? otherwise
        : Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
        : throw new InvalidOperationException($"{Section}:{setting} is \"{text}\"; allowed: {string.Join(", ", Enum.GetNames<T>())}.");
}
