namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is stored by SQL Server.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>SQL Server lays out the fields itself.</summary>
    Native = 1,

    /// <summary>The type writes itself through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}
