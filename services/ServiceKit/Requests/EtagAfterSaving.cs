using System.Globalization;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Requests;

/// <summary>
/// The etag that a record will have once the command's transaction is saved. A command answers before it is saved, and the version goes
/// up with the save, so that <see cref="Etag.Of"/> would give the caller the version of before.
/// </summary>
public static class EtagAfterSaving
{
    /// <summary>The etag to answer with.</summary>
    /// <param name="db">The command's database.</param>
    /// <param name="record">A record of it: new, changed or unchanged.</param>
    public static string Of(DbContext db, IVersioned record)
    {
        var changes = db.Entry(record).State is EntityState.Added or EntityState.Modified;
        return (changes ? record.Version + 1 : record.Version).ToString(CultureInfo.InvariantCulture);
    }
}
