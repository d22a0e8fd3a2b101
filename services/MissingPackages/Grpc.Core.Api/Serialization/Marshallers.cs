using System.Text;

namespace Grpc.Core;

/// <summary>Ways to make a <see cref="Marshaller{T}"/>.</summary>
public static class Marshallers
{
    /// <summary>Strings as UTF-8.</summary>
    public static Marshaller<string> StringMarshaller { get; } = new(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    /// <summary>Makes a marshaller from functions over arrays.</summary>
    /// <typeparam name="T">Type of the message.</typeparam>
    /// <param name="serializer">From a message to bytes.</param>
    /// <param name="deserializer">From bytes to a message.</param>
    /// <returns>The marshaller.</returns>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => new(serializer, deserializer);

    /// <summary>Makes a marshaller from functions over the transport's contexts.</summary>
    /// <typeparam name="T">Type of the message.</typeparam>
    /// <param name="serializer">Writes a message into a context and completes it.</param>
    /// <param name="deserializer">Reads a message from a context.</param>
    /// <returns>The marshaller.</returns>
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
