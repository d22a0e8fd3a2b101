using System.Reflection;
using System.Text.RegularExpressions;
using AnSinh.Architecture.Tests.Sources;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger.SqlServer;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Architecture.Tests.TSql;

/// <summary>Every statement for SQL Server that people wrote, as it is sent.</summary>
static partial class Statements
{
    /// <summary>Texts that stand whole in the code: the ledger's for SQL Server, and those that both databases get.</summary>
    public static IReadOnlyList<string> Written =>
    [
        .. Constants(typeof(SqlServerLedgerStore).Assembly.GetType("AnSinh.Reporting.Ledger.SqlServer.SqlServerStatements")!),
        .. Constants(typeof(SqlServerDatabase)),
        .. Repository.Code.Where(file => file.IsUnder("services")).SelectMany(file => ForBoth().Matches(file.Text))
            .Select(match => (match.Groups[1].Value + match.Groups[2].Value).Replace("\\\"", "\"", StringComparison.Ordinal)),
    ];

    /// <summary>What the relay's store sends, with its parameters, and how instances take turns.</summary>
    public static async Task<IReadOnlyList<string>> OfTheRelayAsync()
    {
        var commands = new RecordedCommands();
        await using var db = new ReportingSqlServerDb(
            new DbContextOptionsBuilder<ReportingSqlServerDb>().UseSqlServer("Server=none").AddInterceptors(commands).Options);
        var store = new SqlServerRelayStore();
        await store.TryLeaseAsync(db, "holder", TimeSpan.FromSeconds(30), CancellationToken.None);
        await store.ReleaseAsync(db, "holder", CancellationToken.None);
        await DatabaseTurn.TakeAsync(db, CancellationToken.None);
        try
        {
            await store.NumberAsync(db, 0, 100, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // The recorder answers with no rows, and the store wants the number of events.
        }

        return commands.Texts;
    }

    /// <summary>The checked-in scripts, batch by batch.</summary>
    public static IReadOnlyList<string> Scripts =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "sql"), "*.sql").Append(Path.Combine(Repository.Root, "deploy", "runbooks", "rebuild-ledger.sql"))
            .SelectMany(file => TestServer.Batches(File.ReadAllText(file))),
    ];

    // Whole statements end in what no fragment of one does, or are no statements of a query.
    static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => field.IsLiteral && Whole().IsMatch((string)field.GetRawConstantValue()!))
        .Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DECLARE|SET|ALTER)\b")]
    private static partial Regex Whole();

    [GeneratedRegex("""reading\.Command\((?:"((?:[^"\\]|\\.)+)"|\"{3}(.+?)\"{3})\)""", RegexOptions.Singleline)]
    private static partial Regex ForBoth();
}
