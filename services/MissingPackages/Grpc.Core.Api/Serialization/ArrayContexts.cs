using System.Buffers;

namespace Grpc.Core;

/// <summary>Lets a marshaller that was written for contexts produce an array.</summary>
sealed class ArraySerializationContext : SerializationContext
{
    ArrayBufferWriter<byte>? writer;
    byte[]? payload;

    public static byte[] Run<T>(T message, Action<T, SerializationContext> serializer)
    {
        var context = new ArraySerializationContext();
        serializer(message, context);
        return context.payload ?? throw new InvalidOperationException("The serializer did not complete its context.");
    }

    public override void Complete(byte[] payload)
    {
        RequireOpen();
        this.payload = payload;
    }

    public override IBufferWriter<byte> GetBufferWriter() => writer ??= new ArrayBufferWriter<byte>();

    public override void Complete()
    {
        RequireOpen();
        payload = writer is null ? [] : writer.WrittenSpan.ToArray();
    }

    void RequireOpen()
    {
        if (payload is not null) throw new InvalidOperationException("The serialization is complete already.");
    }
}

/// <summary>Lets a marshaller that was written for contexts read an array.</summary>
sealed class ArrayDeserializationContext(byte[] payload) : DeserializationContext
{
    public override int PayloadLength => payload.Length;

    public override byte[] PayloadAsNewBuffer() => (byte[])payload.Clone();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
}
