using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Hosting;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Keys under which people appear in events: the same person has the same key in every service, and nobody without the platform's secret
/// can find the person behind it, although there are few enough citizen numbers to try them all.
/// </summary>
public sealed class PersonKeys
{
    /// <summary>Length of a person key: 16 bytes in base64url.</summary>
    public const int Length = 22;

    readonly ThreadLocal<HMACSHA256> keyed;

    /// <summary>Opens the key named by <c>Identity:PersonKeyFile</c>, or the one under the data directory.</summary>
    /// <param name="configuration">Configuration.</param>
    /// <param name="paths">Where the data are.</param>
    /// <exception cref="InvalidOperationException">There is no key and none may be made, or the file cannot be read.</exception>
    public PersonKeys(IConfiguration configuration, HostPaths paths) =>
        keyed = Keyed(KeyFiles.Open(configuration, paths, "Identity:PersonKeyFile", "person-key.json").Current.Bytes);

    /// <summary>The key of a person with a citizen number (số định danh cá nhân).</summary>
    /// <param name="twelveDigits">The number: exactly 12 ASCII digits.</param>
    /// <returns>22 characters of base64url.</returns>
    /// <exception cref="ArgumentException">It is not 12 digits; the message does not repeat it.</exception>
    public string ForCitizenNumber(string twelveDigits)
    {
        ArgumentNullException.ThrowIfNull(twelveDigits);
        return twelveDigits.Length == 12 && twelveDigits.All(char.IsAsciiDigit)
            ? KeyOf(twelveDigits)
            : throw new ArgumentException("A citizen number has 12 digits.", nameof(twelveDigits));
    }

    /// <summary>The key of a person without a number, known to one service only.</summary>
    /// <param name="id">The service's own id of the person.</param>
    /// <returns>22 characters of base64url.</returns>
    public string Local(Guid id) => KeyOf($"local:{id:N}");

    string KeyOf(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        keyed.Value!.TryComputeHash(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash, out _);
        return Base64Url.EncodeToString(hash[..16]);
    }

    // Setting up the keyed hash costs more than hashing, and a bulk import makes thousands of keys; an instance serves one thread.
    static ThreadLocal<HMACSHA256> Keyed(byte[] secret) => new(() => new HMACSHA256(secret));
}
