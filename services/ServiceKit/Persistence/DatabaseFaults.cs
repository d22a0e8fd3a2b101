using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Tells a database that is away, locked or has no room from a statement that is wrong, by the provider's numbers. EF wraps what the provider
/// throws, so the causes are looked at too.
/// </summary>
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
    const int FileGroupFull = 1105;
    const int LogFull = 9002;

    // SQLite's primary result codes (https://www.sqlite.org/rescode.html); its exceptions do not say themselves that they pass.
    const int Busy = 5;
    const int Locked = 6;
    const int InputOutput = 10;
    const int Full = 13;
    const int CannotOpen = 14;

    /// <summary>Whether a text is longer than its column, which SQL Server refuses and SQLite takes.</summary>
    /// <param name="fault">What EF or the provider threw.</param>
    public static bool MeansTooLong(Exception fault) => Causes(fault).Any(cause => cause is SqlException { Number: Truncated or TruncatedUnnamed });

    /// <summary>Whether the database has no room left on its disk.</summary>
    /// <param name="fault">What EF or the provider threw.</param>
    public static bool MeansFull(Exception fault) =>
        Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: Full } or SqlException { Number: FileGroupFull or LogFull });

    /// <summary>
    /// Whether nothing is wrong with the request, and the same one may succeed when it is sent again, by itself or after an operator has made
    /// room; the outcome of this one may be unknown.
    /// </summary>
    /// <param name="fault">What EF or the provider threw.</param>
    public static bool MeansAway(Exception fault) => Causes(fault).Any(cause => cause switch
    {
        RetryLimitExceededException => true,
        SqlException sql => sql.Class >= ServersOwn || sql.Number is Timeout or Deadlock or LockTimeout or CannotOpenDatabase || Unreachable.Contains(sql.Number),
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked or InputOutput or Full or CannotOpen,
        DbException { IsTransient: true } => true,
        _ => false,
    });

    static IEnumerable<Exception> Causes(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
