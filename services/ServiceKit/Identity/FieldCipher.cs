using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Hosting;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Encrypts single columns that hold identity data: AES-256-GCM under a key outside the database. Layout: format (1), length of the key
/// id (1), key id, nonce (12), tag (16), ciphertext; the bytes before the nonce are authenticated too. Columns that hold it are called
/// <c>Sealed…</c>: by that name <see cref="FieldRotation{TDb}"/> finds what a new key has to encrypt again.
/// </summary>
public sealed class FieldCipher
{
    const byte Format = 1;
    const int NonceSize = 12;
    const int TagSize = 16;

    readonly KeyFile keys;

    // Setting a cipher up costs more than encrypting a number, and a bulk import encrypts thousands; an instance serves one thread.
    readonly ThreadLocal<AesGcm> current;

    /// <summary>Opens the key named by <c>Identity:FieldKeyFile</c>, or the one under the data directory.</summary>
    /// <param name="configuration">Configuration.</param>
    /// <param name="paths">Where the data are.</param>
    /// <exception cref="InvalidOperationException">There is no key and none may be made, or the file cannot be read.</exception>
    public FieldCipher(IConfiguration configuration, HostPaths paths)
    {
        keys = KeyFiles.Open(configuration, paths, "Identity:FieldKeyFile", "field-key.json");
        current = new ThreadLocal<AesGcm>(() => new AesGcm(keys.Current.Bytes, TagSize));
    }

    /// <summary>Whether there may be values under older keys.</summary>
    internal bool HasOlderKeys => keys.HasOthers;

    /// <summary>Id of the current key.</summary>
    internal string CurrentKey => keys.Current.Id;

    /// <summary>What every value under the current key begins with, and no other.</summary>
    internal byte[] Header => [Format, (byte)keys.Current.Id.Length, .. Encoding.ASCII.GetBytes(keys.Current.Id)];

    /// <summary>Encrypts text under the current key. The same text twice gives different bytes.</summary>
    /// <param name="text">Text.</param>
    /// <returns>32 bytes or so more than the text has in UTF-8.</returns>
    public byte[] Encrypt(string text)
    {
        var key = keys.Current;
        var plain = Encoding.UTF8.GetBytes(text);
        var header = 2 + key.Id.Length;
        var sealedBytes = new byte[header + NonceSize + TagSize + plain.Length];
        sealedBytes[0] = Format;
        sealedBytes[1] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, sealedBytes.AsSpan(2));
        var nonce = sealedBytes.AsSpan(header, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        current.Value!.Encrypt(
            nonce, plain, sealedBytes.AsSpan(header + NonceSize + TagSize), sealedBytes.AsSpan(header + NonceSize, TagSize), sealedBytes.AsSpan(0, header));
        return sealedBytes;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> made, under the current key or an older one of the file.</summary>
    /// <param name="sealedBytes">The bytes.</param>
    /// <exception cref="CryptographicException">The bytes were changed, are of another format, or their key is not in the file.</exception>
    public string Decrypt(byte[] sealedBytes)
    {
        ArgumentNullException.ThrowIfNull(sealedBytes);
        var header = sealedBytes.Length >= 2 ? 2 + sealedBytes[1] : 0;
        if (header == 0 || sealedBytes[0] != Format || sealedBytes.Length < header + NonceSize + TagSize)
        {
            throw new CryptographicException("Not a field that this cipher made.");
        }

        var key = keys.Find(Encoding.ASCII.GetString(sealedBytes, 2, sealedBytes[1]))
            ?? throw new CryptographicException("The key of this field is not in the key file.");
        var plain = new byte[sealedBytes.Length - header - NonceSize - TagSize];
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Decrypt(
            sealedBytes.AsSpan(header, NonceSize), sealedBytes.AsSpan(header + NonceSize + TagSize), sealedBytes.AsSpan(header + NonceSize, TagSize),
            plain, sealedBytes.AsSpan(0, header));
        return Encoding.UTF8.GetString(plain);
    }
}
