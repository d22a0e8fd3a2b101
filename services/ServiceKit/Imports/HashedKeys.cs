namespace AnSinh.ServiceKit.Imports;

/// <summary>Compares identity and natural keys by their bytes; they are hashes already.</summary>
public sealed class HashedKeys : IEqualityComparer<byte[]>
{
    /// <summary>The comparer.</summary>
    public static HashedKeys Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(byte[] obj) => BitConverter.ToInt32(obj);
}
