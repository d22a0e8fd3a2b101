using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Grpc.Tests.Hosting;

/// <summary>A certificate for localhost that vouches for itself, and a client that trusts only it.</summary>
public static class TestCertificate
{
    static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(From, From.AddYears(100));
    }

    public static SocketsHttpHandler Trusting(X509Certificate2 server, X509Certificate2? client = null)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(server);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        if (client is not null) tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => client;
        return new SocketsHttpHandler { SslOptions = tls };
    }
}
