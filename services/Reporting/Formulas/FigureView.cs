namespace AnSinh.Reporting.Formulas;

/// <summary>
/// How a figure is seen: what was known at which moment, and in the administrative units of which day. Two figures are comparable only
/// through the same eyes, so every question carries its view, and answers are kept by it.
/// </summary>
public sealed record FigureView
{
    /// <summary>As everything is known now, each record in the unit that it took effect in.</summary>
    public static FigureView Current { get; } = new();

    /// <summary>Only what was saved at its source up to this moment (UTC, included) counts; null: everything that is booked.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>
    /// The day in whose units all records are seen (restated): what a former unit recorded counts in the unit that it became. Null: as it
    /// was, each record in the unit of its day of effect.
    /// </summary>
    public DateOnly? Outline { get; init; }

    /// <summary>
    /// Name of the key by which units that went to several others are shared out when restated; null: they are kept apart and
    /// count in none of them.
    /// </summary>
    public string? AreaKey { get; init; }
}
