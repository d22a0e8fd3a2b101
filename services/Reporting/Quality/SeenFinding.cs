using System.Globalization;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Quality;

/// <summary>A value that a rule saw.</summary>
/// <param name="Label">What it is, in Vietnamese.</param>
/// <param name="Exact">Exact, as a whole number or fraction.</param>
/// <param name="Printed">In Vietnamese number form.</param>
public sealed record SeenValue(string Label, string Exact, string Printed)
{
    /// <summary>A value of an indicator.</summary>
    public static SeenValue Of(string label, IndicatorDefinition indicator, Rational value) =>
        new(label, value.ToString(), (FigureMessages.Form(indicator) with { Qualifier = null }).Print(value));

    /// <summary>A number of things.</summary>
    public static SeenValue Count(string label, long count, string unit) =>
        new(label, count.ToString(CultureInfo.InvariantCulture), new NumberForm { Unit = unit }.Print(count));
}

/// <summary>What a rule sees now.</summary>
public sealed record SeenFinding
{
    /// <summary>The indicator; null for a source.</summary>
    public IndicatorDefinition? Indicator { get; init; }

    /// <summary>Area code; empty for a source.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>Source service; empty for an indicator.</summary>
    public string Source { get; init; } = "";

    /// <summary>What is wrong, in Vietnamese.</summary>
    public required string Message { get; init; }

    /// <summary>The values that show it.</summary>
    public required IReadOnlyList<SeenValue> Values { get; init; }
}

/// <summary>What a check saw.</summary>
/// <param name="Areas">The areas that it looked at, whether or not it found anything; an empty code stands for the sources.</param>
/// <param name="Found">What it found.</param>
public sealed record CheckResult(IReadOnlyCollection<string> Areas, IReadOnlyList<SeenFinding> Found);
