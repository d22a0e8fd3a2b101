namespace Grpc.Core;

/// <summary>A stream of messages that is read one after the other, by one reader at a time.</summary>
/// <typeparam name="T">Type of the messages.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last successful <see cref="MoveNext"/> read. Not to be used before the first, nor after the end.</summary>
    T Current { get; }

    /// <summary>Reads the next message.</summary>
    /// <param name="cancellationToken">Cancels the read and, with it, the whole call.</param>
    /// <returns>True when there is a message, false when the stream has ended.</returns>
    /// <exception cref="RpcException">The call failed; thrown on the client.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
