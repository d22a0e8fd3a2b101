using System.Security.Cryptography;
using System.Text;

namespace AnSinh.BenefitPayments.Files;

/// <summary>The checksum of payment and return files: SHA-256 of the lines between header and total, each with its line feed, in hexadecimal.</summary>
public sealed class FileChecksum : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a line.</summary>
    /// <param name="line">Text without its line break.</param>
    public void Add(string line)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        hash.AppendData("\n"u8);
    }

    /// <summary>The checksum of the lines so far; starts anew.</summary>
    public string Take() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
