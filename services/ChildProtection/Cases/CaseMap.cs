using AnSinh.ChildProtection.Children;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ChildProtection.Cases;

/// <summary>How cases stand in the database. Encrypted texts take up to three bytes a letter, and what the cipher adds.</summary>
static class CaseMap
{
    const int AccountBytes = 3_200;
    const int NoteBytes = 1_700;
    const int AccountLength = 100;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<AbuseCase>(one =>
        {
            one.ToTable("abuse_case").HasKey(e => e.Id);
            one.Property(e => e.Id).ValueGeneratedNever();
            one.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            one.Property(e => e.SealedAccount).HasMaxLength(AccountBytes);
            one.Property(e => e.PlannedBy).HasMaxLength(200);
            one.Ignore(e => e.OpenServices);
            one.HasIndex(e => new { e.AreaCode, e.ReportedOn });
            one.HasIndex(e => e.DueAt);
            one.HasOne<Child>().WithMany().HasForeignKey(e => e.ChildId);
            one.HasMany(e => e.Members).WithOne().HasForeignKey(e => e.CaseId);
            one.HasMany(e => e.Services).WithOne().HasForeignKey(e => e.CaseId);
            one.HasMany(e => e.Referrals).WithOne().HasForeignKey(e => e.CaseId);
            one.HasMany(e => e.Steps).WithOne().HasForeignKey(e => e.CaseId);
        });
        model.Entity<CaseMember>(member =>
        {
            member.ToTable("case_member").HasKey(e => new { e.CaseId, e.Account });
            member.Property(e => e.Account).HasMaxLength(AccountLength);
            member.HasIndex(e => e.Account);
        });
        model.Entity<PlannedService>(service =>
        {
            service.ToTable("case_service").HasKey(e => new { e.CaseId, e.Number });
            service.Property(e => e.Number).ValueGeneratedNever();
            service.Property(e => e.Agency).HasMaxLength(200);
        });
        model.Entity<CaseReferral>(referral =>
        {
            referral.ToTable("case_referral").HasKey(e => new { e.CaseId, e.Number });
            referral.Property(e => e.Number).ValueGeneratedNever();
            referral.Property(e => e.SealedOverride).HasMaxLength(NoteBytes);
        });
        model.Entity<CaseStep>(step =>
        {
            step.ToTable("case_step").HasKey(e => e.Id);
            step.Property(e => e.Id).ValueGeneratedNever();
            step.Property(e => e.Actor).HasMaxLength(200);
            step.Property(e => e.SealedNote).HasMaxLength(NoteBytes);
        });
    }
}
