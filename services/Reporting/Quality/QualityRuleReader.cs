using System.Globalization;
using System.Text.RegularExpressions;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Quality;

/// <summary>Reads the YAML of rules and reports what is malformed.</summary>
/// <param name="errors">Where it is reported.</param>
/// <param name="file">The file.</param>
/// <param name="catalogue">The indicators that rules may name.</param>
/// <param name="passOver">Whether what the catalogue does not know is passed over: the rules were not written for it.</param>
sealed partial class QualityRuleReader(CatalogueErrors errors, CatalogueText file, IndicatorCatalogue catalogue, bool passOver)
{
    const int LongestText = 500;
    const int LongestHistory = 60;

    static readonly string[] Common = ["code", "kind", "name_vi", "text_vi", "basis"];

    static readonly Dictionary<string, (QualityKind Kind, string[] Keys)> Kinds = new(StringComparer.Ordinal)
    {
        ["silent_area"] = (QualityKind.SilentArea, ["indicators", "least_share"]),
        ["not_entered"] = (QualityKind.NotEntered, ["indicators"]),
        ["late"] = (QualityKind.Late, ["indicators", "days", "most_share"]),
        ["outlier"] = (QualityKind.Outlier, ["indicators", "history", "least_history", "factor", "floor"]),
        ["subset"] = (QualityKind.Subset, []),
        ["repeated_person"] = (QualityKind.RepeatedPerson, ["indicators"]),
        ["gap"] = (QualityKind.Gap, ["most_behind"]),
    };

    readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>Every rule that could be read.</summary>
    public IReadOnlyList<QualityRule> Read() => [.. YamlFile.Entries(file, "rules", errors).Select(ReadNode).OfType<QualityRule>()];

