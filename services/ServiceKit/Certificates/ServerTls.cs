using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Certificates;

/// <summary>
/// TLS of the gRPC port. Every handshake takes what the files hold at that moment; a connection that stands goes on with what it began with.
/// </summary>
/// <param name="certificates">The certificates.</param>
/// <param name="logger">Where refused callers are written for the security log.</param>
sealed partial class ServerTls(PlatformCertificates certificates, ILogger<ServerTls> logger)
{
    public TlsHandshakeCallbackOptions Options() => new() { OnConnection = _ => ValueTask.FromResult(ForConnection()) };

    SslServerAuthenticationOptions ForConnection()
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificates.Server!.Current.Chain,
            ApplicationProtocols = [SslApplicationProtocol.Http2],
        };
        if (certificates.Mode != ClientCertificateMode.None)
        {
            options.ClientCertificateRequired = true;
            options.CertificateChainPolicy = certificates.ClientAuthorities!.Current.Policy(certificates.Revocation);
            options.RemoteCertificateValidationCallback = (_, shown, _, errors) => Admit(shown, errors);

            // A resumed session would bring back a certificate whose authority has been taken away since.
            options.AllowTlsResume = false;
        }

        return options;
    }

    // Who holds the key of this server's own certificate is this process, calling its own feed.
    bool Admit(X509Certificate? shown, SslPolicyErrors errors)
    {
        if (shown is null ? certificates.Mode == ClientCertificateMode.Allow : errors == SslPolicyErrors.None || certificates.IsOwn(shown))
        {
            return true;
        }

        // Names in a stranger's certificate are the stranger's to choose: only the thumbprint is written down.
        LogRefused(shown?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) ?? "none", errors);
        return false;
    }

    [LoggerMessage(LogLevel.Information, "A connection was refused: client certificate {Thumbprint}, {Errors}")]
    partial void LogRefused(string thumbprint, SslPolicyErrors errors);
}
