using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AnSinh.Testing;

/// <summary>An authority of one test's own, and the certificates that it signs.</summary>
public sealed class TestAuthority : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 root;

    /// <summary>Makes an authority; two of one name are still two.</summary>
    public TestAuthority(string name)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>The authority's own certificate, to be trusted.</summary>
    public string Pem => root.ExportCertificatePem();

    /// <summary>Signs a certificate for 127.0.0.1 and localhost, good as a server's and as a client's.</summary>
    /// <param name="subject">Distinguished name.</param>
    /// <param name="daysLeft">Days until it expires; a negative number for one that has.</param>
    public SignedCertificate Sign(string subject, int daysLeft = 1)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        var end = DateTimeOffset.UtcNow.AddDays(daysLeft);
        using var bare = request.Create(root, end.AddDays(-30), end, RandomNumberGenerator.GetBytes(8));
        return new SignedCertificate(bare.ExportCertificatePem(), own.ExportPkcs8PrivateKeyPem());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        root.Dispose();
    }
}

/// <summary>A certificate and its key in PEM.</summary>
/// <param name="Pem">The certificate.</param>
/// <param name="KeyPem">Its private key.</param>
public sealed record SignedCertificate(string Pem, string KeyPem)
{
    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public string Thumbprint
    {
        get
        {
            using var one = Open();
            return one.GetCertHashString(HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Opens it for a handshake; the caller disposes it.</summary>
    public X509Certificate2 Open() => X509Certificate2.CreateFromPem(Pem, KeyPem);
}
