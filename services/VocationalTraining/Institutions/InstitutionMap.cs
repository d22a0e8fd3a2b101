using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>How institutions stand in the database.</summary>
static class InstitutionMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Institution>(institution =>
    {
        institution.ToTable("institution").HasKey(e => e.Id);
        institution.Property(e => e.Id).ValueGeneratedNever();
        institution.Property(e => e.Code).HasMaxLength(TrainingCodes.Longest).IsUnicode(false);
        institution.Property(e => e.LicenceNumber).HasMaxLength(InstitutionRules.LongestLicence);
        institution.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        institution.HasIndex(e => e.Code).IsUnique();
        institution.HasIndex(e => e.AreaCode);
    });
}
