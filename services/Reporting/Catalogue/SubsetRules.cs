namespace AnSinh.Reporting.Catalogue;

/// <summary>What "subset_of" may name: an indicator of the catalogue that counts the same thing.</summary>
internal static class SubsetRules
{
    public static void Check(IReadOnlyDictionary<string, IndicatorEntry> entries, CatalogueErrors errors)
    {
        foreach (var entry in entries.Values.Where(entry => entry.SubsetOf is not null))
        {
            errors.Enter(entry);
            var name = entry.SubsetOf!.Value!;
            if (!entries.TryGetValue(name, out var whole))
            {
                errors.Add(entry.SubsetOf, "catalogue.unknown_subset", $"subset_of names \"{name}\", which is no indicator", Formulas.NameList.Of(entries.Keys, name));
            }
            else if (!string.Equals(whole.Unit.Value, entry.Unit.Value, StringComparison.Ordinal))
            {
                errors.Add(
                    entry.SubsetOf,
                    "catalogue.subset_unit",
                    $"{entry.Code} counts {entry.Unit.Value} and cannot be a part of {name}, which counts {whole.Unit.Value}",
                    $"an indicator that counts {entry.Unit.Value}");
            }
            else if (IsPartOfItself(entry, entries))
            {
                errors.Add(entry.SubsetOf, "catalogue.subset_cycle", $"{entry.Code} would be a part of itself", "parts that end at a whole");
            }
        }
    }

    private static bool IsPartOfItself(IndicatorEntry entry, IReadOnlyDictionary<string, IndicatorEntry> entries)
    {
        var whole = entry;
        for (var steps = 0; steps < entries.Count && whole?.SubsetOf?.Value is { } next; steps++)
        {
            if (string.Equals(next, entry.Code, StringComparison.Ordinal))
            {
                return true;
            }

            whole = entries.GetValueOrDefault(next);
        }

        return false;
    }
}
