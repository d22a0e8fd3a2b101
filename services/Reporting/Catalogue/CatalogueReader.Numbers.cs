using System.Globalization;
using AnSinh.Reporting.Numbers;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

internal sealed partial class CatalogueReader
{
    // × 100 needs no saying when the unit is %.
    private Rational ReadFactor(YamlEntry entry, bool isShare, bool isPercent)
    {
        if (entry.Optional("factor") is not { } node)
        {
            return isShare && isPercent ? 100 : Rational.One;
        }

        if (!Rational.TryParse(node.Value, out var factor) || factor.Sign <= 0)
        {
            errors.Add(node, "catalogue.malformed", $"factor cannot be \"{node.Value}\"", "a number greater than zero, such as 100");
            return Rational.One;
        }

        if (!isShare)
        {
            errors.Add(node, "catalogue.kind_mismatch", "only a ratio has a factor", "kind: ratio or completion, or no factor");
        }

        return factor;
    }

    private Rounding ReadRounding(YamlEntry entry, Rounding usual)
    {
        if (ReadPart(entry, "rounding", "mode", "decimals") is not { } part)
        {
            return usual;
        }

        var mode = part.Choice("mode", Modes, required: false) ?? usual.Mode;
        if (part.Optional("decimals") is not { } node)
        {
            return usual with { Mode = mode };
        }

        if (int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= Rounding.MostDecimals)
        {
            return new Rounding(mode, decimals);
        }

        errors.Add(node, "catalogue.malformed", $"decimals cannot be \"{node.Value}\"", $"0 to {Rounding.MostDecimals}");
        return usual;
    }

    private QualifierRule? ReadQualifier(YamlEntry entry)
    {
        if (ReadPart(entry, "qualifier", "kind", "step", "word") is not { } part)
        {
            return null;
        }

        var kind = part.Choice("kind", Qualifiers, required: true);
        var step = part.Required("step");
        if (step is null || !Rational.TryParse(step.Value, out var number) || number.Sign <= 0)
        {
            if (step is not null)
            {
                errors.Add(step, "catalogue.malformed", $"step cannot be \"{step.Value}\"", "a number greater than zero, such as 1000");
            }

            return null;
        }

        return kind is null ? null : new QualifierRule(kind.Value, number, part.Optional("word")?.Value ?? QualifierRule.UsualWord(kind.Value));
    }

    private List<LegalBasis> ReadLegalBasis(YamlEntry entry)
    {
        var found = new List<LegalBasis>();
        if (!entry.TryNode("legal_basis", out var node))
        {
            return found;
        }

        if (node is not YamlSequenceNode list)
        {
            errors.Add(node, "catalogue.malformed", "legal_basis is no list", "- { text: …, valid_from: 2015-01-01, valid_to: }");
            return found;
        }

        foreach (var item in list.Children)
        {
            if (item is not YamlMappingNode mapping)
            {
                errors.Add(item, "catalogue.malformed", "the legal basis is no mapping", "{ text: …, valid_from: 2015-01-01, valid_to: }");
                continue;
            }

            var part = new YamlEntry(mapping, errors, "text", "valid_from", "valid_to");
            var (text, from, to) = (part.Required("text"), part.Day("valid_from", required: true), part.Day("valid_to", required: false));
            if (to < from)
            {
                errors.Add(item, "catalogue.malformed", "the legal basis ends before it begins", "valid_from not after valid_to");
            }

            if (text is not null && from is not null)
            {
                found.Add(new LegalBasis(text.Value!, from.Value, to));
            }
        }

        return found;
    }

    private YamlEntry? ReadPart(YamlEntry entry, string key, params string[] keys)
    {
        if (!entry.TryNode(key, out var node))
        {
            return null;
        }

        if (node is YamlMappingNode mapping)
        {
            return new YamlEntry(mapping, errors, keys);
        }

        errors.Add(node, "catalogue.malformed", $"{key} is no mapping", $"{{ {string.Join(": …, ", keys)}: … }}");
        return null;
    }
}
