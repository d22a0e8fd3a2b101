using System.Globalization;
using Spectre.Console;

namespace AnSinh.Benchmarks.Scale;

/// <summary>Measured values beside their targets and beside a plain GROUP BY of the same run.</summary>
sealed class ScaleTable
{
    readonly Table table = new Table { Border = TableBorder.Markdown }.AddColumns("what", "measured", "target", "plain GROUP BY over the facts");

    /// <summary>Adds a latency.</summary>
    public void Latency(string what, Percentiles measured, string target, TimeSpan? plain) => Add(what, measured.ToString(), target, plain);

    /// <summary>Adds the latency of questions, with the processor time of one.</summary>
    public void Questions(string what, (Percentiles Took, TimeSpan Processor) measured, string target, TimeSpan plain) =>
        Add(what, string.Create(CultureInfo.InvariantCulture, $"{measured.Took} ({measured.Processor.TotalMilliseconds:0.0} ms of processor each)"), target, plain);

    /// <summary>Adds anything else.</summary>
    public void Add(string what, string measured, string target = "", TimeSpan? plain = null)
    {
        table.AddRow(what, measured, target, plain is { } sql ? string.Create(CultureInfo.InvariantCulture, $"{sql.TotalMilliseconds:N0} ms") : "");
        // So that a long run shows what it has.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss} {what}: {measured}{(plain is { } ms ? $" (plain {ms.TotalMilliseconds:N0} ms)" : "")}"));
    }

    /// <summary>Prints all of it.</summary>
    public void Print()
    {
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }
}
