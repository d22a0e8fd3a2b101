using Microsoft.EntityFrameworkCore;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>How meritorious persons and their relatives stand in the database.</summary>
static class PersonsMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<MeritPerson>(person =>
        {
            person.ToTable("merit_person").HasKey(e => e.Id);
            person.Property(e => e.Id).ValueGeneratedNever();
            person.Property(e => e.Category).HasMaxLength(5).IsUnicode(false);
            person.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            person.Property(e => e.DecisionNumber).HasMaxLength(PersonRecordRules.LongestDecision);
            person.Property(e => e.VoidReason).HasMaxLength(500);
            person.HasIndex(e => new { e.PersonId, e.Category }).IsUnique().HasFilter("is_voided = 0");
            person.HasIndex(e => new { e.AreaCode, e.Category });
        });
        model.Entity<MeritRelative>(relative =>
        {
            relative.ToTable("merit_relative").HasKey(e => e.Id);
            relative.Property(e => e.Id).ValueGeneratedNever();
            relative.HasIndex(e => new { e.MeritPersonId, e.PersonId, e.Relation }).IsUnique();
            relative.HasIndex(e => e.PersonId);
        });
    }
}
