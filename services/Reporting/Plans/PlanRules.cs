using AnSinh.Reporting.Catalogue;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Reporting.Plans;

/// <summary>What a plan must be; every rule that is broken is named at once.</summary>
/// <param name="catalogue">The indicators.</param>
/// <param name="areas">All units.</param>
public sealed class PlanRules(IndicatorCatalogue catalogue, AreaDirectory areas)
{
    const int LongestLegalBasis = 200;

    /// <summary>What is wrong with a plan as sent.</summary>
    public IReadOnlyList<Violation> Check(Contracts.Reporting.V1.Plan plan) =>
        [.. new[] { Indicator(plan), Year(plan), Area(plan), Target(plan), TargetTo(plan), Comparator(plan), Direction(plan), LegalBasis(plan), EffectiveOn(plan) }.OfType<Violation>()];

    Violation? Indicator(Contracts.Reporting.V1.Plan plan) => catalogue.TryGet(plan.Indicator, out _)
        ? null
        : new("plan.indicator", "indicator.unknown", $"Không có chỉ tiêu “{plan.Indicator}” trong danh mục.");

    static Violation? Year(Contracts.Reporting.V1.Plan plan) => PlanYears.AreValid(plan.Year)
        ? null
        : new(
            "plan.year",
            "plan.year_invalid",
            $"Năm kế hoạch là {plan.Year}; cho phép từ {PlanYears.FirstYear} đến {PlanYears.LastYear}, hoặc giai đoạn 5 năm ghi bằng năm đầu và năm cuối, như 20212025.");

    Violation? Area(Contracts.Reporting.V1.Plan plan)
    {
        if (!areas.Known(plan.AreaCode))
        {
            return new("plan.area_code", "area.unknown", $"Không có đơn vị hành chính nào mang mã “{plan.AreaCode}”.");
        }

        return !PlanYears.AreValid(plan.Year)
            || areas.History(plan.AreaCode).Any(unit => !(unit.ValidFrom > PlanYears.LastDay(plan.Year)) && !(unit.ValidTo < PlanYears.FirstDay(plan.Year)))
            ? null
            : new("plan.area_code", "area.not_valid_on_date", $"Không có đơn vị hành chính nào mang mã “{plan.AreaCode}” trong {PlanYears.Name(plan.Year)}.");
    }

    static Violation? Target(Contracts.Reporting.V1.Plan plan) => PlanTarget.Read(plan.Target) switch
    {
        null => new("plan.target", "plan.target_malformed", $"Mức kế hoạch “{plan.Target}” không phải là số; viết như 24000 hoặc 2.3."),
        { Sign: < 0 } => new("plan.target", "plan.target_negative", $"Mức kế hoạch là {plan.Target}; không được nhỏ hơn 0."),
        _ => null,
    };

    static Violation? Comparator(Contracts.Reporting.V1.Plan plan) => Enum.IsDefined(plan.Comparator) && plan.Comparator != Contracts.Reporting.V1.Comparator.Unspecified
        ? null
        : new("plan.comparator", "plan.comparator_missing", "Chưa ghi cách so sánh với mức kế hoạch: ít nhất, nhiều nhất, đúng bằng, nhỏ hơn, lớn hơn, hay trong khoảng.");

    static Violation? TargetTo(Contracts.Reporting.V1.Plan plan)
    {
        var isRange = plan.Comparator == Contracts.Reporting.V1.Comparator.Range;
        if (isRange != plan.TargetTo.Length > 0)
        {
            return new("plan.target_to", "plan.range_malformed", isRange
                ? "Kế hoạch trong khoảng phải ghi mức trên (target_to)."
                : "Chỉ kế hoạch trong khoảng mới có mức trên (target_to).");
        }

        return !isRange || PlanTarget.Read(plan.TargetTo) >= PlanTarget.Read(plan.Target)
            ? null
            : new("plan.target_to", "plan.range_malformed", $"Mức trên “{plan.TargetTo}” phải là số không nhỏ hơn mức dưới “{plan.Target}”.");
    }

    static Violation? Direction(Contracts.Reporting.V1.Plan plan) => Enum.IsDefined(plan.Direction)
        ? null
        : new("plan.direction", "plan.direction_unknown", "Chiều tốt của chỉ tiêu không đúng: càng cao càng tốt, hoặc càng thấp càng tốt.");

    /// <summary>The first day on which a plan as sent holds; 1 January of its first year when it does not say.</summary>
    public static DateOnly FirstDay(Contracts.Reporting.V1.Plan plan) => WireDate.ToDay(plan.EffectiveOn, "plan.effective_on", []) ?? PlanYears.FirstDay(plan.Year);

    static Violation? EffectiveOn(Contracts.Reporting.V1.Plan plan)
    {
        var found = new List<Violation>();
        if (!PlanYears.AreValid(plan.Year) || WireDate.ToDay(plan.EffectiveOn, "plan.effective_on", found) is not { } day)
        {
            return found.FirstOrDefault();
        }

        var (first, last) = (PlanYears.FirstDay(plan.Year).AddYears(-1), PlanYears.LastDay(plan.Year));
        return day >= first && day <= last
            ? null
            : new("plan.effective_on", "plan.effective_on_invalid", $"Ngày có hiệu lực {VietnamDay.Text(day)} không đúng; cho phép từ {VietnamDay.Text(first)} đến {VietnamDay.Text(last)}.");
    }

    static Violation? LegalBasis(Contracts.Reporting.V1.Plan plan) => plan.LegalBasis.Length <= LongestLegalBasis
        ? null
        : new("plan.legal_basis", "plan.legal_basis_too_long", $"Căn cứ pháp lý dài {plan.LegalBasis.Length} ký tự; cho phép đến {LongestLegalBasis}.");
}
