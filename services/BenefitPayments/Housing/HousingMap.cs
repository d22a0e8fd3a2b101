using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>How houses stand in a service's database.</summary>
public static class HousingMap
{
    /// <summary>Maps the table.</summary>
    public static void Apply(ModelBuilder model) => model.Entity<HousingSupport>(house =>
    {
        house.ToTable("housing_support").HasKey(e => e.Id);
        house.Property(e => e.Id).ValueGeneratedNever();
        house.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        house.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        house.Property(e => e.Fund).HasMaxLength(60);
        house.HasIndex(e => e.NaturalKey).IsUnique();
        house.HasIndex(e => new { e.AreaCode, e.StartedOn });
    });
}
