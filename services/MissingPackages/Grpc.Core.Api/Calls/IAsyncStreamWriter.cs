namespace Grpc.Core;

/// <summary>A stream that messages are written to, one write at a time: await one before the next.</summary>
/// <typeparam name="T">Type of the messages.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options of the writes that follow; null means those of the call.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Done when the transport has taken the message.</returns>
    Task WriteAsync(T message);

    /// <summary>Writes a message unless cancelled.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the write and, with it, the whole call.</param>
    /// <returns>Done when the transport has taken the message.</returns>
    /// <exception cref="NotSupportedException">The token can be cancelled and the writer does not support it.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This stream writer cannot cancel a write.")
        : WriteAsync(message);
}

/// <summary>The server's end of a stream of responses. It ends when the method returns.</summary>
/// <typeparam name="T">Type of the messages.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

/// <summary>The client's end of a stream of requests.</summary>
/// <typeparam name="T">Type of the messages.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Ends the stream: no more requests. To be called before the response of a client-streaming call is awaited.</summary>
    /// <returns>Done when the transport has taken the end.</returns>
    Task CompleteAsync();
}
