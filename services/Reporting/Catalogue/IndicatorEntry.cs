using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>An entry as it was read: each field well formed, nothing yet checked against measures or other entries.</summary>
internal sealed record IndicatorEntry
{
    public required CatalogueText File { get; init; }

    public required TextPosition Position { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; init; }

    public required string NameEn { get; init; }

    public required string Owner { get; init; }

    public required YamlScalarNode Unit { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>Why its records do not exist yet; null when they do.</summary>
    public string? NoSource { get; init; }

    /// <summary>Null for an entered indicator and one without a source.</summary>
    public YamlScalarNode? Formula { get; init; }

    /// <summary>Null when the formula is missing or does not parse.</summary>
    public FormulaNode? Parsed { get; init; }

    public IReadOnlyList<YamlScalarNode> Dimensions { get; init; } = [];

    public YamlScalarNode? SubsetOf { get; init; }

    public required Rounding Rounding { get; init; }

    public required Rational Factor { get; init; }

    public QualifierRule? Qualifier { get; init; }

    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];
}
