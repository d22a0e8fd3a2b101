using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>
/// The certificates of this process and the authorities that it trusts, all from PEM files that may be renewed at any time: its own as a
/// server (<c>Hosting:Certificate</c>) and as a client (<c>Grpc:Certificate</c>), the authorities of its callers
/// (<c>Hosting:ClientCertificates:Authorities</c>), of the services that it calls (<c>Grpc:Authorities</c>) and of the broker
/// (<c>Bus:RabbitMq:Tls:Authorities</c>).
/// </summary>
public sealed class PlatformCertificates
{
    readonly IConfiguration configuration;
    readonly ILogger logger;

    /// <summary>Reads everything that is configured.</summary>
    /// <param name="configuration">Configuration.</param>
    /// <param name="logger">Where renewals are written.</param>
    /// <exception cref="InvalidOperationException">Settings contradict each other, or a file cannot be used; the message names it.</exception>
    public PlatformCertificates(IConfiguration configuration, ILogger<PlatformCertificates> logger)
    {
        this.configuration = configuration;
        this.logger = logger;
        Server = Keyed("server", "Hosting:Certificate");
        Client = Keyed("client", "Grpc:Certificate");
        ClientAuthorities = Bundle("client_authorities", $"{ClientCertificates.Section}:Authorities");
        ServerAuthorities = Bundle("server_authorities", "Grpc:Authorities");
        BrokerAuthorities = Bundle("broker_authorities", "Bus:RabbitMq:Tls:Authorities");
        Mode = ClientCertificates.ModeOf(configuration);
        Revocation = ClientCertificates.RevocationOf(configuration);
        if (Mode != ClientCertificateMode.None && (Server is null || ClientAuthorities is null))
        {
            throw new InvalidOperationException(
                $"{ClientCertificates.Section}:Mode is {Mode}: it needs {ClientCertificates.Section}:Authorities and a certificate of the server (Hosting:Certificate).");
        }
    }

    /// <summary>Whether callers show a certificate.</summary>
    public ClientCertificateMode Mode { get; }

    internal X509RevocationMode Revocation { get; }

    internal RenewedFiles<KeyedCertificate>? Server { get; }

    internal RenewedFiles<KeyedCertificate>? Client { get; }

    internal RenewedFiles<Authorities>? ClientAuthorities { get; }

    internal RenewedFiles<Authorities>? ServerAuthorities { get; }

    internal RenewedFiles<Authorities>? BrokerAuthorities { get; }

    /// <summary>Name, first expiry and whether the files are half written, of everything that is configured.</summary>
    internal IEnumerable<(string Name, DateTime NotAfter, bool IsStale)> States()
    {
        foreach (var one in new[] { Server, Client }.OfType<RenewedFiles<KeyedCertificate>>())
        {
            yield return (one.Name, one.Current.Leaf.NotAfter, one.IsStale);
        }

        foreach (var one in new[] { ClientAuthorities, ServerAuthorities, BrokerAuthorities }.OfType<RenewedFiles<Authorities>>())
        {
            yield return (one.Name, one.Current.NotAfter, one.IsStale);
        }
    }

    /// <summary>Whether a certificate is the one that this process shows as a server.</summary>
    internal bool IsOwn(X509Certificate? shown) => shown is not null && Server is not null && Server.Current.Leaf.RawDataMemory.Span.SequenceEqual(shown.GetRawCertData());

    RenewedFiles<KeyedCertificate>? Keyed(string name, string section) => (configuration[$"{section}:Path"], configuration[$"{section}:KeyPath"]) switch
    {
        (null or "", null or "") => null,
        ({ Length: > 0 } path, { Length: > 0 } keyPath) => new(name, [path, keyPath], KeyedCertificate.Parse, logger),
        _ => throw new InvalidOperationException($"{section}:Path and {section}:KeyPath are set together or not at all."),
    };

    RenewedFiles<Authorities>? Bundle(string name, string setting) =>
        configuration[setting] is { Length: > 0 } path ? new(name, [path], Authorities.Parse, logger) : null;
}
