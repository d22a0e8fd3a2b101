using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>A certificate with its key and the intermediate certificates that lead to its authority.</summary>
/// <param name="Leaf">The certificate, with its private key.</param>
/// <param name="Chain">The same as a server shows it, with its intermediates.</param>
sealed record KeyedCertificate(X509Certificate2 Leaf, SslStreamCertificateContext Chain)
{
    /// <summary>Reads certificate, intermediates and key.</summary>
    /// <param name="pem">The certificate followed by its intermediates; the private key.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">One of them is no PEM or is cut off.</exception>
    /// <exception cref="ArgumentException">The key belongs to another certificate.</exception>
    public static KeyedCertificate Parse(IReadOnlyList<string> pem)
    {
        var leaf = X509Certificate2.CreateFromPem(pem[0], pem[1]);
        var all = new X509Certificate2Collection();
        all.ImportFromPem(pem[0]);

        // Offline: what is missing is not fetched from addresses in the certificate.
        return new KeyedCertificate(leaf, SslStreamCertificateContext.Create(leaf, [.. all.Skip(1)], offline: true));
    }
}
