using System.Globalization;
using System.Reflection;
using System.Text;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>
/// Reads the tables that a service embeds: <c>decrees</c> (code,legal_basis,signed_on,in_force_on,applied_from,applied_to,confirmed) and
/// <c>levels</c> (decree,category,report_category,kind,value). No field holds a comma; lines that begin with # are comments.
/// </summary>
public static class RateCsv
{
    /// <summary>Reads the levels of two embedded resources.</summary>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="decrees">Resource name of the documents.</param>
    /// <param name="levels">Resource name of the levels.</param>
    /// <exception cref="InvalidDataException">A line is not as it must be; the message names it.</exception>
    public static IReadOnlyList<BuiltInRate> Read(Assembly assembly, string decrees, string levels)
    {
        var bases = Lines(assembly, decrees, 7).Select(BasisOf).ToDictionary(basis => basis.Code, StringComparer.Ordinal);
        return [.. Lines(assembly, levels, 5).Select(cells => new BuiltInRate(
            cells[1], cells[2], Enum.Parse<RateKind>(cells[3], ignoreCase: true), long.Parse(cells[4], CultureInfo.InvariantCulture), bases[cells[0]]))];
    }

    static RateBasis BasisOf(string[] cells) => new(
        cells[0], cells[1], Day(cells[2]), Day(cells[3]), Day(cells[4]), cells[5].Length == 0 ? null : Day(cells[5]), bool.Parse(cells[6]));

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<string[]> Lines(Assembly assembly, string resource, int cells)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidDataException($"{assembly.GetName().Name} embeds no {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1 || line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split(',');
            yield return parts.Length == cells ? parts : throw new InvalidDataException($"{resource}, line {number}: {parts.Length} cells, not {cells}.");
        }
    }
}
