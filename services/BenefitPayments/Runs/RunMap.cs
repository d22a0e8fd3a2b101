using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>How runs, lines and months stand in the database.</summary>
static class RunMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<PaymentRun>(run =>
        {
            run.ToTable("payment_run").HasKey(e => e.Id);
            run.Property(e => e.Id).ValueGeneratedNever();
            run.Property(e => e.Scheme).HasMaxLength(40).IsUnicode(false);
            run.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            run.Property(e => e.CancelReason).HasMaxLength(500);
            run.Ignore(e => e.OpenLines);
            run.HasIndex(e => new { e.Scheme, e.Month });
        });
        model.Entity<PaymentLine>(line =>
        {
            line.ToTable("payment_line").HasKey(e => new { e.RunId, e.LineNo });
            line.Property(e => e.LineNo).ValueGeneratedNever();
            line.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
            line.Property(e => e.Payee).HasMaxLength(100);
            line.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            line.Property(e => e.Category).HasMaxLength(40);
            line.Property(e => e.ReportCategory).HasMaxLength(20);
            line.Property(e => e.SealedAccount).HasMaxLength(150);
            line.Property(e => e.Reason).HasMaxLength(500);
        });
        model.Entity<PaymentMonth>(month =>
        {
            month.ToTable("payment_month").HasKey(e => new { e.RunId, e.LineNo, e.Month });
            month.Property(e => e.LineNo).ValueGeneratedNever();
            month.Property(e => e.Month).ValueGeneratedNever();
            month.HasIndex(e => e.EntitlementId);
        });
        model.Entity<ApprovalThreshold>(threshold =>
        {
            threshold.ToTable("approval_threshold").HasKey(e => e.Id);
            threshold.Property(e => e.Id).ValueGeneratedNever();
            threshold.Property(e => e.Scheme).HasMaxLength(40).IsUnicode(false);
            threshold.Property(e => e.LegalBasis).HasMaxLength(100);
            threshold.HasIndex(e => new { e.Scheme, e.AppliedFrom }).IsUnique();
        });
    }
}
