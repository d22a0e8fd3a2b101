using System.Collections;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call: an ordered list of entries. A key may occur more than once. Keys are case-insensitive and stored in lower case;
/// a key that ends in <see cref="BinaryHeaderSuffix"/> carries bytes, every other key carries text.
/// </summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The ending of a key whose value is bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Metadata without entries, which cannot be changed.</summary>
    public static readonly Metadata Empty = new Metadata().Freeze();

    readonly List<Entry> entries = [];

    /// <summary>Makes metadata without entries.</summary>
    public Metadata()
    {
    }

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly { get; private set; }

    /// <summary>The entry at a position.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    /// <exception cref="ArgumentNullException">The new entry is null.</exception>
    /// <exception cref="InvalidOperationException">The metadata is read-only.</exception>
    public Entry this[int index]
    {
        get => entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireWritable();
            entries[index] = value;
        }
    }

    /// <summary>The last entry with a key: later entries override earlier ones.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <returns>The entry, or null when there is none.</returns>
    public Entry? Get(string key)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].KeyEqualsIgnoreCase(key)) return entries[i];
        }

        return null;
    }

    /// <summary>The text of the last entry with a key.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <returns>The text, or null when there is no such entry.</returns>
    /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with a key.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <returns>A copy of the bytes (of a text entry, its ASCII bytes), or null when there is no such entry.</returns>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries with a key, in order.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <returns>The entries; none when the key does not occur.</returns>
    public IEnumerable<Entry> GetAll(string key) => entries.Where(entry => entry.KeyEqualsIgnoreCase(key));

    /// <inheritdoc/>
    public int IndexOf(Entry item) => entries.IndexOf(item);

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireWritable();
        entries.Insert(index, item);
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        RequireWritable();
        entries.RemoveAt(index);
    }

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireWritable();
        entries.Add(item);
    }

    /// <summary>Adds an entry that carries text.</summary>
    /// <param name="key">The key; it must not end in <see cref="BinaryHeaderSuffix"/>.</param>
    /// <param name="value">The text.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds an entry that carries bytes.</summary>
    /// <param name="key">The key; it must end in <see cref="BinaryHeaderSuffix"/>.</param>
    /// <param name="valueBytes">The bytes; they are copied.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Clear()
    {
        RequireWritable();
        entries.Clear();
    }

    /// <inheritdoc/>
    public bool Contains(Entry item) => entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public bool Remove(Entry item)
    {
        RequireWritable();
        return entries.Remove(item);
    }

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    /// <summary>A short description for logs. Entries are left out: they may be credentials.</summary>
    /// <returns>For example <c>Metadata(Count=2)</c>.</returns>
    public override string ToString() => $"Metadata(Count={entries.Count})";

    Metadata Freeze()
    {
        IsReadOnly = true;
        return this;
    }

    void RequireWritable()
    {
        if (IsReadOnly) throw new InvalidOperationException("This metadata is read-only.");
    }
}
