namespace Grpc.Core;

/// <summary>How messages of one type become bytes and come back.</summary>
/// <typeparam name="T">Type of the message.</typeparam>
public sealed class Marshaller<T>
{
    /// <summary>Makes a marshaller from functions over arrays.</summary>
    /// <param name="serializer">From a message to bytes.</param>
    /// <param name="deserializer">From bytes to a message.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>Makes a marshaller from functions over the transport's contexts, which can spare copies.</summary>
    /// <param name="serializer">Writes a message into a context and completes it.</param>
    /// <param name="deserializer">Reads a message from a context.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
        Serializer = message => ArraySerializationContext.Run(message, serializer);
        Deserializer = payload => deserializer(new ArrayDeserializationContext(payload));
    }

    /// <summary>From a message to bytes.</summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>From bytes to a message.</summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Writes a message into a context and completes it.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Reads a message from a context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}
