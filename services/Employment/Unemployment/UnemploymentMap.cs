using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Workers;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Unemployment;

/// <summary>How claims stand in the database.</summary>
static class UnemploymentMap
{
    public static void Apply(ModelBuilder model) => model.Entity<UnemploymentClaim>(claim =>
    {
        claim.ToTable("unemployment_claim").HasKey(e => e.Id);
        claim.Property(e => e.Id).ValueGeneratedNever();
        claim.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        claim.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        claim.Property(e => e.DecisionNumber).HasMaxLength(ClaimRules.LongestDecision);
        claim.Property(e => e.RevokedBecause).HasMaxLength(500);
        claim.Ignore(e => e.Facts);
        claim.HasOne<Worker>().WithMany().HasForeignKey(e => e.WorkerId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Entitlement>().WithMany().HasForeignKey(e => e.EntitlementId).OnDelete(DeleteBehavior.Restrict);
        claim.HasIndex(e => e.NaturalKey).IsUnique();
        claim.HasIndex(e => new { e.AreaCode, e.FiledOn });
    });
}
