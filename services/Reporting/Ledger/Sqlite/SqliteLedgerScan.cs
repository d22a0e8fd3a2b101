using System.Runtime.InteropServices;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>
/// Reads cells and presences window by window: each window is one stretch of the table's key. People are told apart here and not by
/// SQLite, whose COUNT(DISTINCT) took three times as long over 10,000 rows; and one pass answers every grouping.
/// </summary>
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

    public static IReadOnlyList<long[]> CountPeople(
        SqliteConnection connection, IReadOnlyList<int> measures, IReadOnlyList<AreaWindow> windows, IReadOnlyList<PeopleGrouping> groupings,
        Dictionary<UInt128, UInt128> aliases, CancellationToken cancellationToken)
    {
        var people = groupings.Select(grouping => Enumerable.Range(0, grouping.Members).Select(_ => PersonSets.Rent()).ToArray()).ToArray();
        var targets = new Dictionary<long, HashSet<UInt128>[]>();
        using var scan = new SqliteRaw(connection, $"SELECT dims, person FROM presence {Within} AND \"count\" > 0");
        foreach (var measure in measures)
        {
            foreach (var window in windows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Bind(scan, measure, window);
                while (scan.Step())
                {
                    ref var sets = ref CollectionsMarshal.GetValueRefOrAddDefault(targets, scan.Int64(0), out _);
                    sets ??= Targets(scan.Int64(0), groupings, people);
                    if (sets.Length > 0)
                    {
                        var person = scan.Key(1);
                        Add(sets, aliases.GetValueOrDefault(person, person));
                    }
                }
            }
        }

        long[][] counts = [.. people.Select(members => members.Select(member => (long)member.Count).ToArray())];
        PersonSets.Return(people.SelectMany(members => members));
        return counts;
    }

    public static void ScanPresences(
        SqliteConnection connection, PresenceRange range, Dictionary<UInt128, UInt128> aliases, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        const string Columns = "SELECT dims, day, person, \"count\" FROM presence";
        if (range.Windows is null)
        {
            using var all = new SqliteRaw(connection, $"{Columns} WHERE measure = ?1 AND day BETWEEN ?2 AND ?3");
            all.Bind(1, range.Measure);
            all.Bind(2, StoredFormats.ToNumber(range.From));
            all.Bind(3, StoredFormats.ToNumber(range.To));
            Visit(all, aliases, visit, cancellationToken);
            return;
        }

        using var scan = new SqliteRaw(connection, $"{Columns} {Within}");
        foreach (var window in range.Windows)
        {
            Bind(scan, range.Measure, window);
            Visit(scan, aliases, visit, cancellationToken);
        }
    }

    static void Visit(SqliteRaw scan, Dictionary<UInt128, UInt128> aliases, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (scan.Step())
        {
            var person = scan.Key(2);
            visit(new PresenceSeen(scan.Int64(0), (int)scan.Int64(1), aliases.GetValueOrDefault(person, person), scan.Int64(3)));
        }
    }

    static HashSet<UInt128>[] Targets(long dims, IReadOnlyList<PeopleGrouping> groupings, HashSet<UInt128>[][] people)
    {
        var targets = new List<HashSet<UInt128>>();
        for (var i = 0; i < groupings.Count; i++)
        {
            var member = 0;
            if (groupings[i].MemberOf is not { } members || members.TryGetValue(dims, out member))
            {
                targets.Add(people[i][member]);
            }
        }

        return [.. targets];
    }

    static void Add(HashSet<UInt128>[] sets, UInt128 person)
    {
        foreach (var set in sets)
        {
            set.Add(person);
        }
    }

    static void Bind(SqliteRaw scan, int measure, AreaWindow window)
    {
        scan.Bind(1, measure);
        scan.Bind(2, window.AreaCode);
        scan.Bind(3, StoredFormats.ToNumber(window.From));
        scan.Bind(4, StoredFormats.ToNumber(window.To));
    }
}
