namespace Grpc.Core;

/// <summary>How messages are written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer for others to go with it.</summary>
    BufferHint = 0x1,

    /// <summary>The message is not compressed, even where the call is.</summary>
    NoCompress = 0x2,
}

/// <summary>Options for writing messages.</summary>
public class WriteOptions
{
    /// <summary>Options without any flag.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Makes options.</summary>
    /// <param name="flags">The flags; none by default.</param>
    public WriteOptions(WriteFlags flags = default) => Flags = flags;

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; }
}
