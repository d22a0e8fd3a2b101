using System.Text.RegularExpressions;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Reads the YAML of a catalogue into entries and reports what is malformed.</summary>
internal sealed partial class CatalogueReader(CatalogueErrors errors, CatalogueText file)
{
    private static readonly Dictionary<string, IndicatorKind> Kinds = Enum.GetValues<IndicatorKind>()
        .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, RoundingMode> Modes = new(StringComparer.Ordinal)
    {
        ["half_up"] = RoundingMode.HalfUp,
        ["truncate"] = RoundingMode.Truncate,
    };

    private static readonly Dictionary<string, Qualifier> Qualifiers = new(StringComparer.Ordinal)
    {
        ["over"] = Qualifier.Over,
        ["under"] = Qualifier.Under,
        ["near"] = Qualifier.Near,
        ["about"] = Qualifier.About,
    };

    /// <summary>Every entry that could be read; entries without a usable code, unit or kind are reported and left out.</summary>
    public IReadOnlyList<IndicatorEntry> Read() => [.. YamlFile.Entries(file, "indicators", errors).Select(ReadNode).OfType<IndicatorEntry>()];

    private IndicatorEntry? ReadNode(YamlNode node)
    {
        errors.Indicator = "";
        if (node is YamlMappingNode mapping)
        {
            return ReadEntry(new YamlEntry(
                mapping, errors, "code", "name_vi", "name_en", "owner", "unit", "kind", "formula", "no_source", "dimensions", "subset_of", "rounding", "factor", "qualifier", "legal_basis"));
        }

        errors.Add(node, "catalogue.malformed", "the entry is no mapping", "code: …, name_vi: …");
        return null;
    }

    private IndicatorEntry? ReadEntry(YamlEntry entry)
    {
        var code = entry.Required("code");
        errors.Indicator = code?.Value ?? "";
        if (code is not null && !CodeForm().IsMatch(code.Value!))
        {
            errors.Add(code, "catalogue.malformed", $"\"{code.Value}\" is no indicator code", "two to four capital letters, a hyphen, two or three digits, such as EMP-01");
        }

        var (nameVi, nameEn, owner, unit) = (entry.Required("name_vi"), entry.Required("name_en"), entry.Required("owner"), entry.Required("unit"));
        var kind = entry.Choice("kind", Kinds, required: true);
        var isShare = kind is IndicatorKind.Ratio or IndicatorKind.Completion;
        var noSource = entry.Optional("no_source");
        var formula = ReadFormula(entry, kind, noSource, out var parsed);
        var factor = ReadFactor(entry, isShare, string.Equals(unit?.Value, Unit.Percent.Name, StringComparison.Ordinal));
        var rounding = ReadRounding(entry, isShare || kind is IndicatorKind.Change or IndicatorKind.Entered ? Rounding.TwoDecimals : Rounding.Whole);
        var legalBasis = ReadLegalBasis(entry);
        var qualifier = ReadQualifier(entry);
        if (code is null || unit is null || kind is null)
        {
            return null;
        }

        return new IndicatorEntry
        {
            File = file,
            Position = CatalogueErrors.PositionOf(entry.Node.Start),
            Code = code.Value!,
            NameVi = nameVi?.Value ?? "",
            NameEn = nameEn?.Value ?? "",
            Owner = owner?.Value ?? "",
            Unit = unit,
            Kind = kind.Value,
            Formula = formula,
            Parsed = parsed,
            NoSource = noSource?.Value,
            Dimensions = entry.Texts("dimensions"),
            SubsetOf = entry.Optional("subset_of"),
            Rounding = rounding,
            Factor = factor,
            Qualifier = qualifier,
            LegalBasis = legalBasis,
        };
    }

    private YamlScalarNode? ReadFormula(YamlEntry entry, IndicatorKind? kind, YamlScalarNode? noSource, out FormulaNode? parsed)
    {
        parsed = null;
        if (noSource is not null)
        {
            if (entry.TryNode("formula", out _) || kind == IndicatorKind.Entered)
            {
                errors.Add(noSource, "catalogue.kind_mismatch", "an indicator without a source has no formula and is not keyed in", "either formula or no_source");
            }

            return null;
        }

        if (kind == IndicatorKind.Entered)
        {
            if (entry.TryNode("formula", out var superfluous))
            {
                errors.Add(superfluous, "catalogue.kind_mismatch", "an entered indicator has no formula", "no formula, or another kind");
            }

            return null;
        }

        var formula = entry.Required("formula");
        if (formula is not null && !FormulaParser.TryParse(formula.Value!, out parsed, out var error))
        {
            errors.Add(FormulaPlace.InFile(formula, error.Position, file.Lines), error.Code, error.Found, error.Allowed);
        }

        return formula;
    }

    [GeneratedRegex("^[A-Z]{2,4}-[0-9]{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
