using System.Security.Cryptography;
using System.Text;
using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Reports;

/// <summary>Definitions of indicators as texts: equal texts are computed and printed alike.</summary>
static class DefinitionTexts
{
    /// <summary>The definition of an indicator with those of the indicators that its formula names; null when the catalogue has none of the code.</summary>
    public static string? Of(IndicatorCatalogue catalogue, string code)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(catalogue, code, found);
        return found.Count == 0 ? null : string.Join('\n', found.Values);
    }

    /// <summary>SHA-256 over all definitions, in small hexadecimal digits.</summary>
    public static string ChecksumOf(IndicatorCatalogue catalogue) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', catalogue.Indicators.OrderBy(one => one.Code, StringComparer.Ordinal).Select(Of)))));

    static void Collect(IndicatorCatalogue catalogue, string code, SortedDictionary<string, string> found)
    {
        if (catalogue.TryGet(code, out var indicator) && found.TryAdd(code, Of(indicator)))
        {
            foreach (var named in indicator.Formula.References)
            {
                Collect(catalogue, named, found);
            }
        }
    }

    static string Of(IndicatorDefinition indicator) => string.Join(
        " | ",
        indicator.Code, indicator.NameVi, indicator.Unit.Name, indicator.Kind.ToString(), indicator.Formula.Text, indicator.Formula.Factor.ToString(),
        $"{indicator.Rounding.Mode} {indicator.Rounding.Decimals}", indicator.Qualifier is { } qualifier ? $"{qualifier.Kind} {qualifier.Step} {qualifier.Word}" : "",
        indicator.SubsetOf ?? "", indicator.NoSource ?? "");
}
