using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Tells a database that is away or has no room from a statement that is wrong, by the provider's numbers.</summary>
public static class DatabaseFaults
{
    /// <summary>Numbers of SQL Server's client beside EF's own list: no route, waited for in vain, nobody listens, name unknown.</summary>
    internal static readonly int[] Unreachable = [53, 258, 10061, 11001];

    // From 17 upwards the server lacks something (log or disk full), is damaged, or the connection is gone.
    const byte ServersOwn = 17;
    const int Timeout = -2;
    const int Deadlock = 1205;
    const int LockTimeout = 1222;
    const int CannotOpenDatabase = 4060;
    const int Truncated = 2628;
    const int TruncatedUnnamed = 8152;

    /// <summary>Whether a text is longer than its column, which SQL Server refuses and SQLite takes.</summary>
    /// <param name="fault">What EF or the provider threw.</param>
    public static bool MeansTooLong(Exception fault) =>
        (fault is DbUpdateException update ? update.InnerException : fault) is SqlException { Number: Truncated or TruncatedUnnamed };

    /// <summary>Whether the same request may succeed when it is sent again; its outcome may be unknown.</summary>
    /// <param name="fault">What EF or the provider threw.</param>
    public static bool MeansAway(Exception fault) => (fault is DbUpdateException update ? update.InnerException : fault) switch
    {
        RetryLimitExceededException => true,
        SqlException sql => sql.Class >= ServersOwn || sql.Number is Timeout or Deadlock or LockTimeout or CannotOpenDatabase || Unreachable.Contains(sql.Number),
        DbException { IsTransient: true } => true,
        _ => false,
    };
}
