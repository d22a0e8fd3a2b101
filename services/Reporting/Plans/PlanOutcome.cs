using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Templates;

namespace AnSinh.Reporting.Plans;

/// <summary>Holds values against plans.</summary>
public static class PlanOutcome
{
    /// <summary>What a value has reached of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="actual">The value from the first day of the year; null when the indicator has none.</param>
    public static PlanProgress Of(PlanContent plan, Rational? actual)
    {
        var target = plan.TargetValue;
        var share = PlanProgress.OfShare(actual, target);
        var progress = actual is not { } value ? share with { IsMet = null } : plan.Comparator switch
        {
            PlanComparator.AtMost => share with { IsMet = value <= target, IsBeaten = value < target },
            PlanComparator.Below => share with { IsMet = value < target, IsBeaten = value < target },
            PlanComparator.Above => share with { IsMet = value > target },
            PlanComparator.Equal => share with { IsMet = value == target, IsBeaten = false },
            PlanComparator.Range => share with { IsMet = value >= target && value <= plan.TargetToValue, IsBeaten = false },
            _ => share,
        };
        progress = progress with { TargetTo = plan.TargetToValue };

        // Where less is better a share would read as success the worse it gets.
        return plan.IsLessBetter ? progress with { Percent = null } : progress;
    }
}
