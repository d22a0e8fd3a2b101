using Grpc.Core;
using Grpc.Tests.Protos;

namespace Grpc.Tests.Hosting;

/// <summary>What the server does in one test. Unless a test says otherwise, it answers with the text that came.</summary>
public sealed class EchoHandlers
{
    public Func<EchoRequest, ServerCallContext, Task<EchoReply>> Say { get; init; } =
        (request, _) => Task.FromResult(new EchoReply { Text = request.Text });

    public Func<EchoRequest, IServerStreamWriter<EchoReply>, ServerCallContext, Task> Repeat { get; init; } = async (request, responses, context) =>
    {
        for (var i = 1; i <= request.Times; i++)
            await responses.WriteAsync(new EchoReply { Text = $"{request.Text} {i}" }, context.CancellationToken);
    };

    public Func<IAsyncStreamReader<EchoRequest>, ServerCallContext, Task<EchoReply>> Join { get; init; } = async (requests, context) =>
    {
        var texts = new List<string>();
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken)) texts.Add(request.Text);
        return new EchoReply { Text = string.Join('+', texts) };
    };

    public Func<IAsyncStreamReader<EchoRequest>, IServerStreamWriter<EchoReply>, ServerCallContext, Task> Chat { get; init; } =
        async (requests, responses, context) =>
        {
            while (await requests.MoveNext(context.CancellationToken))
                await responses.WriteAsync(new EchoReply { Text = requests.Current.Text });
        };
}
