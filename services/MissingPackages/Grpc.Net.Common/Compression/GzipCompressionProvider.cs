using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compression with gzip (RFC 1952).</summary>
public sealed class GzipCompressionProvider : ICompressionProvider
{
    readonly CompressionLevel defaultCompressionLevel;

    /// <summary>Makes a provider.</summary>
    /// <param name="defaultCompressionLevel">How hard to try where a call does not say.</param>
    public GzipCompressionProvider(CompressionLevel defaultCompressionLevel) => this.defaultCompressionLevel = defaultCompressionLevel;

    /// <summary><c>gzip</c>.</summary>
    public string EncodingName => "gzip";

    /// <inheritdoc/>
    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new GZipStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    /// <inheritdoc/>
    public Stream CreateDecompressionStream(Stream stream) => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
