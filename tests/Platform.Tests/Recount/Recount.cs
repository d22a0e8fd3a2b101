using System.Globalization;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Requests;
using Microsoft.Data.Sqlite;

namespace AnSinh.Platform.Tests.Recount;

/// <summary>
/// Figures counted anew by SQL over the tables in which the services keep their records, past events, ledger and formulas. The statements
/// stand in Sql/*.sql, one a section "-- CODE"; each answers with one row, numerator and denominator, or with none for a figure not keyed in.
/// Parameters: $from, $to (days as yyyymmdd), $area; table area: the codes within the area. Databases are attached under their services' names.
/// </summary>
public sealed class Recount : IDisposable
{
    static readonly string[] Services = ["employment", "training", "merit", "protection", "child", "reporting"];

    readonly SqliteConnection connection = new("Data Source=file::memory:");

    /// <summary>Opens the databases of a running or stopped all-in-one, for reading.</summary>
    public Recount(string data)
    {
        connection.Open();
        connection.CreateFunction("day_number", (int day) => Day(day).DayNumber, isDeterministic: true);
        connection.CreateFunction("day_of", (long? ticks) => ticks is { } at ? Number(VietnamDay.Of(new DateTimeOffset(at, TimeSpan.Zero))) : (int?)null, isDeterministic: true);
        foreach (var service in Services)
        {
            Run($"ATTACH 'file:{Path.Combine(data, service)}.db?mode=ro' AS {service}");
        }

        Run("CREATE TEMP TABLE area (code TEXT PRIMARY KEY)");
        Run(File.ReadAllText(SqlFile("views.sql")));
    }

    /// <summary>The statements by code of the indicator.</summary>
    public static IReadOnlyDictionary<string, string> Statements { get; } = Directory.EnumerateFiles(SqlFile("."), "*.sql")
        .Where(file => Path.GetFileName(file) != "views.sql").SelectMany(Sections).ToDictionary(StringComparer.Ordinal);

    /// <summary>Sets the area that is counted.</summary>
    public void Within(IEnumerable<string> codes)
    {
        Run("DELETE FROM area");
        using var insert = Command("INSERT INTO area VALUES ($code)");
        var code = insert.Parameters.Add("$code", SqliteType.Text);
        foreach (var one in codes)
        {
            code.Value = one;
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Counts one indicator.</summary>
    /// <returns>The figure; null when there is none: nothing keyed in, or a share of nothing.</returns>
    public Rational? Count(string indicator, DateOnly from, DateOnly to, string area)
    {
        using var command = Command(Statements[indicator]);
        foreach (var (name, value) in (ReadOnlySpan<(string, object)>)[("$from", Number(from)), ("$to", Number(to)), ("$area", area)])
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var (numerator, denominator) = (Rational.Parse(reader.GetString(0)), reader.GetInt64(1));
        return denominator == 0 ? null : numerator / new Rational(denominator, 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        SqliteConnection.ClearPool(connection);
    }

    static string SqlFile(string name) => Path.Combine(AppContext.BaseDirectory, "Recount", "Sql", name);

    static IEnumerable<KeyValuePair<string, string>> Sections(string file) => File.ReadAllText(file).Split("\n-- ").Skip(1)
        .Select(section => section.Split('\n', 2)).Select(parts => KeyValuePair.Create(parts[0].Split(':')[0].Trim(), parts[1]));

    static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    static DateOnly Day(int number) => DateOnly.ParseExact(number.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture);

    SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }
}
