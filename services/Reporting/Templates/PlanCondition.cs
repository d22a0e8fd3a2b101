using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Templates;

/// <summary>How a plan has come out; every plan has exactly one of these for a given threshold.</summary>
internal enum PlanVerdict
{
    /// <summary>Vượt: better than planned.</summary>
    Beaten,

    /// <summary>Đạt: fulfilled, not exceeded.</summary>
    Met,

    /// <summary>Xấp xỉ đạt: not fulfilled, but at least the threshold's share of it.</summary>
    Near,

    /// <summary>Chưa đạt: less than the threshold's share, or not fulfilled where there is no threshold.</summary>
    Missed,

    /// <summary>No plan, or no figure to hold against it.</summary>
    Unknown,
}

/// <summary>A verdict that a sentence asks for. What "near" means stands in the template: no threshold is assumed.</summary>
/// <param name="Indicator">Code of the indicator whose plan it is.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="NearFrom">Share of the plan, in percent, from which a plan that is not fulfilled is nearly so; null for none.</param>
internal sealed record PlanCondition(string Indicator, PlanVerdict Verdict, Rational? NearFrom)
{
    public bool Holds(PlanProgress? plan) => Of(plan, NearFrom) == Verdict;

    /// <summary>The verdict on a plan. Where less is better there is no share, so nothing is near.</summary>
    public static PlanVerdict Of(PlanProgress? plan, Rational? nearFrom) => plan?.IsMet switch
    {
        null => PlanVerdict.Unknown,
        true => plan.IsBeaten ? PlanVerdict.Beaten : PlanVerdict.Met,
        false => nearFrom is { } least && plan.Percent >= least ? PlanVerdict.Near : PlanVerdict.Missed,
    };

    /// <summary>Reads what stands behind "is": beaten, met, near 95, missed, missed 95, unknown.</summary>
    public static PlanCondition? Read(string indicator, IReadOnlyList<string> words) => words switch
    {
        ["beaten"] => new(indicator, PlanVerdict.Beaten, null),
        ["met"] => new(indicator, PlanVerdict.Met, null),
        ["missed"] => new(indicator, PlanVerdict.Missed, null),
        ["unknown"] => new(indicator, PlanVerdict.Unknown, null),
        ["near", var text] when ReadShare(text) is { } least => new(indicator, PlanVerdict.Near, least),
        ["missed", var text] when ReadShare(text) is { } least => new(indicator, PlanVerdict.Missed, least),
        _ => null,
    };

    /// <summary>A share of a plan in percent, above 0 and below 100.</summary>
    public static Rational? ReadShare(string text) => Rational.TryParse(text, out var share) && share.Sign > 0 && share < 100 ? share : null;
}
