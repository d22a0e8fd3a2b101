using AnSinh.BenefitPayments.Rates;

namespace AnSinh.BenefitPayments;

/// <summary>A benefit that a service pays every month by this kernel.</summary>
public sealed record BenefitScheme
{
    /// <summary>Code in events and records, such as <c>merit.allowance</c>; at most 40 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Name that officials read.</summary>
    public required string NameVi { get; init; }

    /// <summary>Permission to see citizen numbers whole.</summary>
    public required string ReadIdentityPermission { get; init; }

    /// <summary>Whether events of confirmed payments say who was paid (person keys), because figures count people.</summary>
    public bool TellPaidPeople { get; init; }

    /// <summary>Which categories exclude each other; a category of no group is cumulative.</summary>
    public IReadOnlyList<ExclusivityGroup> ExclusivityGroups { get; init; } = [];

    /// <summary>Levels that come with the build; loaded at start where they are missing. Null for schemes of fixed amounts.</summary>
    public Func<IReadOnlyList<BuiltInRate>>? BuiltInRates { get; init; }
}

/// <summary>Categories of which a person receives only the highest, or only so many (Ordinance 02/2020, Article 5; Decree 20/2021, Article 6).</summary>
public sealed record ExclusivityGroup
{
    /// <summary>Code, such as <c>survivor</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name that officials read.</summary>
    public required string NameVi { get; init; }

    /// <summary>The categories: each text is a category or the beginning of several.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>How many of the group one person receives at once; 1 is "the highest only".</summary>
    public int AtMost { get; init; } = 1;

    /// <summary>Pairs of categories (or beginnings) that may be received together all the same: the named exceptions.</summary>
    public IReadOnlyList<(string One, string Other)> Together { get; init; } = [];

    /// <summary>Whether a category is of the group.</summary>
    public bool Holds(string category) => Categories.Any(one => category.StartsWith(one, StringComparison.Ordinal));

    /// <summary>Whether two categories may be received together although both are of the group.</summary>
    public bool MayBeTogether(string left, string right) => Together.Any(pair =>
        (left.StartsWith(pair.One, StringComparison.Ordinal) && right.StartsWith(pair.Other, StringComparison.Ordinal))
        || (left.StartsWith(pair.Other, StringComparison.Ordinal) && right.StartsWith(pair.One, StringComparison.Ordinal)));
}

/// <summary>The schemes that this process pays.</summary>
/// <param name="schemes">Registered by the services' modules.</param>
public sealed class SchemeBook(IEnumerable<BenefitScheme> schemes)
{
    readonly Dictionary<string, BenefitScheme> byCode = schemes.ToDictionary(scheme => scheme.Code, StringComparer.Ordinal);

    /// <summary>The scheme of a code.</summary>
    /// <exception cref="KeyNotFoundException">No module registered it: a fault of the build.</exception>
    public BenefitScheme this[string code] => byCode[code];
}
