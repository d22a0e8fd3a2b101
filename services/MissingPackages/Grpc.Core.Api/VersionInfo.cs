namespace Grpc.Core;

/// <summary>Which gRPC version these abstractions stand for.</summary>
public static class VersionInfo
{
    /// <summary>Version of the packages whose surface this is.</summary>
    public const string CurrentVersion = "2.85.0";

    /// <summary>Version of the assembly. It has not changed since gRPC 2.0: everything of that line binds to it.</summary>
    public const string CurrentAssemblyVersion = "2.0.0.0";

    /// <summary>Version of the file.</summary>
    public const string CurrentAssemblyFileVersion = "2.85.0.0";
}
