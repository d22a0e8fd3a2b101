using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class CompressionTests
{
    // With this header the client compresses its requests.
    static readonly Metadata Compressed = new() { { "grpc-internal-encoding-request", "gzip" } };

    readonly Counting onServer = new();
    readonly Counting onClient = new();

    [Fact]
    public async Task Responses_WhenTheServerCompresses_AreExpandedByTheClient()
    {
        await using var server = await StartAsync(new EchoHandlers());

        (await Client(server).SayAsync(new EchoRequest { Text = Long })).Text.ShouldBe(Long);

        (onServer.Compressed, onServer.Expanded).ShouldBe((1, 0));
        (onClient.Compressed, onClient.Expanded).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Requests_WhenTheClientCompresses_AreExpandedByTheServer()
    {
        await using var server = await StartAsync(new EchoHandlers());

        (await Client(server).SayAsync(new EchoRequest { Text = Long }, Compressed)).Text.ShouldBe(Long);

        (onServer.Compressed, onServer.Expanded).ShouldBe((1, 1));
        (onClient.Compressed, onClient.Expanded).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Responses_WithTheFlagNoCompress_TravelAsTheyAre()
    {
        await using var server = await StartAsync(new EchoHandlers
        {
            Repeat = async (request, responses, _) =>
            {
                await responses.WriteAsync(new EchoReply { Text = request.Text });
                responses.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
                await responses.WriteAsync(new EchoReply { Text = request.Text });
            },
        });

        var texts = await Client(server).Repeat(new EchoRequest { Text = Long }).ResponseStream.ReadAllAsync().Select(reply => reply.Text).ToListAsync();

        texts.ShouldBe([Long, Long]);
        onServer.Compressed.ShouldBe(1);
    }

    [Fact]
    public async Task Response_OfACallWithNoCompress_TravelsAsItIs()
    {
        await using var server = await StartAsync(new EchoHandlers
        {
            Say = (request, context) =>
            {
                context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
                return Task.FromResult(new EchoReply { Text = request.Text });
            },
        });

        (await Client(server).SayAsync(new EchoRequest { Text = Long })).Text.ShouldBe(Long);

        onServer.Compressed.ShouldBe(0);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Provider_WhenThereAndBack_KeepsTheBytesAndLeavesTheStreamOpen(string name)
    {
        ICompressionProvider provider = name == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Fastest)
            : new DeflateCompressionProvider(CompressionLevel.Fastest);
        var bytes = Enumerable.Range(0, 5000).Select(i => (byte)(i / 100)).ToArray();
        var packed = new MemoryStream();

        await using (var stream = provider.CreateCompressionStream(packed, CompressionLevel.SmallestSize)) await stream.WriteAsync(bytes);
        packed.Length.ShouldBeLessThan(bytes.Length);
        packed.Position = 0;
        var unpacked = new MemoryStream();
        await using (var stream = provider.CreateDecompressionStream(packed)) await stream.CopyToAsync(unpacked);

        provider.EncodingName.ShouldBe(name);
        unpacked.ToArray().ShouldBe(bytes);
        packed.CanRead.ShouldBeTrue();
    }

    static string Long => new('a', 10_000);

    Task<EchoServer> StartAsync(EchoHandlers handlers) => EchoServer.StartAsync(handlers, options =>
    {
        options.CompressionProviders.Clear();
        options.CompressionProviders.Add(onServer);
        options.ResponseCompressionAlgorithm = "gzip";
    });

    Echo.EchoClient Client(EchoServer server) => server.Client(new GrpcChannelOptions { CompressionProviders = [onClient] });

    sealed class Counting : ICompressionProvider
    {
        readonly GzipCompressionProvider gzip = new(CompressionLevel.Fastest);
        int compressed;
        int expanded;

        public int Compressed => compressed;

        public int Expanded => expanded;

        public string EncodingName => gzip.EncodingName;

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel)
        {
            Interlocked.Increment(ref compressed);
            return gzip.CreateCompressionStream(stream, compressionLevel);
        }

        public Stream CreateDecompressionStream(Stream stream)
        {
            Interlocked.Increment(ref expanded);
            return gzip.CreateDecompressionStream(stream);
        }
    }
}
