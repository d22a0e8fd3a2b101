using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>A way to compress messages, known to both sides by its name.</summary>
public interface ICompressionProvider
{
    /// <summary>The name as it travels in <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>Opens a stream that compresses what is written to it.</summary>
    /// <param name="stream">Where the compressed bytes go. It stays open.</param>
    /// <param name="compressionLevel">How hard to try; null for the provider's own level.</param>
    /// <returns>The stream to write to.</returns>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>Opens a stream that expands what is read from it.</summary>
    /// <param name="stream">Where the compressed bytes come from. It stays open.</param>
    /// <returns>The stream to read from.</returns>
    Stream CreateDecompressionStream(Stream stream);
}
