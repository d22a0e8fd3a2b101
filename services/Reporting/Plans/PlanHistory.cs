namespace AnSinh.Reporting.Plans;

/// <summary>Which version of a plan holds when: on any day the latest one that has begun.</summary>
static class PlanHistory
{
    /// <summary>The versions that had been set by a moment; all of them when there is none.</summary>
    public static IQueryable<PlanVersion> KnownAt(this IQueryable<PlanVersion> versions, DateTimeOffset? asOf) =>
        asOf is { } moment ? versions.Where(version => version.SetAt <= moment) : versions;

    /// <summary>The version of one plan that held on a day; null before the first.</summary>
    public static PlanVersion? HeldOn(IEnumerable<PlanVersion> versions, DateOnly on) =>
        versions.Where(version => version.EffectiveOn <= DayOfPlan(on, version.Year)).MaxBy(version => version.Version);

    /// <summary>The days on which a version holds, to the end of its year or term; null when a later one took its place from the beginning.</summary>
    /// <param name="version">The version.</param>
    /// <param name="all">All versions of the plan.</param>
    public static (DateOnly From, DateOnly To)? DaysOf(PlanVersion version, IReadOnlyList<PlanVersion> all)
    {
        var last = all.Where(other => other.Version > version.Version).Select(other => other.EffectiveOn.AddDays(-1))
            .Append(PlanYears.LastDay(version.Year)).Min();
        return version.EffectiveOn <= last ? (version.EffectiveOn, last) : null;
    }

    /// <summary>The statutory year begins in December of the year before; its first days count as the first day of the plan.</summary>
    static DateOnly DayOfPlan(DateOnly on, int year) => on < PlanYears.FirstDay(year) ? PlanYears.FirstDay(year) : on;
}
