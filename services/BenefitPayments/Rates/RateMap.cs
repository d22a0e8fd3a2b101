using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>How levels stand in the database.</summary>
static class RateMap
{
    public static void Apply(ModelBuilder model) => model.Entity<BenefitRate>(rate =>
    {
        rate.ToTable("benefit_rate").HasKey(e => e.Id);
        rate.Property(e => e.Id).ValueGeneratedNever();
        rate.Property(e => e.Scheme).HasMaxLength(40).IsUnicode(false);
        rate.Property(e => e.Category).HasMaxLength(40);
        rate.Property(e => e.ReportCategory).HasMaxLength(20);
        rate.Property(e => e.ProvinceCode).HasMaxLength(2).IsUnicode(false);
        rate.Property(e => e.LegalBasis).HasMaxLength(100);
        rate.HasIndex(e => new { e.Scheme, e.Category, e.Kind, e.ProvinceCode, e.AppliedFrom, e.LegalBasis }).IsUnique();
    });
}
