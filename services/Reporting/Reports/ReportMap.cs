using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>How reports stand in the database.</summary>
static class ReportMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Report>(report =>
        {
            report.ToTable("report").HasKey(row => row.Id);
            report.Property(row => row.Id).ValueGeneratedNever();
            report.Property(row => row.Template).HasMaxLength(100);
            report.Property(row => row.Period).HasMaxLength(40).IsUnicode(false);
            report.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
            // At the same time the guard against two drafts of one report.
            report.HasIndex(row => new { row.Template, row.Period, row.AreaCode, row.Edition }).IsUnique();
            report.HasIndex(row => row.Replaces).HasFilter("replaces IS NOT NULL");
        });
        model.Entity<ReportNarrative>(narrative =>
        {
            narrative.ToTable("report_text").HasKey(row => new { row.ReportId, row.Key });
            narrative.Property(row => row.Key).HasMaxLength(40).IsUnicode(false);
            narrative.Property(row => row.Text).HasMaxLength(Report.LongestText);
        });
        model.Entity<ReportHistoryRow>(step =>
        {
            step.ToTable("report_history").HasKey(row => new { row.ReportId, row.Ordinal });
            step.Property(row => row.Reason).HasMaxLength(500);
        });
        model.Entity<FrozenRow>(frozen =>
        {
            frozen.ToTable("report_frozen").HasKey(row => new { row.ReportId, row.Ordinal });
            frozen.Property(row => row.Data).HasMaxLength(FrozenRow.MostBytes);
        });
        model.Entity<FrozenQuestion>(question =>
        {
            question.ToTable("report_question").HasKey(row => new { row.ReportId, row.Figure, row.Ordinal });
            question.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
            question.Property(row => row.Below).HasMaxLength(5).IsUnicode(false);
            question.Property(row => row.Filters).HasMaxLength(FrozenQuestion.LongestFilters);
            // From an event to the figures that it is in.
            question.HasIndex(row => new { row.Measure, row.From, row.To });
        });
    }
}
