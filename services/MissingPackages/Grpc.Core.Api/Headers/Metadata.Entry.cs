using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its value, text or bytes. Entries do not change.</summary>
    public sealed class Entry
    {
        static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

        readonly string? text;
        readonly byte[]? bytes;

        /// <summary>Makes an entry that carries bytes.</summary>
        /// <param name="key">Letters, digits, '.', '_' and '-', ending in <see cref="BinaryHeaderSuffix"/>; upper case becomes lower case.</param>
        /// <param name="valueBytes">The bytes; they are copied.</param>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="ArgumentException">The key has an illegal character or does not end in <see cref="BinaryHeaderSuffix"/>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = NormalizeKey(key);
            if (!IsBinary) throw new ArgumentException($"The key of a binary value must end in '{BinaryHeaderSuffix}'.", nameof(key));
            ArgumentNullException.ThrowIfNull(valueBytes);
            bytes = (byte[])valueBytes.Clone();
        }

        /// <summary>Makes an entry that carries text.</summary>
        /// <param name="key">Letters, digits, '.', '_' and '-', not ending in <see cref="BinaryHeaderSuffix"/>; upper case becomes lower case.</param>
        /// <param name="value">The text, printable ASCII if it is to travel.</param>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="ArgumentException">The key has an illegal character or ends in <see cref="BinaryHeaderSuffix"/>.</exception>
        public Entry(string key, string value)
        {
            Key = NormalizeKey(key);
            if (IsBinary) throw new ArgumentException($"Only a binary value may have a key that ends in '{BinaryHeaderSuffix}'.", nameof(key));
            ArgumentNullException.ThrowIfNull(value);
            text = value;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>The value as bytes: a copy of the bytes given, or the ASCII bytes of the text.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : (byte[])bytes.Clone();

        /// <summary>The value as text.</summary>
        /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
        public string Value => text ?? throw new InvalidOperationException("The entry carries bytes: it has no text value.");

        /// <summary>Whether the entry carries bytes, which its key decides.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The key and the value, for diagnosis.</summary>
        /// <returns>For example <c>[Entry: key=trace-id, value=42]</c>; bytes are shown in base 64.</returns>
        public override string ToString() => bytes is null
            ? $"[Entry: key={Key}, value={text}]"
            : $"[Entry: key={Key}, valueBytes={Convert.ToBase64String(bytes)}]";

        internal bool KeyEqualsIgnoreCase(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        static string NormalizeKey(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            if (lower.Length == 0 || lower.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException("A metadata key has only letters, digits, '.', '_' and '-', and at least one of them.", nameof(key));
            return lower;
        }
    }
}
