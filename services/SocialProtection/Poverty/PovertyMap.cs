using Microsoft.EntityFrameworkCore;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>How poverty surveys stand in the database.</summary>
static class PovertyMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<PovertySurvey>(survey =>
        {
            survey.ToTable("poverty_survey").HasKey(e => e.Id);
            survey.Property(e => e.Id).ValueGeneratedNever();
            survey.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            survey.Property(e => e.Standard).HasMaxLength(20).IsUnicode(false);
            survey.HasIndex(e => new { e.AreaCode, e.InForceFrom }).IsUnique();
        });
        model.Entity<Household>(household =>
        {
            household.ToTable("household").HasKey(e => e.Id);
            household.Property(e => e.Id).ValueGeneratedNever();
            household.Property(e => e.NaturalKey).HasColumnType("binary(32)");
            household.Property(e => e.HouseholdNo).HasMaxLength(40);
            household.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            household.HasIndex(e => e.NaturalKey).IsUnique();
            household.HasIndex(e => new { e.SurveyId, e.AreaCode, e.Class });
        });
        model.Entity<HouseholdMember>(member =>
        {
            member.ToTable("household_member").HasKey(e => new { e.HouseholdId, e.PersonId });
            member.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
        });
        model.Entity<PovertyList>(list =>
        {
            list.ToTable("poverty_list").HasKey(e => e.Id);
            list.Property(e => e.Id).ValueGeneratedNever();
            list.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            list.Property(e => e.DecisionNo).HasMaxLength(100);
            list.HasIndex(e => new { e.AreaCode, e.InForceFrom }).IsUnique();
            list.HasIndex(e => e.SurveyId);
        });
    }
}
