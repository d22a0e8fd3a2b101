using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>How entitlements stand in the database.</summary>
static class EntitlementMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Entitlement>(one =>
    {
        one.ToTable("entitlement").HasKey(e => e.Id);
        one.Property(e => e.Id).ValueGeneratedNever();
        one.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        one.Property(e => e.Scheme).HasMaxLength(40).IsUnicode(false);
        one.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        one.Property(e => e.Category).HasMaxLength(40);
        one.Property(e => e.ReportCategory).HasMaxLength(20);
        one.Property(e => e.SealedAccount).HasMaxLength(150);
        one.Property(e => e.DecisionNo).HasMaxLength(50);
        one.Property(e => e.Reason).HasMaxLength(500);
        one.HasIndex(e => e.NaturalKey).IsUnique();
        one.HasIndex(e => e.PersonId);
        one.HasIndex(e => new { e.Scheme, e.AreaCode });
    });
}
