namespace AnSinh.Reporting.Ledger;

/// <summary>
/// A figure that one official keyed in and another signed. Of several for one indicator, area and day the one told last holds; one that
/// was withdrawn never does, so the one before it holds again.
/// </summary>
public sealed class EnteredFigureRow
{
    /// <summary>Longest value, in characters.</summary>
    public const int LongestValue = 40;

    /// <summary>Longest indicator code, in characters.</summary>
    public const int LongestIndicator = 10;

    /// <summary>Event that said it.</summary>
    public Guid EventId { get; set; }

    /// <summary>Indicator of the catalogue.</summary>
    public required string Indicator { get; set; }

    /// <summary>Area code that it is about.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Day that it is about.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The figure as a plain decimal, in the indicator's unit.</summary>
    public required string Value { get; set; }

    /// <summary>Where it comes from, as the officials wrote it.</summary>
    public required string Origin { get; set; }

    /// <summary>Source service.</summary>
    public required string Source { get; set; }

    /// <summary>Place of the event in its source's log.</summary>
    public long Sequence { get; set; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Event that withdrew it, if any.</summary>
    public Guid? WithdrawnBy { get; set; }

    /// <summary>When that event was saved at its source, UTC; of several the first counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
