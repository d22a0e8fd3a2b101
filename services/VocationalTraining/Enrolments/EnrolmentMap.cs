using AnSinh.People;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>How enrolments stand in the database.</summary>
static class EnrolmentMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Enrolment>(enrolment =>
    {
        enrolment.ToTable("enrolment").HasKey(e => e.Id);
        enrolment.Property(e => e.Id).ValueGeneratedNever();
        enrolment.Property(e => e.NaturalKey).HasColumnType("binary(32)");
        enrolment.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        enrolment.Property(e => e.VoidedBecause).HasMaxLength(EnrolmentBook.LongestReason);
        enrolment.Ignore(e => e.Since);
        enrolment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Programme>().WithMany().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasIndex(e => e.NaturalKey).IsUnique();
        enrolment.HasIndex(e => new { e.EnrolledOn, e.Id });
        enrolment.HasIndex(e => new { e.AreaCode, e.EnrolledOn });
        enrolment.HasIndex(e => e.InstitutionId);
    });
}
