using System.Globalization;
using System.Text.Json.Serialization;
using AnSinh.Reporting.Templates;

namespace AnSinh.Reporting.Reports;

/// <summary>What the documents of a report are made from; of a published report it never changes.</summary>
sealed record ReportContent
{
    public required string Template { get; init; }

    /// <summary>Period in its canonical form.</summary>
    public required string Period { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>Moment at which the figures were frozen; null for live figures.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public required string Markdown { get; init; }

    /// <summary>Every figure, in the order of the text.</summary>
    public required IReadOnlyList<ContentFigure> Figures { get; init; }

    public static ReportContent Of(RenderedReport rendered, string template, string period, string areaCode, DateTimeOffset? asOf = null) => new()
    {
        Template = template,
        Period = period,
        AreaCode = areaCode,
        AsOf = asOf,
        Markdown = rendered.Markdown,
        Figures = [.. rendered.Figures.Select(ContentFigure.Of)],
    };
}

/// <summary>A figure of a report, exact and as printed, all in texts so that nothing is lost on the way.</summary>
sealed record ContentFigure
{
    /// <summary>Place among the report's figures, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What stands between the braces of the template.</summary>
    public required string Placeholder { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    /// <summary>Code of the indicator; empty for another formula.</summary>
    public required string Indicator { get; init; }

    public required string Formula { get; init; }

    /// <summary>Codes of the indicators that the formula names.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Dimension of the row; empty outside such rows.</summary>
    public required string Dimension { get; init; }

    /// <summary>Value of the dimension, or code of the unit, that the row is about; empty outside such rows.</summary>
    public required string Member { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>First day, as 2020-01-01.</summary>
    public required string From { get; init; }

    /// <summary>Last day, as 2020-06-30.</summary>
    public required string To { get; init; }

    /// <summary>A whole number or a fraction; empty when there is no value.</summary>
    public required string Exact { get; init; }

    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    /// <summary>What the report says.</summary>
    public required string Printed { get; init; }

    /// <summary>Which figure of the template it is, whatever stands before it: the same in two renderings of one template.</summary>
    [JsonIgnore]
    public (int Line, int Column, string Indicator, string Member) Identity => (Line, Column, Indicator, Member);

    public static ContentFigure Of(RenderedFigure figure, int index) => new()
    {
        Index = index,
        Placeholder = figure.Placeholder,
        Line = figure.Position.Line,
        Column = figure.Position.Column,
        Indicator = figure.Indicator ?? "",
        Formula = figure.Formula.Text,
        References = [.. figure.Formula.References.Order(StringComparer.Ordinal)],
        Dimension = figure.Dimension ?? "",
        Member = figure.Member ?? "",
        AreaCode = figure.Area.Code,
        From = figure.Periods[0].From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = figure.Periods[0].To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Exact = figure.Figure.Value?.ToString() ?? "",
        Numerator = figure.Figure.Numerator?.ToString() ?? "",
        Denominator = figure.Figure.Denominator?.ToString() ?? "",
        Printed = figure.Printed,
    };
}
