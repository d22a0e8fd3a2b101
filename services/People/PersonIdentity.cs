using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AnSinh.People;

/// <summary>
/// What finds a person again: the key of the citizen number; without a number, name, birth and commune together. Two papers without a number
/// that agree in all three are taken for one person; whoever knows better gives the number.
/// </summary>
static class PersonIdentity
{
    /// <summary>The key of somebody with a number, or of somebody whom another register of the service keeps under a person key.</summary>
    public static byte[] OfKey(string personKey) => Hash("k:" + personKey);

    /// <summary>The key of somebody without a number.</summary>
    public static byte[] Of(PersonDraft draft) => Hash(string.Create(
        CultureInfo.InvariantCulture, $"n:{PersonName.Key(draft.FullName)}|{draft.Birth?.Number ?? 0}|{draft.AreaCode}"));

    static byte[] Hash(string text)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}
