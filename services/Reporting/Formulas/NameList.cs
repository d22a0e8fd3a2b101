namespace AnSinh.Reporting.Formulas;

/// <summary>The "allowed" part of a message: known names, the likeliest first, so that a slip of the pen shows its cure.</summary>
internal static class NameList
{
    private const int Most = 12;

    public static string Of(IEnumerable<string> known, string found)
    {
        var names = known.OrderBy(name => Distance(name, found)).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            0 => "none is known",
            <= Most => string.Join(", ", names),
            _ => FormattableString.Invariant($"{string.Join(", ", names.Take(Most))} … ({names.Count} in all)"),
        };
    }

    // Levenshtein: letters to insert, delete or replace.
    private static int Distance(string a, string b)
    {
        b = b.Length <= 80 ? b : b[..80];
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
