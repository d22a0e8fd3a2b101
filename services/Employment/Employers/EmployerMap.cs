using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Employers;

/// <summary>How employers stand in the database.</summary>
static class EmployerMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Employer>(employer =>
    {
        employer.ToTable("employer").HasKey(e => e.Id);
        employer.Property(e => e.Id).ValueGeneratedNever();
        employer.Property(e => e.IdentityKey).HasMaxLength(EmployerKey.Longest).IsUnicode(false);
        employer.Property(e => e.TaxCode).HasMaxLength(14).IsUnicode(false);
        employer.Property(e => e.SectorCode).HasMaxLength(5).IsUnicode(false);
        employer.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        employer.HasIndex(e => e.IdentityKey).IsUnique();
        employer.HasIndex(e => e.AreaCode);
    });
}
