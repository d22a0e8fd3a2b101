using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a received message is read from. Valid only while the marshaller's function runs.</summary>
public abstract class DeserializationContext
{
    /// <summary>Size of the payload in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The payload in a new array, which the caller owns.</summary>
    /// <returns>An array of <see cref="PayloadLength"/> bytes.</returns>
    /// <exception cref="NotSupportedException">The context does not hand out arrays.</exception>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotSupportedException("This context does not hand out arrays.");

    /// <summary>The payload without a copy where the transport can do so.</summary>
    /// <returns>Memory that must not be used after the marshaller's function has returned.</returns>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(PayloadAsNewBuffer());
}
