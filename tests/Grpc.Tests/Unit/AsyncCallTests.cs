using Grpc.Core;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class AsyncCallTests
{
    static readonly Metadata Headers = new() { { "h", "1" } };
    static readonly Metadata Trailers = new() { { "t", "1" } };
    int disposed;

    [Fact]
    public async Task UnaryCall_MadeOfPlainFunctions_UsesThem()
    {
        var call = new AsyncUnaryCall<string>(
            Task.FromResult("r"), Task.FromResult(Headers), () => Status.DefaultSuccess, () => Trailers, () => disposed++);

        (await call).ShouldBe("r");
        (await call.ConfigureAwait(false)).ShouldBe("r");
        (await call.ResponseAsync).ShouldBe("r");
        (await call.ResponseHeadersAsync).ShouldBeSameAs(Headers);
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().ShouldBeSameAs(Trailers);
        call.Dispose();
        disposed.ShouldBe(1);
    }

    [Fact]
    public async Task ClientStreamingCall_MadeWithAState_PassesItOn()
    {
        var call = new AsyncClientStreamingCall<string, string>(
            null!, Task.FromResult("r"), HeadersOf, StatusOf, TrailersOf, Dispose, this);

        (await call).ShouldBe("r");
        (await call.ConfigureAwait(false)).ShouldBe("r");
        await CheckStateAsync(call.ResponseHeadersAsync, call.GetStatus(), call.GetTrailers(), call);
    }

    [Fact]
    public async Task StreamingCalls_MadeWithAState_PassItOn()
    {
        var reader = new ListReader("a");
        var server = new AsyncServerStreamingCall<string>(reader, HeadersOf, StatusOf, TrailersOf, Dispose, this);
        server.ResponseStream.ShouldBeSameAs(reader);
        await CheckStateAsync(server.ResponseHeadersAsync, server.GetStatus(), server.GetTrailers(), server);

        disposed = 0;
        var duplex = new AsyncDuplexStreamingCall<string, string>(null!, reader, HeadersOf, StatusOf, TrailersOf, Dispose, this);
        duplex.ResponseStream.ShouldBeSameAs(reader);
        await CheckStateAsync(duplex.ResponseHeadersAsync, duplex.GetStatus(), duplex.GetTrailers(), duplex);
    }

    [Fact]
    public async Task ReadAll_GivesEveryMessageAndPassesTheTokenOn()
    {
        using var source = new CancellationTokenSource();
        var reader = new ListReader("a", "b");

        (await reader.ReadAllAsync(source.Token).ToListAsync()).ShouldBe(["a", "b"]);
        reader.Token.ShouldBe(source.Token);
        (await new ListReader("a").MoveNext()).ShouldBeTrue();
    }

    [Fact]
    public void ReadAll_OfNull_IsRefusedAtTheCall()
    {
        Should.Throw<ArgumentNullException>(() => { _ = ((IAsyncStreamReader<string>)null!).ReadAllAsync(); });
        Should.Throw<ArgumentNullException>(() => ((IAsyncStreamReader<string>)null!).MoveNext());
    }

    [Fact]
    public async Task Write_WhenTheWriterKnowsNoCancellation_RefusesATokenThatCanBeCancelled()
    {
        using var source = new CancellationTokenSource();
        IAsyncStreamWriter<string> writer = new PlainWriter();

        await writer.WriteAsync("a", CancellationToken.None);
        await Should.ThrowAsync<NotSupportedException>(async () => await writer.WriteAsync("b", source.Token));
    }

    static Task<Metadata> HeadersOf(object state) => Task.FromResult(state is AsyncCallTests ? Headers : Metadata.Empty);

    static Status StatusOf(object state) => state is AsyncCallTests ? Status.DefaultCancelled : default;

    static Metadata TrailersOf(object state) => state is AsyncCallTests ? Trailers : Metadata.Empty;

    static void Dispose(object state) => ((AsyncCallTests)state).disposed++;

    async Task CheckStateAsync(Task<Metadata> headers, Status status, Metadata trailers, IDisposable call)
    {
        (await headers).ShouldBeSameAs(Headers);
        status.ShouldBe(Status.DefaultCancelled);
        trailers.ShouldBeSameAs(Trailers);
        call.Dispose();
        disposed.ShouldBe(1);
    }

    sealed class ListReader(params string[] texts) : IAsyncStreamReader<string>
    {
        int next;

        public string Current => texts[next - 1];

        public CancellationToken Token { get; private set; }

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            return Task.FromResult(next++ < texts.Length);
        }
    }

    sealed class PlainWriter : IServerStreamWriter<string>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message) => Task.CompletedTask;
    }
}
