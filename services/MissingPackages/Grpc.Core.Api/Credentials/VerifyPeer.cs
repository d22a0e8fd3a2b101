namespace Grpc.Core;

/// <summary>A further check of the server's certificate, after the usual ones have passed.</summary>
/// <param name="context">What is to be checked.</param>
/// <returns>Whether the connection may be used.</returns>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>What a <see cref="VerifyPeerCallback"/> checks.</summary>
public class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem)
    {
        TargetName = targetName;
        PeerPem = peerPem;
    }

    /// <summary>Name of the server that was to be reached.</summary>
    public string TargetName { get; }

    /// <summary>The server's certificate as PEM.</summary>
    public string PeerPem { get; }
}
