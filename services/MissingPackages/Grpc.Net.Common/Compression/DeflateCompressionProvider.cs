using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compression named <c>deflate</c>, which in HTTP and gRPC means the zlib format (RFC 1950) and not bare deflate.</summary>
public sealed class DeflateCompressionProvider : ICompressionProvider
{
    readonly CompressionLevel defaultCompressionLevel;

    /// <summary>Makes a provider.</summary>
    /// <param name="defaultCompressionLevel">How hard to try where a call does not say.</param>
    public DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) => this.defaultCompressionLevel = defaultCompressionLevel;

    /// <summary><c>deflate</c>.</summary>
    public string EncodingName => "deflate";

    /// <inheritdoc/>
    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new ZLibStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    /// <inheritdoc/>
    public Stream CreateDecompressionStream(Stream stream) => new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
