using AnSinh.ServiceKit.Persistence;

namespace AnSinh.SurveyedFigures;

/// <summary>How far a figure is; stored by number, the numbers of ansinh.surveys.v1.SurveyedFigureState.</summary>
public enum FigureState
{
    /// <summary>Keyed in, waits for the signature.</summary>
    Keyed = 1,

    /// <summary>Signed: it holds.</summary>
    Signed = 2,

    /// <summary>Withdrawn, before or after the signature.</summary>
    Withdrawn = 3,
}

/// <summary>A figure of a survey (số liệu điều tra): one official keys it in, another signs it.</summary>
public sealed class SurveyedFigure : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Indicator of the catalogue.</summary>
    public required string Indicator { get; init; }

    /// <summary>Area of any level, as it was on <see cref="Day"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day that the figure is about.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The figure as a plain decimal: never a binary fraction, so that 65.45 stays 65.45.</summary>
    public required string Value { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How far it is.</summary>
    public FigureState State { get; set; }

    /// <summary>Account that keyed it in.</summary>
    public required string KeyedBy { get; init; }

    /// <summary>Account that signed it; null until then.</summary>
    public string? SignedBy { get; set; }

    /// <summary>Event that told of the signature; null until then.</summary>
    public Guid? ToldBy { get; set; }

    /// <summary>Account that withdrew it; null unless withdrawn.</summary>
    public string? WithdrawnBy { get; set; }

    /// <summary>Why it was withdrawn; null unless withdrawn.</summary>
    public string? WithdrawnBecause { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
