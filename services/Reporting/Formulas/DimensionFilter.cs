namespace AnSinh.Reporting.Formulas;

/// <summary>A condition on one dimension of the records.</summary>
public sealed record DimensionFilter
{
    /// <summary>The dimension's code.</summary>
    public required string Dimension { get; init; }

    /// <summary>The values, sorted, without repetition, at least one.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>False: the record's value is one of <see cref="Values"/>. True: it is none of them; a record without a value passes.</summary>
    public bool Excludes { get; init; }

    /// <summary>A condition that the record's value is one of the given.</summary>
    /// <param name="dimension">The dimension's code.</param>
    /// <param name="values">The values, at least one.</param>
    public static DimensionFilter In(string dimension, params IEnumerable<string> values) =>
        new() { Dimension = dimension, Values = [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    /// <summary>Whether a record passes.</summary>
    /// <param name="value">The record's value in this dimension, null or empty when it has none.</param>
    public bool Passes(string? value) => Values.Contains(value ?? "", StringComparer.Ordinal) != Excludes;

    /// <summary>The condition as a formula writes it; equal conditions have equal texts.</summary>
    public override string ToString()
    {
        var quoted = Values.Select(value => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return Values.Count == 1
            ? $"{Dimension} {(Excludes ? "!=" : "=")} {quoted.First()}"
            : $"{Dimension} {(Excludes ? "not in" : "in")} ({string.Join(", ", quoted)})";
    }

    /// <inheritdoc />
    public bool Equals(DimensionFilter? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
