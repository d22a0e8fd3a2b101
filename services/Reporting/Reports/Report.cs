using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Reports;

/// <summary>A report of one period and area, in one edition.</summary>
sealed class Report : IVersioned
{
    /// <summary>Longest text of a narrative part, in characters.</summary>
    public const int LongestText = 4_000;

    public Guid Id { get; set; }

    /// <summary>Name of the template.</summary>
    public required string Template { get; set; }

    /// <summary>Period in its canonical form.</summary>
    public required string Period { get; set; }

    /// <summary>Last day of the period: units are looked up on it.</summary>
    public DateOnly PeriodTo { get; set; }

    public required string AreaCode { get; set; }

    /// <summary>1 for the first report of template, period and area; each correction of a published one has the next.</summary>
    public int Edition { get; set; }

    /// <summary>Whether it may be made before its period is over, and says so.</summary>
    public bool IsPreliminary { get; set; }

    /// <summary>The published report that it corrects.</summary>
    public Guid? Replaces { get; set; }

    public ReportState State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Day in Viet Nam on which it was last submitted; null before.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>When it was published and frozen, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A narrative part of a report.</summary>
sealed class ReportNarrative
{
    public Guid ReportId { get; set; }

    /// <summary>Key in the template.</summary>
    public required string Key { get; set; }

    /// <summary>Markdown as people wrote it.</summary>
    public required string Text { get; set; }
}

/// <summary>What somebody did with a report; append-only.</summary>
sealed class ReportHistoryRow
{
    public Guid ReportId { get; set; }

    /// <summary>Place in the history, from 1.</summary>
    public int Ordinal { get; set; }

    public ReportAction Action { get; set; }

    /// <summary>Account.</summary>
    public required string Actor { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Why, for a return; empty otherwise.</summary>
    public string Reason { get; set; } = "";
}
