namespace AnSinh.Contracts.Events.Surveys.V1;

/// <summary>
/// A figure of a survey was keyed in by one official and signed by another (the envelope's area and day are those that it is about). A later
/// one for the same indicator, area and day takes its place.
/// </summary>
[EventType("ansinh.surveys.v1.SurveyedFigureSigned")]
public sealed record SurveyedFigureSigned
{
    /// <summary>Indicator of the catalogue, such as <c>VOC-06</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>The figure as a plain decimal, such as <c>65.45</c>, in the indicator's unit.</summary>
    public required string Value { get; init; }

    /// <summary>Where it comes from, such as the name and date of the statistics office's release; at most 200 characters.</summary>
    public required string Source { get; init; }
}

/// <summary>A signed figure was withdrawn: the one before it, if any, holds again.</summary>
[EventType("ansinh.surveys.v1.SurveyedFigureWithdrawn")]
public sealed record SurveyedFigureWithdrawn
{
    /// <summary>Indicator of the catalogue.</summary>
    public required string Indicator { get; init; }

    /// <summary>Event that said it.</summary>
    public required Guid Replaces { get; init; }
}
