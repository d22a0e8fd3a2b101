using Microsoft.EntityFrameworkCore;

namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>How surveys of living standards stand in the database.</summary>
static class LivingStandardMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<LivingStandardSurvey>(survey =>
        {
            survey.ToTable("living_standard_survey").HasKey(e => e.Id);
            survey.Property(e => e.Id).ValueGeneratedNever();
            survey.Property(e => e.Title).HasMaxLength(SurveyBook.LongestTitle);
            survey.Property(e => e.AreaCode).HasMaxLength(2).IsUnicode(false);
            survey.HasIndex(e => new { e.AreaCode, e.SurveyedOn }).IsUnique();
        });
        model.Entity<LivingStandardForm>(form =>
        {
            form.ToTable("living_standard_form").HasKey(e => e.Id);
            form.Property(e => e.Id).ValueGeneratedNever();
            form.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            form.HasIndex(e => new { e.PersonId, e.SurveyId }).IsUnique();
            form.HasIndex(e => new { e.SurveyId, e.AreaCode, e.Standard });
        });
        model.Entity<LivingStandardApproval>(approval =>
        {
            approval.ToTable("living_standard_approval").HasKey(e => new { e.SurveyId, e.AreaCode });
            approval.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            approval.Property(e => e.DecisionNumber).HasMaxLength(ApproveLivingStandards.LongestDecision);
        });
    }
}
