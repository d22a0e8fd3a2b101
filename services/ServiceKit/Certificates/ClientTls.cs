using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>
/// TLS towards others: this process's client certificate, where it has one, and the authorities that it trusts, where they are laid
/// down; otherwise the system's. Looked up at every handshake.
/// </summary>
static class ClientTls
{
    /// <summary>id-kp-serverAuth (RFC 5280, 4.2.1.12).</summary>
    static readonly Oid serverAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>TLS of a channel to another service.</summary>
    /// <param name="certificates">The certificates.</param>
    public static SslClientAuthenticationOptions ToServices(PlatformCertificates certificates)
    {
        var options = new SslClientAuthenticationOptions();
        if (certificates.Client is { } own)
        {
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => own.Current.Leaf;
        }

        if (certificates.ServerAuthorities is { } trusted)
        {
            // The check proper is the callback's; this only keeps the one before it from asking the network.
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, DisableCertificateDownloads = true };
            options.RemoteCertificateValidationCallback = (_, shown, chain, errors) => Trusts(trusted, shown, chain, errors);
        }

        return options;
    }

    /// <summary>TLS of the channel to this very process, whose certificate bears another name than the loopback address.</summary>
    /// <param name="certificates">The certificates.</param>
    public static SslClientAuthenticationOptions ToSelf(PlatformCertificates certificates) => new()
    {
        RemoteCertificateValidationCallback = (_, shown, _, _) => certificates.IsOwn(shown),
        LocalCertificateSelectionCallback = (_, _, _, _, _) => (certificates.Client ?? certificates.Server)!.Current.Leaf,
    };

    /// <summary>Whether a server's certificate bears the name that was called and comes from an authority.</summary>
    /// <param name="authorities">The authorities.</param>
    /// <param name="shown">Certificate that the server showed.</param>
    /// <param name="chain">Holds what else it showed.</param>
    /// <param name="errors">What the system says; only the name counts, since its authorities are others.</param>
    public static bool Trusts(RenewedFiles<Authorities> authorities, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return false;
        }

        using var own = new X509Chain { ChainPolicy = authorities.Current.Policy(X509RevocationMode.NoCheck) };
        own.ChainPolicy.ApplicationPolicy.Add(serverAuthentication);
        if (chain is not null)
        {
            own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        }

        return own.Build(certificate);
    }
}
