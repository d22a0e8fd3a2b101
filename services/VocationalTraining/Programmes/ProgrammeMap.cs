using AnSinh.VocationalTraining.Institutions;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Programmes;

/// <summary>How programmes stand in the database.</summary>
static class ProgrammeMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Programme>(programme =>
    {
        programme.ToTable("programme").HasKey(e => e.Id);
        programme.Property(e => e.Id).ValueGeneratedNever();
        programme.Property(e => e.Code).HasMaxLength(TrainingCodes.Longest).IsUnicode(false);
        programme.Property(e => e.OccupationCode).HasMaxLength(7).IsUnicode(false);
        programme.HasOne<Institution>().WithMany().HasForeignKey(e => e.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        programme.HasIndex(e => new { e.InstitutionId, e.Code }).IsUnique();
    });
}
