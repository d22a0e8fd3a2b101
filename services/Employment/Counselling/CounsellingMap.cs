using AnSinh.Employment.Workers;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Counselling;

/// <summary>How visits stand in the database.</summary>
static class CounsellingMap
{
    public static void Apply(ModelBuilder model) => model.Entity<CounsellingVisit>(visit =>
    {
        visit.ToTable("counselling_visit").HasKey(e => e.Id);
        visit.Property(e => e.Id).ValueGeneratedNever();
        visit.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        visit.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        visit.Property(e => e.VoidedBecause).HasMaxLength(500);
        visit.HasOne<Worker>().WithMany().HasForeignKey(e => e.WorkerId).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(e => e.NaturalKey).IsUnique();
        visit.HasIndex(e => new { e.VisitedOn, e.Id });
        visit.HasIndex(e => new { e.AreaCode, e.VisitedOn });
    });
}
