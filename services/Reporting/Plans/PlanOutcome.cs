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
        var progress = PlanProgress.OfShare(actual, plan.TargetValue);
        return plan.Comparator switch
        {
            // Where less is better a share would read as success the worse it gets.
            PlanComparator.AtMost => progress with { Percent = null, IsMet = actual is null ? null : actual <= plan.TargetValue },
            PlanComparator.Equal => progress with { IsMet = actual is null ? null : actual == plan.TargetValue },
            _ => progress,
        };
    }
}
