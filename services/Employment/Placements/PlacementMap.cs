using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Placements;

/// <summary>How placements stand in the database.</summary>
static class PlacementMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Placement>(placement =>
    {
        placement.ToTable("placement").HasKey(e => e.Id);
        placement.Property(e => e.Id).ValueGeneratedNever();
        placement.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        placement.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        placement.Property(e => e.OccupationCode).HasMaxLength(5).IsUnicode(false);
        placement.Property(e => e.MarketCode).HasMaxLength(2).IsUnicode(false);
        placement.Property(e => e.LoanProjectRef).HasMaxLength(50);
        placement.HasIndex(e => e.NaturalKey).IsUnique();
        placement.HasIndex(e => e.WorkerId);
        placement.HasIndex(e => new { e.StartDate, e.Id });
        placement.HasIndex(e => new { e.AreaCode, e.StartDate });
    });
}
