using AnSinh.MeritoriousPersons.Categories;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>What a meritorious person's record must look like.</summary>
/// <param name="people">What a person must look like.</param>
/// <param name="areas">The administrative units.</param>
public sealed class PersonRecordRules(PersonRules people, AreaDirectory areas)
{
    /// <summary>Longest number of a decision.</summary>
    public const int LongestDecision = 60;

    const int LeastInjury = 5;
    static readonly HashSet<string> injured = ["NCC07", "NCC08", "NCC09"];

    /// <summary>Checks a record as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added: <c>merit_person.*</c>, <c>person.*</c>, <c>area.*</c>, <c>date.invalid</c>.</param>
    /// <returns>The person and the day of recognition, or null when violations were added.</returns>
    public (PersonDraft Person, DateOnly? RecognisedOn, DateOnly AreaOn)? Check(Wire.MeritPerson sent, DateOnly today, List<Violation> found)
    {
        if (!MeritCategories.Known(sent.Category))
        {
            found.Add(new Violation("merit_person.category", "merit_person.category_unknown", "Diện người có công không đúng; cho phép NCC01 đến NCC12 (Pháp lệnh 02/2020, Điều 3)."));
        }

        if (sent.DecisionNumber.Trim().Length > LongestDecision)
        {
            found.Add(new Violation("merit_person.decision_number", "merit_person.decision_too_long", $"Số quyết định không được quá {LongestDecision} ký tự."));
        }

        CheckInjury(sent, found);
        var recognised = WireDate.ToDay(sent.RecognisedOn, "merit_person.recognised_on", found);
        if (recognised > today)
        {
            found.Add(new Violation("merit_person.recognised_on", "merit_person.recognised_in_future", $"Ngày công nhận không được sau hôm nay {VietnamDay.Text(today)}."));
        }

        // Lists name communes of today or of the day of the decision; units merge in between.
        var on = recognised is { } day && CommuneRules.IsCommune(areas, sent.AreaCode, day) && !CommuneRules.IsCommune(areas, sent.AreaCode, today) ? day : today;
        CommuneRules.Check(areas, sent.AreaCode, on, "merit_person.area_code", found);
        var person = people.Check(sent.Person, "merit_person.person", today, on, found);
        return found.Count > 0 ? null : (person!, recognised, on);
    }

    static void CheckInjury(Wire.MeritPerson sent, List<Violation> found)
    {
        if (sent.InjuryPercent == 0)
        {
            return;
        }

        if (!injured.Contains(sent.Category))
        {
            found.Add(new Violation("merit_person.injury_percent", "merit_person.injury_not_allowed", "Chỉ thương binh, bệnh binh và người nhiễm chất độc hóa học có tỷ lệ tổn thương."));
        }
        else if (sent.InjuryPercent is < LeastInjury or > 100)
        {
            found.Add(new Violation("merit_person.injury_percent", "merit_person.injury_out_of_range", $"Tỷ lệ tổn thương phải từ {LeastInjury} đến 100 %."));
        }
    }
}
