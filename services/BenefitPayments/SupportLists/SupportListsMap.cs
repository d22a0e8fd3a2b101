using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>How support lists stand in a service's database.</summary>
public static class SupportListsMap
{
    /// <summary>Maps the tables.</summary>
    public static void Apply(ModelBuilder model)
    {
        model.Entity<SupportProgramme>(programme =>
        {
            programme.ToTable("support_programme").HasKey(e => e.Id);
            programme.Property(e => e.Id).ValueGeneratedNever();
            programme.Property(e => e.Code).HasMaxLength(40).IsUnicode(false);
            programme.Property(e => e.DisplayName).HasMaxLength(60);
            programme.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            programme.Ignore(e => e.KindName);
            programme.HasIndex(e => e.Code).IsUnique();
        });
        model.Entity<SupportProgrammeGroup>(group =>
        {
            group.ToTable("support_programme_group").HasKey(e => new { e.ProgrammeId, e.Code });
            group.Property(e => e.Code).HasMaxLength(40).IsUnicode(false);
            group.Property(e => e.Levels).HasMaxLength(400).IsUnicode(false);
            group.Ignore(e => e.LevelsVnd).Ignore(e => e.RecipientName).Ignore(e => e.NamesPerson);
            group.HasOne<SupportProgramme>().WithMany().HasForeignKey(e => e.ProgrammeId);
        });
        model.Entity<SupportEntry>(entry =>
        {
            entry.ToTable("support_entry").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.NaturalKey).HasColumnType("binary(32)");
            entry.Property(e => e.GroupCode).HasMaxLength(40).IsUnicode(false);
            entry.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
            entry.Property(e => e.TaxCode).HasMaxLength(14).IsUnicode(false);
            entry.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            entry.Property(e => e.DecisionNo).HasMaxLength(100);
            entry.HasIndex(e => e.NaturalKey).IsUnique();
            entry.HasIndex(e => new { e.ProgrammeId, e.AreaCode, e.State });
        });
    }
}
