using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Tells a hit unique key from other faults, by the providers' numbers.</summary>
public static class UniqueViolations
{
    const int SqliteConstraintPrimaryKey = 1555;
    const int SqliteConstraintUnique = 2067;

    /// <summary>Whether a save failed because a unique key was there already.</summary>
    /// <param name="fault">What EF threw on saving, or what the provider threw on a bulk insert.</param>
    public static bool Caused(Exception fault) => (fault is DbUpdateException update ? update.InnerException : fault) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        SqlException sql => sql.Number is 2601 or 2627,
        _ => false,
    };
}
