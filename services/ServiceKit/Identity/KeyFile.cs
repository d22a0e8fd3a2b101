using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace AnSinh.ServiceKit.Identity;

/// <summary>A secret key with its id.</summary>
/// <param name="Id">Id, 1 to 32 ASCII characters; stands before what was encrypted with the key.</param>
/// <param name="Bytes">The key.</param>
sealed record SecretKey(string Id, byte[] Bytes);

/// <summary>
/// Secret keys in a JSON file: <c>{"current": "k1", "keys": {"k1": "base64"}}</c>. Several keys let an old one be read while the current
/// one writes.
/// </summary>
sealed class KeyFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly Dictionary<string, SecretKey> keys;

    KeyFile(IEnumerable<SecretKey> keys, string current)
    {
        this.keys = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        Current = this.keys[current];
    }

    /// <summary>The key to write with.</summary>
    public SecretKey Current { get; }

    /// <summary>Whether the file holds keys that only read.</summary>
    public bool HasOthers => keys.Count > 1;

    /// <summary>Finds a key, or null.</summary>
    public SecretKey? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>Reads a key file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, or it holds no usable key; the message never shows its content.</exception>
    public static KeyFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var current = document.RootElement.GetProperty("current").GetString()!;
            var keys = document.RootElement.GetProperty("keys").EnumerateObject().Select(key => new SecretKey(key.Name, key.Value.GetBytesFromBase64())).ToList();
            return keys.All(key => key.Bytes.Length == 32 && key.Id.Length is > 0 and <= 32 && key.Id.All(char.IsAscii))
                ? new KeyFile(keys, current)
                : throw new InvalidOperationException($"Key file {path}: keys are 32 bytes, ids 1 to 32 ASCII characters.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or FormatException or ArgumentNullException)
        {
            throw new InvalidOperationException($"Key file {path} cannot be read: {fault.GetType().Name}.");
        }
    }

    /// <summary>Reads a key file; makes it with one random key when it is not there. Of two makers at once the first one wins.</summary>
    public static KeyFile ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        return Read(path);
    }

    static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var content = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["current"] = "k1",
            ["keys"] = new Dictionary<string, string> { ["k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) },
        });
        var partial = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var file = new FileStream(partial, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            Place(partial, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else made it in the meantime; theirs counts.
        }
        finally
        {
            File.Delete(partial);
        }
    }

    // On Unix File.Move looks first whether the place is free and renames then, so that the second of two makers would put its key in
    // place of one that is already in use; a link is made or refused in one step.
    static void Place(string partial, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(partial, path, overwrite: false);
        }
        else if (Link(partial, path) != 0)
        {
            throw new IOException($"Key file {path} cannot be made: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}
