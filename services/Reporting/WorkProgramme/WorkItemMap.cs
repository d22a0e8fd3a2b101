using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>How items stand in the database.</summary>
static class WorkItemMap
{
    public static void Apply(ModelBuilder model) => model.Entity<WorkItem>(item =>
    {
        item.ToTable("work_item").HasKey(row => row.Id);
        item.Property(row => row.Id).ValueGeneratedNever();
        item.Property(row => row.NaturalKey).HasColumnType("binary(32)");
        item.Property(row => row.Number).HasMaxLength(60);
        item.Property(row => row.Title).HasMaxLength(300);
        item.Property(row => row.AreaCode).HasMaxLength(5).IsUnicode(false);
        item.Property(row => row.Category).HasMaxLength(40).IsUnicode(false);
        item.Property(row => row.Type).HasMaxLength(40).IsUnicode(false);
        item.Property(row => row.VoidReason).HasMaxLength(500);
        item.HasIndex(row => row.NaturalKey).IsUnique();
        item.HasIndex(row => new { row.AreaCode, row.Kind, row.Id });
    });
}
