using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Catalogue;

/// <summary>One indicator of the catalogue, checked together with all others.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>The code by which plans, templates and formulas name it: EMP-01.</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The team that answers for it: employment, training, merit, protection, child or planning.</summary>
    public required string Owner { get; init; }

    /// <summary>What it counts, as reports print it.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What sort of figure it is.</summary>
    public required IndicatorKind Kind { get; init; }

    /// <summary>How it is computed; for an entered indicator the question for the latest entry.</summary>
    public required CheckedFormula Formula { get; init; }

    /// <summary>Why the records behind it do not exist yet; null when they do. It then has no value, which is not zero.</summary>
    public string? NoSource { get; init; }

    /// <summary>The codes of the dimensions by which it may be broken down and filtered, in the order of the catalogue.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>The indicator of which this one counts a part, if any: its value can never be greater.</summary>
    public string? SubsetOf { get; init; }

    /// <summary>How it is rounded when printed.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>The qualifier with which it is printed unless a template says otherwise, if any.</summary>
    public QualifierRule? Qualifier { get; init; }

    /// <summary>The legal texts that define it, each with the days on which it is in force.</summary>
    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];

    /// <summary>The line of the catalogue file on which its entry begins.</summary>
    public int Line { get; init; }
}

/// <summary>A legal text and when it applies.</summary>
/// <param name="Text">Its number and article, as it is cited.</param>
/// <param name="ValidFrom">The first day in force.</param>
/// <param name="ValidTo">The last day in force, or null while it still is.</param>
public sealed record LegalBasis(string Text, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>Whether the text is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
