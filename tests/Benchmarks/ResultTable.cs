using System.Globalization;
using Spectre.Console;

namespace AnSinh.Benchmarks;

/// <summary>Measured values, each beside the ceiling of the same run.</summary>
public sealed class ResultTable
{
    readonly Table table = new Table { Border = TableBorder.Markdown }.AddColumns("what", "measured", "ceiling", "ratio");

    /// <summary>Adds a ceiling.</summary>
    public void Ceiling(string what, double perSecond, string unit) => table.AddRow($"ceiling: {what}", Number(perSecond, unit), "", "");

    /// <summary>Adds a rate beside its ceiling.</summary>
    public void Rate(string what, double perSecond, string unit, double ceiling) =>
        table.AddRow(what, Number(perSecond, unit), Number(ceiling, unit), Ratio(perSecond / ceiling));

    /// <summary>Adds a latency beside that of a bare call.</summary>
    public void Latency(string what, Percentiles measured, Percentiles bare) => table.AddRow(
        what, measured.ToString(), bare.ToString(), Ratio(measured.P99.TotalMilliseconds / bare.P99.TotalMilliseconds));

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }

    static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:N0} {unit}");

    static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");
}

/// <summary>The middle and the slow end of many timings.</summary>
/// <param name="P50">Half were faster.</param>
/// <param name="P99">99 of 100 were faster.</param>
public sealed record Percentiles(TimeSpan P50, TimeSpan P99)
{
    /// <summary>Of timings in any order.</summary>
    public static Percentiles Of(IEnumerable<TimeSpan> timings)
    {
        var sorted = timings.Order().ToArray();
        return new Percentiles(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50.TotalMilliseconds:0.00} ms, p99 {P99.TotalMilliseconds:0.00} ms");
}
