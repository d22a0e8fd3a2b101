namespace Microsoft.SqlServer.Server;

/// <summary>A type was used as a user-defined type of SQL Server and is none.</summary>
[Serializable]
public sealed class InvalidUdtException : SystemException
{
    InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception. There is no public constructor: SQL Server's client calls this method.</summary>
    /// <param name="udtType">The type.</param>
    /// <param name="resourceReason">Why it cannot be used.</param>
    /// <returns>The exception.</returns>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is an invalid user defined type: {resourceReason}");
}
