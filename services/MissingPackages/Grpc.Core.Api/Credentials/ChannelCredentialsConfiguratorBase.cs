namespace Grpc.Core;

/// <summary>How a transport takes channel credentials apart: one method for each kind.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>Takes a channel without encryption.</summary>
    /// <param name="state">What the transport passed in.</param>
    public abstract void SetInsecureCredentials(object? state);

    /// <summary>Takes a channel over TLS.</summary>
    /// <param name="state">What the transport passed in.</param>
    /// <param name="rootCertificates">Trusted roots as PEM; null for those of the system.</param>
    /// <param name="keyCertificatePair">The client's own certificate; null for none.</param>
    /// <param name="verifyPeerCallback">A further check of the server's certificate; null for none.</param>
    public abstract void SetSslCredentials(
        object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    /// <summary>Takes a channel with call credentials attached.</summary>
    /// <param name="state">What the transport passed in.</param>
    /// <param name="channelCredentials">How the channel is secured.</param>
    /// <param name="callCredentials">What goes with each call.</param>
    public abstract void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
