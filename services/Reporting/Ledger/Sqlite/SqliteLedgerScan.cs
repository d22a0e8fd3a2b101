using System.Runtime.InteropServices;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>Reads cells and presences window by window: each window is one stretch of the table's key.</summary>
static class SqliteLedgerScan
{
    const string Within = "WHERE measure = ?1 AND area_code = ?2 AND day BETWEEN ?3 AND ?4";

    public static IReadOnlyDictionary<long, CellSum> SumCells(
        SqliteConnection connection, int measure, IReadOnlyList<AreaWindow> windows, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<long, CellSum>();
        using var scan = new SqliteRaw(connection, $"SELECT dims, \"count\", quantity, amount_vnd FROM cell {Within}");
        foreach (var window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(scan, measure, window);
            while (scan.Step())
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, scan.Int64(0), out _);
                sum += new CellSum(scan.Int64(1), scan.Int64(2), scan.Int64(3));
            }
        }

        return sums;
    }

    public static void ScanCells(
        SqliteConnection connection, int measure, IReadOnlyList<AreaWindow> windows, Action<long, int, CellSum> visit, CancellationToken cancellationToken)
    {
        using var scan = new SqliteRaw(connection, $"SELECT dims, day, \"count\", quantity, amount_vnd FROM cell {Within}");
        foreach (var window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(scan, measure, window);
            while (scan.Step())
            {
                visit(scan.Int64(0), (int)scan.Int64(1), new CellSum(scan.Int64(2), scan.Int64(3), scan.Int64(4)));
            }
        }
    }

    public static void ScanPresences(SqliteConnection connection, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        const string Columns = "SELECT dims, day, person, \"count\"";
        if (range.Windows is null)
        {
            using var all = new SqliteRaw(connection, $"{Columns}, area_code FROM presence WHERE measure = ?1 AND day BETWEEN ?2 AND ?3");
            all.Bind(1, range.Measure);
            all.Bind(2, StoredFormats.ToNumber(range.From));
            all.Bind(3, StoredFormats.ToNumber(range.To));
            while (all.Step())
            {
                visit(Presence(all, all.Value(4).Area));
            }

            return;
        }

        using var scan = new SqliteRaw(connection, $"{Columns} FROM presence {Within}");
        foreach (var window in range.Windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(scan, range.Measure, window);
            var area = AreaLetters.Of(window.AreaCode);
            while (scan.Step())
            {
                visit(Presence(scan, area));
            }
        }
    }

    /// <summary>
    /// Day by day along the index that begins with measure, day and moment and holds all that is read here: of a day before the moment only
    /// the late facts are met.
    /// </summary>
    public static void ScanLater(
        SqliteConnection connection, int measure, DateOnly from, DateOnly to, long after, Action<FactSeen> visit, CancellationToken cancellationToken)
    {
        using var scan = new SqliteRaw(
            connection, "SELECT recorded_at, area_code, dims, person, sign, quantity, amount_vnd FROM fact WHERE measure = ?1 AND day = ?2 AND recorded_at > ?3");
        scan.Bind(1, measure);
        scan.Bind(3, after);
        for (var at = from; ; at = at.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var day = StoredFormats.ToNumber(at);
            scan.Bind(2, day);
            while (scan.Step())
            {
                UInt128? person = scan.Value(3) is { IsNull: false } key ? key.Key : null;
                visit(new FactSeen(scan.Int64(0), scan.Value(1).Area, day, scan.Int64(2), person, (int)scan.Int64(4), scan.Int64(5), scan.Int64(6)));
            }

            if (at >= to)
            {
                return;
            }
        }
    }

    static PresenceSeen Presence(SqliteRaw scan, ulong area) => new(scan.Int64(0), (int)scan.Int64(1), scan.Key(2), scan.Int64(3), area);

    static void Bind(SqliteRaw scan, int measure, AreaWindow window)
    {
        scan.Bind(1, measure);
        scan.Bind(2, window.AreaCode);
        scan.Bind(3, StoredFormats.ToNumber(window.From));
        scan.Bind(4, StoredFormats.ToNumber(window.To));
    }
}
