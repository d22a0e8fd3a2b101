using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AnSinh.Reporting.Plans;

/// <summary>Maps the tables of plans.</summary>
static class PlanMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("plan").HasKey(row => new { row.Indicator, row.AreaCode, row.Year });
            plan.HasIndex(row => new { row.Year, row.AreaCode });
            MapContent(plan);
        });
        model.Entity<PlanVersion>(version =>
        {
            version.ToTable("plan_version").HasKey(row => new { row.Indicator, row.AreaCode, row.Year, row.Version });
            MapContent(version);
        });
        model.Entity<PlanBreakdown>(breakdown =>
        {
            breakdown.ToTable("plan_breakdown").HasKey(row => new { row.Indicator, row.AreaCode, row.Year });
            breakdown.Property(row => row.Indicator).HasMaxLength(10);
            breakdown.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
        });
    }

    static void MapContent<TContent>(EntityTypeBuilder<TContent> content)
        where TContent : PlanContent
    {
        content.Ignore(row => row.TargetValue);
        content.Ignore(row => row.TargetToValue);
        content.Ignore(row => row.IsLessBetter);
        content.Property(row => row.Indicator).HasMaxLength(10);
        content.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
        // An instance of the release before, still at work during an upgrade, writes no day: such a plan holds from the beginning.
        content.Property(row => row.EffectiveOn).HasDefaultValue(new DateOnly(PlanYears.FirstYear, 1, 1));
        content.Property(row => row.PartOf).HasMaxLength(5).IsUnicode(false);
        content.Property(row => row.Target).HasMaxLength(20);
        content.Property(row => row.TargetTo).HasMaxLength(20);
    }
}
