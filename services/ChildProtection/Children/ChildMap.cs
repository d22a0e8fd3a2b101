using Microsoft.EntityFrameworkCore;

namespace AnSinh.ChildProtection.Children;

/// <summary>How children stand in the database.</summary>
static class ChildMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Child>(child =>
        {
            child.ToTable("child").HasKey(e => e.Id);
            child.Property(e => e.Id).ValueGeneratedNever();
            child.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            child.HasIndex(e => e.PersonId).IsUnique();
            child.HasIndex(e => e.AreaCode);
            child.HasMany(e => e.Circumstances).WithOne().HasForeignKey(e => e.ChildId);
            child.HasMany(e => e.Supports).WithOne().HasForeignKey(e => e.ChildId);
        });
        model.Entity<ChildCircumstance>(circumstance =>
        {
            circumstance.ToTable("child_circumstance").HasKey(e => e.Id);
            circumstance.Property(e => e.Id).ValueGeneratedNever();
            circumstance.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            circumstance.HasIndex(e => new { e.ChildId, e.Kind, e.StartedOn }).IsUnique();
            circumstance.HasIndex(e => new { e.AreaCode, e.StartedOn });
        });
        model.Entity<ChildSupport>(support =>
        {
            support.ToTable("child_support").HasKey(e => e.Id);
            support.Property(e => e.Id).ValueGeneratedNever();
            support.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            support.HasIndex(e => new { e.ChildId, e.Kind, e.StartedOn }).IsUnique();
        });
    }
}
