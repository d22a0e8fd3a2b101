using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Templates;

/// <summary>What a report is about.</summary>
public sealed record ReportSubject
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The area whose records count.</summary>
    public required AreaScope Area { get; init; }

    /// <summary>The area's Vietnamese name on the report's day: "Tỉnh Hà Tĩnh".</summary>
    public required string AreaName { get; init; }

    /// <summary>The units directly below the area, for tables by area, in the order of their rows.</summary>
    public IReadOnlyList<AreaRow> Below { get; init; } = [];

    /// <summary>What people have written for the template's narrative parts, by key.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For a report of a period that is not over: the day up to which there are figures, which is printed on it; null otherwise.</summary>
    public DateOnly? PreliminaryOn { get; init; }
}

/// <summary>A unit that a table by area has a row for.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Vietnamese name.</param>
public sealed record AreaRow(string Code, string Name);

/// <summary>A report with its figures filled in.</summary>
public sealed record RenderedReport
{
    /// <summary>The report as Markdown; lines end with \n.</summary>
    public required string Markdown { get; init; }

    /// <summary>Every figure in it, exact and as printed, in the order of the text.</summary>
    public required IReadOnlyList<RenderedFigure> Figures { get; init; }
}

/// <summary>One figure of a report.</summary>
public sealed record RenderedFigure
{
    /// <summary>What stands between the braces of the template.</summary>
    public required string Placeholder { get; init; }

    /// <summary>Where in the template.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The indicator, when the placeholder names exactly one.</summary>
    public string? Indicator { get; init; }

    /// <summary>The value of the table's dimension that the row is about; null outside such rows.</summary>
    public string? Member { get; init; }

    /// <summary>The dimension of <see cref="Member"/>; null outside such rows.</summary>
    public string? Dimension { get; init; }

    /// <summary>How it is computed, without <see cref="Member"/>.</summary>
    public required CheckedFormula Formula { get; init; }

    /// <summary>The area: the report's, or the unit of the row.</summary>
    public required AreaScope Area { get; init; }

    /// <summary>The periods whose records are in what is printed: the report's, one that it is compared with, the year of its plan.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The exact figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>What the report says.</summary>
    public required string Printed { get; init; }
}
