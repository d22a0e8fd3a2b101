using System.Globalization;
using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>Knows when the ledger has changed.</summary>
static class LedgerState
{
    /// <summary>Name under which replacements by a rebuilt ledger are counted; no source of events bears it.</summary>
    public const string Rebuilds = "rebuild";

    /// <summary>Notes, in the transaction of a run, that its sources have changed the ledger.</summary>
    public static async Task ChangedAsync(ReportingDb db, IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources.Distinct().Order(StringComparer.Ordinal))
        {
            await NoteAsync(db, source, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The same for one source in a command, whose transaction saves what is new.</summary>
    public static async Task NoteAsync(ReportingDb db, string source, CancellationToken cancellationToken)
    {
        var known = await db.LedgerStates.Where(row => row.Source == source)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (known == 0)
        {
            db.Add(new LedgerStateRow { Source = source, Version = 1 });
        }
    }

    /// <summary>The version of the state that is being read: greater than that of every state before it.</summary>
    public static async Task<long> VersionAsync(LedgerReading reading, CancellationToken cancellationToken)
    {
        await using var sum = reading.Command("SELECT COALESCE(SUM(version), 0) FROM ledger_state");
        return Convert.ToInt64(await sum.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
