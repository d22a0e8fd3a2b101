namespace Grpc.Core;

/// <summary>State of a channel's connections.</summary>
public enum ConnectivityState
{
    /// <summary>No connection, and none is being made: the next call makes one.</summary>
    Idle,

    /// <summary>A connection is being made.</summary>
    Connecting,

    /// <summary>There is a connection that works.</summary>
    Ready,

    /// <summary>The last attempt failed; another follows after a pause.</summary>
    TransientFailure,

    /// <summary>The channel is closed for good.</summary>
    Shutdown,
}
