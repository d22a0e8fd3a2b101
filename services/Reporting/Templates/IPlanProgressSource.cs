using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Templates;

/// <summary>Knows the plans in force: the plan store in the service, given targets in tests.</summary>
public interface IPlanProgressSource
{
    /// <summary>How far the plans of the year in which the period ends are fulfilled on its last day.</summary>
    /// <param name="indicators">The indicators' codes, each once.</param>
    /// <param name="period">The report's period.</param>
    /// <param name="area">The area.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The progress by code; indicators without a plan are left out.</returns>
    Task<IReadOnlyDictionary<string, PlanProgress>> ProgressAsync(
        IReadOnlyCollection<string> indicators, Period period, AreaScope area, CancellationToken cancellationToken);
}

/// <summary>A plan's target and what has been reached of it.</summary>
public sealed record PlanProgress
{
    /// <summary>The target, in the indicator's unit.</summary>
    public required Rational Target { get; init; }

    /// <summary>What has been reached, cumulative from the first day of the year; null when the indicator has no value.</summary>
    public Rational? Actual { get; init; }

    /// <summary>
    /// Actual / target × 100, exact. Null when a share says nothing: no value, a target of zero, or a plan for which less is
    /// better.
    /// </summary>
    public Rational? Percent { get; init; }

    /// <summary>Whether the plan is fulfilled; null when that cannot be said.</summary>
    public bool? IsMet { get; init; }

    /// <summary>Whether the value is better than the plan asks for.</summary>
    public bool IsBeaten { get; init; }

    /// <summary>Upper end of the target of a plan with a range.</summary>
    public Rational? TargetTo { get; init; }

    /// <summary>Whether the plan is met, in words: đạt kế hoạch, chưa đạt kế hoạch; null when that cannot be said.</summary>
    public string? MetWords => IsMet switch { true => "đạt kế hoạch", false => "chưa đạt kế hoạch", null => null };

    /// <summary>In words: vượt kế hoạch, đạt kế hoạch, chưa đạt kế hoạch; null when that cannot be said.</summary>
    public string? Words => IsMet == true && IsBeaten ? "vượt kế hoạch" : MetWords;

    /// <summary>The progress of a plan for which more is better.</summary>
    /// <param name="actual">What has been reached.</param>
    /// <param name="target">The target.</param>
    public static PlanProgress OfShare(Rational? actual, Rational target) => new()
    {
        Target = target,
        Actual = actual,
        Percent = actual?.DividedBy(target) * 100,
        IsMet = actual is null ? null : actual >= target,
        IsBeaten = actual > target,
    };
}
