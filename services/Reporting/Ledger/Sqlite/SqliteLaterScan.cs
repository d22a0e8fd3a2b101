using System.Runtime.InteropServices;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>
/// Reads what was recorded after a moment, to take it off cells and presences: window by window along the index that begins with measure,
/// area and moment and holds all that is read here.
/// </summary>
static class SqliteLaterScan
{
    const string Within = "FROM fact WHERE measure = ?1 AND area_code = ?2 AND recorded_at > ?3 AND day BETWEEN ?4 AND ?5";

    const string FactsWithin = $"SELECT dims, day, person, sign {Within} AND person IS NOT NULL";
    const string Area = "CAST('1' || area_code AS INTEGER)";

    public static IReadOnlyDictionary<long, CellSum> Sum(
        SqliteConnection connection, int measure, IReadOnlyList<AreaWindow> windows, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<long, CellSum>();
        using var scan = new SqliteRaw(connection, $"SELECT dims, sign, sign * quantity, sign * amount_vnd {Within}");
        foreach (var window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(scan, measure, window, asOf);
            while (scan.Step())
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, scan.Int64(0), out _);
                sum += new CellSum(scan.Int64(1), scan.Int64(2), scan.Int64(3));
            }
        }

        return sums;
    }

    public static void ScanFacts(
        SqliteConnection connection, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        if (range.Windows is null)
        {
            using var all = FactsOfAll(connection, range, asOf);
            Visit(all, visit);
            return;
        }

        using var facts = new SqliteRaw(connection, FactsWithin);
        foreach (var window in range.Windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(facts, range.Measure, window, asOf);
            Visit(facts, visit);
        }
    }

    static void Visit(SqliteRaw facts, Action<PresenceSeen> visit)
    {
        while (facts.Step())
        {
            visit(new PresenceSeen(facts.Int64(0), (int)facts.Int64(1), facts.Key(2), facts.Int64(3)));
        }
    }

    public static void ScanPresences(
        SqliteConnection connection, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        if (range.Windows is null)
        {
            ScanAll(connection, range, asOf, visit);
            return;
        }

        using var facts = new SqliteRaw(connection, FactsWithin);
        using var rows = new SqliteRaw(
            connection, "SELECT dims, day, person, \"count\" FROM presence WHERE measure = ?1 AND area_code = ?2 AND day BETWEEN ?3 AND ?4");
        var later = new Dictionary<PresenceOf, long>();
        foreach (var window in range.Windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(facts, range.Measure, window, asOf);
            rows.Bind(1, range.Measure);
            rows.Bind(2, window.AreaCode);
            rows.Bind(3, StoredFormats.ToNumber(window.From));
            rows.Bind(4, StoredFormats.ToNumber(window.To));
            Visit(facts, rows, later, visit, hasArea: false);
        }
    }

    // Of a figure's second measure, which is looked up wherever its records lie. The plus keeps SQLite from the index by day, from which it
    // would go to the table for every fact.
    static SqliteRaw FactsOfAll(SqliteConnection connection, PresenceRange range, DateTimeOffset asOf)
    {
        var facts = new SqliteRaw(
            connection, $"SELECT dims, day, person, sign, {Area} FROM fact WHERE measure = ?1 AND recorded_at > ?2 AND +day BETWEEN ?3 AND ?4 AND person IS NOT NULL");
        facts.Bind(1, range.Measure);
        facts.Bind(2, asOf.UtcTicks);
        facts.Bind(3, StoredFormats.ToNumber(range.From));
        facts.Bind(4, StoredFormats.ToNumber(range.To));
        return facts;
    }

    static void ScanAll(SqliteConnection connection, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit)
    {
        using var facts = FactsOfAll(connection, range, asOf);
        using var rows = new SqliteRaw(connection, $"SELECT dims, day, person, \"count\", {Area} FROM presence WHERE measure = ?1 AND day BETWEEN ?2 AND ?3");
        rows.Bind(1, range.Measure);
        rows.Bind(2, StoredFormats.ToNumber(range.From));
        rows.Bind(3, StoredFormats.ToNumber(range.To));
        Visit(facts, rows, [], visit, hasArea: true);
    }

    static void Visit(SqliteRaw facts, SqliteRaw rows, Dictionary<PresenceOf, long> later, Action<PresenceSeen> visit, bool hasArea)
    {
        later.Clear();
        while (facts.Step())
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(later, PresenceOf.Read(facts, hasArea), out _);
            sum += facts.Int64(3);
        }

        while (rows.Step())
        {
            var key = PresenceOf.Read(rows, hasArea);
            var count = rows.Int64(3) - (later.Remove(key, out var since) ? since : 0);
            if (count != 0)
            {
                visit(new PresenceSeen(key.Dims, key.Day, key.Person, count));
            }
        }

        // What has gone since: it was booked back later.
        foreach (var (key, since) in later)
        {
            if (since != 0)
            {
                visit(new PresenceSeen(key.Dims, key.Day, key.Person, -since));
            }
        }
    }

    static void Bind(SqliteRaw scan, int measure, AreaWindow window, DateTimeOffset asOf)
    {
        scan.Bind(1, measure);
        scan.Bind(2, window.AreaCode);
        scan.Bind(3, asOf.UtcTicks);
        scan.Bind(4, StoredFormats.ToNumber(window.From));
        scan.Bind(5, StoredFormats.ToNumber(window.To));
    }

    readonly record struct PresenceOf(long Dims, int Day, UInt128 Person, long Area)
    {
        public static PresenceOf Read(SqliteRaw scan, bool hasArea) => new(scan.Int64(0), (int)scan.Int64(1), scan.Key(2), hasArea ? scan.Int64(4) : 0);
    }
}
