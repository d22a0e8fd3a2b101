using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Events.Child.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.ChildProtection.Children;

/// <summary>Tells of circumstances and supports: person keys, no name, no number. Of the birth only what counting needs: when childhood ends.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
sealed class ChildEvents(ChildDb db, AreaDirectory areas)
{
    public static CircumstanceBegan Began(ChildCircumstance one, Person person) =>
        new() { PersonKey = person.PersonKey, Circumstance = NameOf(one.Kind), Sex = SexNames.Of(person.Sex), OutOfAgeOn = one.OutOfAgeOn };

    public static SupportBegan Began(ChildSupport one, Person person) => new() { PersonKey = person.PersonKey, Support = NameOf(one.Kind) };

    public void TellBegan(ChildCircumstance one, Person person) => one.BookedBy = db.Emit(Began(one, person), one.ChildId, one.StartedOn, one.AreaCode);

    public void TellBegan(ChildSupport one, Person person) => one.BookedBy = db.Emit(Began(one, person), one.ChildId, one.StartedOn, one.AreaCode);

    /// <summary>Ends a circumstance and tells of it, where its commune lies on that day.</summary>
    public void End(ChildCircumstance one, Person person, DateOnly day)
    {
        one.EndedOn = day;
        db.Emit(
            new CircumstanceEnded { PersonKey = person.PersonKey, Circumstance = NameOf(one.Kind), Sex = SexNames.Of(person.Sex), OutOfAgeOn = one.OutOfAgeOn },
            one.ChildId, day, CommuneOnDay.Of(areas, one.AreaCode, one.StartedOn, day), one.BookedBy);
    }

    /// <summary>Ends a support and tells of it.</summary>
    public void End(ChildSupport one, Person person, DateOnly day)
    {
        one.EndedOn = day;
        db.Emit(
            new SupportEnded { PersonKey = person.PersonKey, Support = NameOf(one.Kind) },
            one.ChildId, day, CommuneOnDay.Of(areas, one.AreaCode, one.StartedOn, day), one.BookedBy);
    }

    static string NameOf(CircumstanceKind kind) => kind switch
    {
        CircumstanceKind.Orphan => "orphan",
        CircumstanceKind.Abandoned => "abandoned",
        CircumstanceKind.NoSupport => "no_support",
        CircumstanceKind.Disabled => "disabled",
        CircumstanceKind.Hiv => "hiv",
        CircumstanceKind.LawViolation => "law_violation",
        CircumstanceKind.DrugAddiction => "drug_addiction",
        CircumstanceKind.SchoolDropout => "school_dropout",
        CircumstanceKind.Violence => "violence",
        CircumstanceKind.Exploited => "exploited",
        CircumstanceKind.SexuallyAbused => "sexually_abused",
        CircumstanceKind.Trafficked => "trafficked",
        CircumstanceKind.CriticallyIll => "critically_ill",
        _ => "migrant",
    };

    static string NameOf(SupportKind kind) => kind switch
    {
        SupportKind.MonthlyAllowance => "monthly_allowance",
        SupportKind.AlternativeCare => "alternative_care",
        SupportKind.FacilityCare => "facility_care",
        SupportKind.Scholarship => "scholarship",
        SupportKind.Medical => "medical",
        SupportKind.Sponsorship => "sponsorship",
        _ => "other",
    };
}
