namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Takes the value over from a reader.</summary>
    /// <param name="r">The reader.</param>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    /// <param name="w">The writer.</param>
    void Write(BinaryWriter w);
}
