using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a message is serialized to. The transport makes one for each message; a marshaller writes into it and completes it.</summary>
public abstract class SerializationContext
{
    /// <summary>Ends the serialization with a payload that exists as one array. Called once, instead of the writer's way.</summary>
    /// <param name="payload">The serialized message. The caller gives the array up and must not change it afterwards.</param>
    /// <exception cref="NotSupportedException">The context does not take whole arrays.</exception>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException("This context does not take whole arrays.");

    /// <summary>A writer for the payload; end with <see cref="Complete()"/>.</summary>
    /// <returns>The writer, valid until the serialization is completed.</returns>
    /// <exception cref="NotSupportedException">The context has no writer.</exception>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException("This context has no buffer writer.");

    /// <summary>Announces the payload's size before <see cref="GetBufferWriter"/> is used, which spares the transport a copy.</summary>
    /// <param name="payloadLength">Size in bytes; exactly so many must then be written.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
        // Only a hint: a context without use for it ignores it.
    }

    /// <summary>Ends the serialization of what was written to <see cref="GetBufferWriter"/>.</summary>
    /// <exception cref="NotSupportedException">The context has no writer.</exception>
    public virtual void Complete() => throw new NotSupportedException("This context has no buffer writer.");
}
