namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or structure as a user-defined type of SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute : Attribute
{
    int maxByteSize;

    /// <summary>Marks a type.</summary>
    /// <param name="format">How it is stored.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is neither native nor the type's own.</exception>
    public SqlUserDefinedTypeAttribute(Format format)
    {
        if (format is not (Format.Native or Format.UserDefined))
            throw new ArgumentOutOfRangeException(nameof(format), format, "A user-defined type is stored natively or by itself.");
        Format = format;
    }

    /// <summary>Largest size of a value, in bytes: 1 to 8000, or -1 for up to 2 GB. Needed with <see cref="Format.UserDefined"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is below -1.</exception>
    public int MaxByteSize
    {
        get => maxByteSize;
        set
        {
            if (value < -1) throw new ArgumentOutOfRangeException(nameof(value), value, "The largest size is -1 or more.");
            maxByteSize = value;
        }
    }

    /// <summary>Whether all values have the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether comparing the stored bytes compares the values, so that they can be indexed.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>How the type is stored.</summary>
    public Format Format { get; }

    /// <summary>Name of the method that checks a value read from the server; null for none.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name of the type in the database; null for the class's own.</summary>
    public string? Name { get; set; }
}
