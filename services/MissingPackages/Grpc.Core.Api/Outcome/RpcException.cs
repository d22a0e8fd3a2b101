namespace Grpc.Core;

/// <summary>
/// A call ended with a status that is not success. Thrown to the caller by a client; thrown by a server method to choose the status that the caller gets.
/// </summary>
public sealed class RpcException : Exception
{
    /// <summary>Makes an exception from a status.</summary>
    /// <param name="status">How the call ended.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>Makes an exception from a status, with a message that differs from the status's own.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="message">The exception's message.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Makes an exception from a status and the trailers that came, or are to go, with it.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">The trailing metadata; not null.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Makes an exception from a status, trailers and a message that differs from the status's own.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">The trailing metadata; not null.</param>
    /// <param name="message">The exception's message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailing metadata. Never null; empty when there was none.</summary>
    public Metadata Trailers { get; }
}
