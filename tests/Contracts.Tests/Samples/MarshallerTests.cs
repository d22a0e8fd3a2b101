using System.Buffers;
using System.Reflection;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Samples;

/// <summary>
/// Samples through the marshallers of the generated stubs, the way that a call takes: google.type.Date of the package that we use knows
/// byte arrays only, and a marshaller that writes to buffers fails at the first message that holds one.
/// </summary>
public sealed class MarshallerTests
{
    static readonly IReadOnlyDictionary<string, object> marshallers = Marshallers();

    public static TheoryData<string> Samples => [.. SampleFile.All.Where(sample => marshallers.ContainsKey(sample.ContractName)).Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_ThroughTheStubsMarshaller_GivesTheSameBytes(string path)
    {
        var message = MessageSample.Of(path).FromJson();

        var written = new WrittenMessage();
        ((Delegate)PropertyOf(path, "ContextualSerializer")).DynamicInvoke(message, written);
        var read = ((Delegate)PropertyOf(path, "ContextualDeserializer")).DynamicInvoke(new ReadMessage(written.Bytes));

        written.Bytes.ShouldBe(message.ToByteArray());
        read.ShouldBe(message);
    }

    [Fact]
    public void Samples_IncludeMessagesWithADate() => marshallers.Keys.ShouldContain("ansinh.employment.v1.Placement");

    static object PropertyOf(string path, string name)
    {
        var marshaller = marshallers[SampleFile.Of(path).ContractName];
        return marshaller.GetType().GetProperty(name)!.GetValue(marshaller)!;
    }

    static Dictionary<string, object> Marshallers() => typeof(Contracts.Events.EventTypes).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Marshaller<>))
        .DistinctBy(field => field.FieldType)
        .ToDictionary(field => NameOf(field.FieldType.GetGenericArguments()[0]), field => field.GetValue(null)!, StringComparer.Ordinal);

    static string NameOf(Type message) => ((IMessage)Activator.CreateInstance(message)!).Descriptor.FullName;

    sealed class WrittenMessage : SerializationContext
    {
        readonly ArrayBufferWriter<byte> buffer = new();

        public byte[] Bytes { get; private set; } = [];

        public override void Complete(byte[] payload) => Bytes = payload;

        public override void Complete() => Bytes = buffer.WrittenSpan.ToArray();

        public override IBufferWriter<byte> GetBufferWriter() => buffer;

        public override void SetPayloadLength(int payloadLength)
        {
        }
    }

    sealed class ReadMessage(byte[] bytes) : DeserializationContext
    {
        public override int PayloadLength => bytes.Length;

        public override byte[] PayloadAsNewBuffer() => [.. bytes];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(bytes);
    }
}
