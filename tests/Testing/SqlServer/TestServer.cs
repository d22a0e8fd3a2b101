using Microsoft.Data.SqlClient;
using Xunit;

namespace AnSinh.Testing.SqlServer;

/// <summary>
/// The SQL Server of the tests, when there is one: ANSINH_TEST_SQLSERVER holds the connection string of an administrator (it makes and drops
/// databases and logins, all named <c>ansinh_test_…</c>). Hosts of tests then stand on it instead of on SQLite.
/// </summary>
public static class TestServer
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "ANSINH_TEST_SQLSERVER";

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => !string.IsNullOrEmpty(Given);

    static string? Given => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Connection string of the administrator for a database.</summary>
    public static string Administrator(string database = "master") => new SqlConnectionStringBuilder(Given) { InitialCatalog = database }.ToString();

    /// <summary>Connection string of a login for a database.</summary>
    public static string Login(string database, string login, string password) => new SqlConnectionStringBuilder(Given)
    {
        InitialCatalog = database,
        IntegratedSecurity = false,
        UserID = login,
        Password = password,
        ApplicationName = "ansinh-test",
    }.ToString();

    /// <summary>Runs a script as sqlcmd does: batch by batch, on one connection, each <c>$(Name)</c> replaced.</summary>
    public static void Run(string connectionString, string script, params IReadOnlyList<(string Name, string Value)> variables)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        foreach (var batch in Batches(variables.Aggregate(script, (text, one) => text.Replace($"$({one.Name})", one.Value, StringComparison.Ordinal))))
        {
            using var command = connection.CreateCommand();
            command.CommandText = batch;
            command.CommandTimeout = 120;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The batches of a script, which lines <c>GO</c> divide.</summary>
    public static IReadOnlyList<string> Batches(string script) =>
    [
        .. string.Join('\n', script.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim() == "GO" ? "\0" : line)).Split('\0')
            .Select(batch => batch.Trim('\n')).Where(batch => batch.Trim().Length > 0),
    ];

    /// <summary>The text of a checked-in file.</summary>
    /// <param name="path">Path from the repository's root.</param>
    public static string TextOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, path));
    }
}

/// <summary>A test that needs a SQL Server: skipped, and says so, where there is none.</summary>
public sealed class SqlServerFactAttribute : FactAttribute
{
    /// <summary>Skips the test without a server.</summary>
    public SqlServerFactAttribute() => Skip = TestServer.IsThere ? null : SqlServerTheoryAttribute.Reason;
}

/// <summary>A test of what only the embedded database has, passed over where hosts stand on a server.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    /// <summary>Skips the test on a server.</summary>
    public SqliteFactAttribute() => Skip = TestServer.IsThere ? "about files of SQLite, and the hosts of this run stand on SQL Server" : null;
}

/// <inheritdoc cref="SqlServerFactAttribute"/>
public sealed class SqlServerTheoryAttribute : TheoryAttribute
{
    internal const string Reason = $"needs a SQL Server: {TestServer.Variable} is not set";

    /// <inheritdoc cref="SqlServerFactAttribute()"/>
    public SqlServerTheoryAttribute() => Skip = TestServer.IsThere ? null : Reason;
}
