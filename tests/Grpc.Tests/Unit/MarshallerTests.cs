using System.Buffers;
using System.Text;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class MarshallerTests
{
    [Fact]
    public void StringMarshaller_WhenThereAndBack_KeepsTheText()
    {
        var bytes = Marshallers.StringMarshaller.Serializer("Hà Tĩnh");

        bytes.ShouldBe(Encoding.UTF8.GetBytes("Hà Tĩnh"));
        Marshallers.StringMarshaller.Deserializer(bytes).ShouldBe("Hà Tĩnh");
    }

    [Fact]
    public void ArrayMarshaller_WhenUsedThroughContexts_Works()
    {
        var marshaller = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);
        var context = new OneArrayContext();

        marshaller.ContextualSerializer("abc", context);

        context.Payload.ShouldBe("abc"u8.ToArray());
        marshaller.ContextualDeserializer(context.Reader()).ShouldBe("abc");
    }

    [Fact]
    public void ContextMarshaller_WhenUsedThroughArrays_Works()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) =>
            {
                context.SetPayloadLength(text.Length);
                context.GetBufferWriter().Write(Encoding.UTF8.GetBytes(text));
                context.Complete();
            },
            context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

        marshaller.Deserializer(marshaller.Serializer("abc")).ShouldBe("abc");
    }

    [Fact]
    public void ContextMarshaller_WhenItCompletesWithAnArray_Works()
    {
        var marshaller = new Marshaller<byte[]>((bytes, context) => context.Complete(bytes), context => context.PayloadAsNewBuffer());

        marshaller.Deserializer(marshaller.Serializer([1, 2])).ShouldBe([1, 2]);
    }

    [Fact]
    public void ContextMarshaller_WhenItDoesNotComplete_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new Marshaller<string>((_, _) => { }, _ => "").Serializer("x"));

    [Fact]
    public void Method_HasThePathThatTravels()
    {
        var method = new Method<string, string>(MethodType.ServerStreaming, "pack.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        method.FullName.ShouldBe("/pack.Service/Do");
        method.ServiceName.ShouldBe("pack.Service");
        method.Name.ShouldBe("Do");
        ((IMethod)method).Type.ShouldBe(MethodType.ServerStreaming);
    }

    [Fact]
    public void Nulls_AreRefused()
    {
        var strings = Marshallers.StringMarshaller;
        Should.Throw<ArgumentNullException>(() => new Marshaller<string>(null!, Encoding.UTF8.GetString));
        Should.Throw<ArgumentNullException>(() => new Marshaller<string>((_, _) => { }, null!));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, null!, "Do", strings, strings));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "S", null!, strings, strings));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "S", "Do", null!, strings));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "S", "Do", strings, null!));
    }

    sealed class OneArrayContext : SerializationContext
    {
        public byte[] Payload { get; private set; } = [];

        public override void Complete(byte[] payload) => Payload = payload;

        public DeserializationContext Reader() => new OneArrayReader(Payload);
    }

    sealed class OneArrayReader(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;
    }
}
