namespace Grpc.Core;

/// <summary>
/// A channel over TLS. <c>Grpc.Net.Client</c> takes only the form without arguments; there, roots and client certificates are set on the HTTP handler.
/// </summary>
public sealed class SslCredentials : ChannelCredentials
{
    readonly VerifyPeerCallback? verifyPeerCallback;

    /// <summary>Trusts the roots which the system trusts.</summary>
    public SslCredentials()
        : this(null, null, null)
    {
    }

    /// <summary>Trusts the given roots.</summary>
    /// <param name="rootCertificates">Trusted roots as PEM; null for those of the system.</param>
    public SslCredentials(string? rootCertificates)
        : this(rootCertificates, null, null)
    {
    }

    /// <summary>Trusts the given roots and shows a certificate of its own.</summary>
    /// <param name="rootCertificates">Trusted roots as PEM; null for those of the system.</param>
    /// <param name="keyCertificatePair">The client's own certificate; null for none.</param>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    /// <summary>Trusts the given roots, shows a certificate of its own, and checks the server's certificate further.</summary>
    /// <param name="rootCertificates">Trusted roots as PEM; null for those of the system.</param>
    /// <param name="keyCertificatePair">The client's own certificate; null for none.</param>
    /// <param name="verifyPeerCallback">The further check; null for none.</param>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
    {
        RootCertificates = rootCertificates;
        KeyCertificatePair = keyCertificatePair;
        this.verifyPeerCallback = verifyPeerCallback;
    }

    /// <summary>Trusted roots as PEM; null for those of the system.</summary>
    public string? RootCertificates { get; }

    /// <summary>The client's own certificate; null for none.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; }

    internal override bool IsComposable => true;

    /// <inheritdoc/>
    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, verifyPeerCallback);
}
