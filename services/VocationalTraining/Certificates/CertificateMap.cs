using AnSinh.VocationalTraining.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>How certificates stand in the database.</summary>
static class CertificateMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Certificate>(certificate =>
    {
        certificate.ToTable("certificate").HasKey(e => e.Id);
        certificate.Property(e => e.Id).ValueGeneratedNever();
        certificate.Property(e => e.Number).HasMaxLength(CertificateRules.LongestNumber).IsUnicode(false);
        certificate.Property(e => e.BookNumber).HasMaxLength(CertificateRules.LongestNumber);
        certificate.Property(e => e.Decision).HasMaxLength(CertificateRules.LongestDecision);
        certificate.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        certificate.Property(e => e.EndedBecause).HasMaxLength(EnrolmentBook.LongestReason);
        certificate.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.EnrolmentId).OnDelete(DeleteBehavior.Restrict);

        // The number comes first, so that the public look-up by number alone uses the same index.
        certificate.HasIndex(e => new { e.Number, e.Level, e.Year }).IsUnique();
        certificate.HasIndex(e => e.EnrolmentId);
        certificate.HasIndex(e => e.AreaCode);
    });
}
