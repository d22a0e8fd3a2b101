using AnSinh.Dossiers.Deadlines;
using AnSinh.Dossiers.Papers;
using AnSinh.Dossiers.Workflow;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Dossiers;

/// <summary>How dossiers stand in a service's database.</summary>
public static class DossiersMap
{
    /// <summary>Maps the tables <c>dossier</c>, <c>dossier_step</c>, <c>dossier_paper</c> and <c>dossier_deadline</c>.</summary>
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Dossier>(dossier =>
        {
            dossier.ToTable("dossier").HasKey(e => e.Id);
            dossier.Property(e => e.Id).ValueGeneratedNever();
            dossier.Property(e => e.Register).HasMaxLength(20).IsUnicode(false);
            dossier.Property(e => e.Category).HasMaxLength(20).IsUnicode(false);
            dossier.Property(e => e.Symbol).HasMaxLength(DossierRules.LongestSymbol);
            dossier.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            dossier.Property(e => e.Holder).HasMaxLength(DossierRules.LongestHolder);
            dossier.Property(e => e.AppraisedBy).HasMaxLength(DossierRules.LongestHolder);
            dossier.Property(e => e.TransferredFrom).HasMaxLength(2).IsUnicode(false);
            dossier.Property(e => e.TransferredTo).HasMaxLength(2).IsUnicode(false);
            dossier.Ignore(e => e.IsReleased);

            // The natural key of a dossier: its person is found by identity, so a hash of the same would only say it twice.
            dossier.HasIndex(e => new { e.PersonId, e.Register, e.Category, e.Ordinal }).IsUnique();
            dossier.HasIndex(e => new { e.ReceivedOn, e.Id });
            dossier.HasIndex(e => e.AreaCode);
            dossier.HasIndex(e => e.DueOn).HasFilter("due_on IS NOT NULL");
            dossier.HasIndex(e => e.DigitisedOn).HasFilter("digitised_on IS NOT NULL");
            dossier.HasIndex(e => e.Symbol);
        });
        model.Entity<DossierStep>(step =>
        {
            step.ToTable("dossier_step").HasKey(e => e.Id);
            step.Property(e => e.Id).ValueGeneratedNever();
            step.Property(e => e.Reason).HasMaxLength(500);
            step.HasIndex(e => e.DossierId);
        });
        model.Entity<DossierPaper>(paper =>
        {
            paper.ToTable("dossier_paper").HasKey(e => new { e.DossierId, e.Number });
            paper.Property(e => e.Title).HasMaxLength(100);
        });
        model.Entity<DossierDeadline>(deadline =>
        {
            deadline.ToTable("dossier_deadline").HasKey(e => e.Id);
            deadline.Property(e => e.Id).ValueGeneratedNever();
            deadline.Property(e => e.Register).HasMaxLength(20).IsUnicode(false);
            deadline.Property(e => e.Category).HasMaxLength(20).IsUnicode(false);
            deadline.HasIndex(e => new { e.Register, e.Category, e.State, e.AppliedFrom }).IsUnique();
        });
    }
}
