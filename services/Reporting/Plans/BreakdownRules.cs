using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Plans;

/// <summary>What a breakdown must be.</summary>
/// <param name="rules">What each share must be as a plan.</param>
public sealed class BreakdownRules(PlanRules rules)
{
    /// <summary>Most shares: no province has as many communes.</summary>
    public const int MostShares = 500;

    /// <summary>Refuses an indicator whose parts are no sum: ratios, changes, percentages. Targets of distinct people are handed out like any other number.</summary>
    public static void RequireAdditive(IndicatorDefinition indicator)
    {
        var isNumber = indicator.Kind is IndicatorKind.Flow or IndicatorKind.Stock or IndicatorKind.Entered;
        if (!isNumber || indicator.Unit == Unit.Pure || indicator.Unit.Name.Contains('%', StringComparison.Ordinal))
        {
            throw Refusal.Invalid(
                "indicator", "plan.not_additive", $"Chỉ tiêu {indicator.Code} tính bằng {(indicator.Unit == Unit.Pure ? "tỷ lệ" : indicator.Unit.Name)} nên không phân bổ được: tổng các phần không bằng cả tỉnh.");
        }
    }

    /// <summary>What is wrong with the shares themselves.</summary>
    /// <param name="plans">The shares as plans.</param>
    /// <param name="below">Codes of the units directly below.</param>
    /// <param name="before">Codes of the units in the breakdown before.</param>
    public IReadOnlyList<Violation> Check(IReadOnlyList<Wire.Plan> plans, IReadOnlySet<string> below, IEnumerable<string> before)
    {
        if (plans.Count is 0 or > MostShares)
        {
            return [new("shares", "plan.shares_count", $"Có {plans.Count} địa bàn được phân bổ; cho phép từ 1 đến {MostShares}.")];
        }

        var found = new List<Violation>();
        for (var i = 0; i < plans.Count; i++)
        {
            found.AddRange(CheckShare(plans[i], below, plans.Take(i).Any(other => other.AreaCode == plans[i].AreaCode), $"shares[{i}]"));
        }

        var leftOut = before.Except(plans.Select(plan => plan.AreaCode), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (leftOut.Count > 0)
        {
            found.Add(new("shares", "plan.unit_left_out", $"Thiếu {string.Join(", ", leftOut)} đã có trong lần phân bổ trước; hãy ghi mức 0 nếu không giao nữa."));
        }

        // What all shares have in common is wrong once.
        return [.. found.DistinctBy(violation => (violation.Field, violation.Code))];
    }

    IEnumerable<Violation> CheckShare(Wire.Plan plan, IReadOnlySet<string> below, bool isAgain, string path)
    {
        if (isAgain)
        {
            yield return new($"{path}.area_code", "plan.unit_twice", $"Địa bàn {plan.AreaCode} được ghi hai lần.");
        }
        else if (!below.Contains(plan.AreaCode))
        {
            yield return new($"{path}.area_code", "plan.unit_not_below", $"“{plan.AreaCode}” không phải là đơn vị trực thuộc vào ngày bản phân bổ có hiệu lực.");
        }

        foreach (var violation in rules.Check(plan).Where(violation => violation.Field != "plan.area_code"))
        {
            var field = violation.Field["plan.".Length..];
            yield return violation with { Field = field is "target" or "target_to" ? $"{path}.{field}" : field };
        }
    }
}
