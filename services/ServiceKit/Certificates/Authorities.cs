using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>Authorities that are trusted, from a bundle in PEM: exactly these, and none of the system's.</summary>
/// <param name="Certificates">Roots, and intermediates that others may leave out.</param>
sealed record Authorities(X509Certificate2Collection Certificates)
{
    /// <summary>Reads a bundle.</summary>
    /// <exception cref="CryptographicException">It is no PEM or holds no certificate.</exception>
    public static Authorities Parse(IReadOnlyList<string> pem)
    {
        var bundle = new X509Certificate2Collection();
        bundle.ImportFromPem(pem[0]);
        return bundle.Count > 0 ? new Authorities(bundle) : throw new CryptographicException("No certificate in it.");
    }

    /// <summary>When the first of them expires.</summary>
    public DateTime NotAfter => Certificates.Min(one => one.NotAfter);

    /// <summary>How a peer's certificate is checked; made anew for each handshake, which adds what the peer sent.</summary>
    /// <param name="revocation">Whether revoked certificates are looked up.</param>
    public X509ChainPolicy Policy(X509RevocationMode revocation)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = revocation,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,

            // A stranger's certificate must not make this process fetch addresses that are written in it.
            DisableCertificateDownloads = revocation != X509RevocationMode.Online,
        };
        policy.CustomTrustStore.AddRange(Certificates);
        return policy;
    }
}
