namespace AnSinh.Reporting.Catalogue;

/// <summary>A property by which records are told apart: sex, channel, market.</summary>
public sealed record DimensionDefinition
{
    /// <summary>The code that formulas and queries use: lower-case letters, digits and underscores.</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name, as the head of a table column.</summary>
    public required string NameVi { get; init; }

    /// <summary>All values in the order in which tables print them; empty when the records bring their own (markets, occupations).</summary>
    public IReadOnlyList<DimensionMember> Members { get; init; } = [];

    /// <summary>The name to print for a value: the member's, else the value itself, else "Không rõ" for records without one.</summary>
    /// <param name="value">The value.</param>
    public string NameOf(string value) =>
        Members.FirstOrDefault(member => string.Equals(member.Code, value, StringComparison.Ordinal))?.NameVi ?? (value.Length == 0 ? "Không rõ" : value);
}

/// <summary>A value of a dimension.</summary>
/// <param name="Code">The code in records and formulas.</param>
/// <param name="NameVi">The Vietnamese name.</param>
public sealed record DimensionMember(string Code, string NameVi);
