namespace AnSinh.Reporting.Reports;

/// <summary>
/// A stretch of what is frozen of a published report. In stretches, because the SQL Server client misreads large unbounded columns; all of
/// a report's in their order are the JSON of a <see cref="FrozenReport"/>. Never changed.
/// </summary>
sealed class FrozenRow
{
    /// <summary>Most bytes in a row.</summary>
    public const int MostBytes = 4_000;

    public Guid ReportId { get; set; }

    public int Ordinal { get; set; }

    public required byte[] Data { get; set; }
}

/// <summary>
/// Which facts are in a frozen figure: those of a measure in an area over days whose dimension values pass. Written when a report is
/// published, so that it says what was counted then whatever the catalogue becomes; never changed.
/// </summary>
sealed class FrozenQuestion
{
    /// <summary>Most characters of <see cref="Filters"/>.</summary>
    public const int LongestFilters = 4_000;

    public Guid ReportId { get; set; }

    /// <summary>Place of the figure in its report, from 0.</summary>
    public int Figure { get; set; }

    /// <summary>Place of the question in its figure, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>Key of the measure; see <see cref="Measures.MeasureKey"/>.</summary>
    public int Measure { get; set; }

    /// <summary>First day of effect; the first of all for a stock.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of effect.</summary>
    public DateOnly To { get; set; }

    /// <summary>Area code; empty where the area does not matter, as for the second of two measures that people are linked by.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Unit that the area lay directly below on the days that count; empty where that does not matter.</summary>
    public string Below { get; set; } = "";

    /// <summary>Conditions on dimensions as JSON.</summary>
    public required string Filters { get; set; }
}
