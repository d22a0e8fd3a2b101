using System.Globalization;

namespace AnSinh.Employment.Placements.Csv;

/// <summary>Something wrong in a CSV file.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Position">Column, or byte for a wrong encoding, from 1; 0 for the whole line.</param>
/// <param name="Column">Name of the column; empty when there is none.</param>
/// <param name="Code">Stable code, such as <c>csv.date_invalid</c>.</param>
/// <param name="Message">What was wrong and what is allowed, in Vietnamese.</param>
public sealed record CsvProblem(long Line, int Position, string Column, string Code, string Message)
{
    /// <summary>The problem with its place, for the person who made the file.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Dòng {Line}{(Position == 0 ? "" : $", cột {Position}")}{(Column.Length == 0 ? "" : $" ({Column})")}: {Message}");
}

/// <summary>A CSV file that is refused whole: nothing of it can be trusted.</summary>
/// <param name="problem">What is wrong.</param>
public sealed class CsvRefusedException(CsvProblem problem) : FormatException(problem.ToString())
{
    /// <summary>What is wrong.</summary>
    public CsvProblem Problem { get; } = problem;
}
