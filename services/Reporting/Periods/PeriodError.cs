namespace AnSinh.Reporting.Periods;

/// <summary>Why a text names no period.</summary>
/// <param name="Code">Stable: period.malformed, period.not_a_day, period.inverted, period.not_a_term or period.year_out_of_range.</param>
/// <param name="Message">What was found and what is allowed, in English.</param>
public sealed record PeriodError(string Code, string Message);
