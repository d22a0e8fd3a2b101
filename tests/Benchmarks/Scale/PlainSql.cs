using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace AnSinh.Benchmarks.Scale;

/// <summary>The same figures by a plain GROUP BY over the raw facts, in the same file: what every question would cost without cells.</summary>
/// <param name="host">Whose database.</param>
/// <param name="areas">The units.</param>
sealed class PlainSql(ScaleHost host, ScaleAreas areas)
{
    /// <summary>Every measure of a province in a year, by combination of dimension values, with distinct people.</summary>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    /// <param name="times">How often; the answer is the middle.</param>
    public Task<TimeSpan> OfYearAsync(DateTimeOffset? asOf = null, int times = 3) => MiddleAsync(
        $"""
        SELECT measure, dims, SUM(sign), SUM(sign * quantity), SUM(sign * amount_vnd), COUNT(DISTINCT person) FROM fact
        WHERE day BETWEEN 20230101 AND 20231231 AND area_code IN ('{string.Join("','", areas.Communes("40", new DateOnly(2023, 1, 1)))}')
        {(asOf is { } moment ? FormattableString.Invariant($"AND recorded_at <= {moment.UtcTicks}") : "")} GROUP BY measure, dims
        """,
        times);

    /// <summary>All cells out of all facts.</summary>
    public Task<TimeSpan> OfAllAsync() => MiddleAsync(
        "SELECT measure, area_code, day, dims, SUM(sign), SUM(sign * quantity), SUM(sign * amount_vnd), COUNT(DISTINCT person) FROM fact GROUP BY measure, area_code, day, dims", 1);

    async Task<TimeSpan> MiddleAsync(string sql, int times)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = host.File, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using (var settings = connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY;";
            await settings.ExecuteNonQueryAsync();
        }

        var timings = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
            }

            timings.Add(Stopwatch.GetElapsedTime(began));
        }

        return timings.Order().ElementAt(times / 2);
    }
}
