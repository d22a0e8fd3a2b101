using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace AnSinh.Platform.Tests.Access;

/// <summary>Calls any rpc by its descriptor with one request, whatever its kind, and gives the answers.</summary>
static class RpcCaller
{
    public static async Task<IReadOnlyList<IMessage>> CallAsync(CallInvoker invoker, MethodDescriptor rpc, params IReadOnlyList<IMessage> requests)
    {
        var kind = (rpc.IsClientStreaming, rpc.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            _ => MethodType.DuplexStreaming,
        };
        var method = new Method<IMessage, IMessage>(kind, rpc.Service.FullName, rpc.Name, Marshaller(rpc.InputType), Marshaller(rpc.OutputType));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var options = new CallOptions(cancellationToken: stop.Token);
        switch (kind)
        {
            case MethodType.Unary:
                return [await invoker.AsyncUnaryCall(method, null, options, requests[0])];
            case MethodType.ClientStreaming:
                using (var call = invoker.AsyncClientStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, requests);
                    return [await call.ResponseAsync];
                }

            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(method, null, options, requests[0]))
                {
                    return await call.ResponseStream.MoveNext(stop.Token) ? [call.ResponseStream.Current] : [];
                }

            default:
                using (var call = invoker.AsyncDuplexStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, requests);
                    var answers = new List<IMessage>();
                    await foreach (var answer in call.ResponseStream.ReadAllAsync(stop.Token))
                    {
                        answers.Add(answer);
                    }

                    return answers;
                }
        }
    }

    static async Task SendAsync(IClientStreamWriter<IMessage> stream, IReadOnlyList<IMessage> requests)
    {
        try
        {
            foreach (var request in requests)
            {
                await stream.WriteAsync(request);
            }

            await stream.CompleteAsync();
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
            // The server refused before it had read everything; its status comes with the answer.
        }
    }

    static Marshaller<IMessage> Marshaller(MessageDescriptor type) =>
        Marshallers.Create(message => message.ToByteArray(), bytes => type.Parser.ParseFrom(bytes));
}
