using Microsoft.EntityFrameworkCore;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>How incidents stand in the database.</summary>
static class IncidentMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Incident>(incident =>
    {
        incident.ToTable("incident").HasKey(e => e.Id);
        incident.Property(e => e.Id).ValueGeneratedNever();
        incident.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        incident.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        incident.Property(e => e.Reference).HasMaxLength(50);
        incident.Property(e => e.VoidedBecause).HasMaxLength(500);
        incident.HasIndex(e => e.NaturalKey).IsUnique();
        incident.HasIndex(e => new { e.HappenedOn, e.Id });
        incident.HasIndex(e => new { e.AreaCode, e.HappenedOn });
    });
}
