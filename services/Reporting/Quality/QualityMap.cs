using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality;

/// <summary>How findings stand in the database.</summary>
static class QualityMap
{
    public static void Apply(ModelBuilder model) => model.Entity<QualityFinding>(finding =>
    {
        finding.ToTable("quality_finding").HasKey(row => row.Id);
        finding.Property(row => row.Id).ValueGeneratedNever();
        finding.Property(row => row.Rule).HasMaxLength(10).IsUnicode(false);
        finding.Property(row => row.RuleText).HasMaxLength(500);
        finding.Property(row => row.Indicator).HasMaxLength(10);
        finding.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
        finding.Property(row => row.Period).HasMaxLength(40).IsUnicode(false);
        finding.Property(row => row.Source).HasMaxLength(40).IsUnicode(false);
        finding.Property(row => row.Owner).HasMaxLength(40).IsUnicode(false);
        finding.Property(row => row.Message).HasMaxLength(1000);
        finding.Property(row => row.Values).HasMaxLength(4000);
        finding.Property(row => row.Reason).HasMaxLength(500);
        finding.HasIndex(row => new { row.Rule, row.Indicator, row.AreaCode, row.Period, row.Source }).IsUnique();
        finding.HasIndex(row => new { row.AreaCode, row.State });
    });
}