    QualityRule? ReadNode(YamlNode node)
    {
        errors.Indicator = "";
        if (node is not YamlMappingNode mapping)
        {
            errors.Add(node, "catalogue.malformed", "the rule is no mapping", "code: …, kind: …");
            return null;
        }

        // Which keys mean something depends on the kind, which is therefore looked up first.
        var written = mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: "kind" }).Value as YamlScalarNode;
        var known = Kinds.TryGetValue(written?.Value ?? "", out var form);
        var entry = new YamlEntry(mapping, errors, [.. Common, .. known ? form.Keys : Kinds.Values.SelectMany(kind => kind.Keys).Distinct()]);
        var kind = entry.Choice("kind", Kinds.ToDictionary(pair => pair.Key, pair => pair.Value.Kind), required: true);
        return ReadRule(entry, kind);
    }

    QualityRule? ReadRule(YamlEntry entry, QualityKind? kind)
    {
        var code = entry.Required("code");
        errors.Indicator = code?.Value ?? "";
        if (code is not null && !CodeForm().IsMatch(code.Value!))
        {
            errors.Add(code, "catalogue.malformed", $"\"{code.Value}\" is no code of a rule", "two capital letters, a hyphen, two digits, such as DQ-01");
        }
        else if (code is not null && !codes.Add(code.Value!))
        {
            errors.Add(code, "catalogue.duplicate_code", $"the code {code.Value} is used twice", "a code of its own");
        }

        var (name, text, basis) = (Text(entry, "name_vi"), Text(entry, "text_vi"), Text(entry, "basis"));
        return kind is null || code is null ? null : new QualityRule
        {
            Code = code.Value!,
            Kind = kind.Value,
            NameVi = name,
            TextVi = text,
            Basis = basis,
            Indicators = kind == QualityKind.Subset ? [.. catalogue.Indicators.Where(indicator => indicator is { SubsetOf: not null, NoSource: null })] : ReadIndicators(entry, kind.Value),
            Days = kind == QualityKind.Late ? Whole(entry, "days", 0, 3_660) : 0,
            MostShare = kind == QualityKind.Late ? Share(entry, "most_share") : default,
            LeastShare = kind == QualityKind.SilentArea ? Share(entry, "least_share") : default,
            History = kind == QualityKind.Outlier ? Whole(entry, "history", 3, LongestHistory) : 0,
            LeastHistory = kind == QualityKind.Outlier ? Whole(entry, "least_history", 3, LongestHistory) : 0,
            Factor = kind == QualityKind.Outlier ? Number(entry, "factor") : default,
            Floor = kind == QualityKind.Outlier ? Number(entry, "floor") : default,
            MostBehind = kind == QualityKind.Gap ? Whole(entry, "most_behind", 0, int.MaxValue) : 0,
        };
    }

    List<IndicatorDefinition> ReadIndicators(YamlEntry entry, QualityKind kind)
    {
        var found = new List<IndicatorDefinition>();
        if (kind != QualityKind.Gap && !entry.TryNode("indicators", out _))
        {
            errors.Add(entry.Node, "catalogue.missing", "\"indicators\" is missing", "indicators: [EMP-02, …]");
        }

        foreach (var node in entry.Texts("indicators"))
        {
            catalogue.TryGet(node.Value!, out var indicator);
            if (passOver && (indicator is null || !Suits(indicator, kind)))
            {
                continue;
            }

            if (indicator is null)
            {
                errors.Add(node, "quality.unknown_indicator", $"there is no indicator \"{node.Value}\"", NameList.Of(catalogue.Indicators.Select(one => one.Code), node.Value!));
            }
            else if (found.Contains(indicator))
            {
                errors.Add(node, "catalogue.malformed", $"{node.Value} is listed twice", "each indicator once");
            }
            else if (!Suits(indicator, kind))
            {
                errors.Add(node, "quality.kind_mismatch", $"{node.Value} cannot be looked at in this way", Allowed(kind));
            }
            else
            {
                found.Add(indicator);
            }
        }

        return found;
    }

    static bool Suits(IndicatorDefinition indicator, QualityKind kind) => kind switch
    {
        QualityKind.NotEntered => indicator.Kind == IndicatorKind.Entered,
        QualityKind.Outlier => indicator is { Kind: IndicatorKind.Flow or IndicatorKind.Stock, NoSource: null },
        _ => indicator is { Kind: not IndicatorKind.Entered, NoSource: null },
    };

    static string Allowed(QualityKind kind) => kind switch
    {
        QualityKind.NotEntered => "survey figures (kind: entered)",
        QualityKind.Outlier => "flows and stocks with a source",
        _ => "indicators that are computed from records",
    };

    string Text(YamlEntry entry, string key)
    {
        var node = entry.Required(key);
        var text = node?.Value ?? "";
        if (node is not null && text.Length > LongestText)
        {
            errors.Add(node, "catalogue.malformed", FormattableString.Invariant($"{key} has {text.Length} characters"), FormattableString.Invariant($"at most {LongestText}"));
        }

        return text;
    }

    int Whole(YamlEntry entry, string key, int least, int most)
    {
        if (entry.Required(key) is not { } node)
        {
            return least;
        }

        if (int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(node, "catalogue.malformed", $"{key} cannot be \"{node.Value}\"", FormattableString.Invariant($"a whole number from {least} to {most}"));
        return least;
    }

    Rational Number(YamlEntry entry, string key) => Fraction(entry, key, value => value.Sign >= 0, "a number of 0 or more, such as 6");

    Rational Share(YamlEntry entry, string key) => Fraction(entry, key, value => value.Sign >= 0 && value <= 1, "a share from 0 to 1, such as 1/2");

    Rational Fraction(YamlEntry entry, string key, Func<Rational, bool> isRight, string allowed)
    {
        if (entry.Required(key) is not { } node)
        {
            return Rational.Zero;
        }

        if (Rational.TryParse(node.Value, out var value) && isRight(value))
        {
            return value;
        }

        errors.Add(node, "catalogue.malformed", $"{key} cannot be \"{node.Value}\"", allowed);
        return Rational.Zero;
    }

    [GeneratedRegex("^[A-Z]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
