using Grpc.Core;
using Grpc.Tests.Protos;

namespace Grpc.Tests.Hosting;

public sealed class EchoService(EchoHandlers handlers) : Echo.EchoBase
{
    public override Task<EchoReply> Say(EchoRequest request, ServerCallContext context) => handlers.Say(request, context);

    public override Task Repeat(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
        handlers.Repeat(request, responseStream, context);

    public override Task<EchoReply> Join(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context) =>
        handlers.Join(requestStream, context);

    public override Task Chat(IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
        handlers.Chat(requestStream, responseStream, context);
}
