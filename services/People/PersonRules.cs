using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Common.V1;

namespace AnSinh.People;

/// <summary>What a person must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class PersonRules(AreaDirectory areas)
{
    const string Register = "person";
    static readonly DateOnly EarliestBirth = new(1850, 1, 1);

    /// <summary>Checks a person as sent.</summary>
    /// <param name="sent">As sent; null when missing.</param>
    /// <param name="path">Path of the message in the request, such as <c>person</c>.</param>
    /// <param name="today">Today.</param>
    /// <param name="on">Day on which the commune must bear its code, such as the day of the record that the person comes with; null for today.</param>
    /// <param name="found">Where violations are added: <c>person.required</c>, <c>person.full_name_invalid</c>, <c>person.citizen_number_malformed</c>,
    /// <c>person.citizen_number_impossible</c>, <c>person.birth_date_required</c>, <c>person.birth_date_impossible</c>, <c>person.sex_invalid</c>, <c>date.invalid</c>, <c>area.*</c>.</param>
    /// <returns>The person, or null when violations were added.</returns>
    public PersonDraft? Check(Wire.Person? sent, string path, DateOnly today, DateOnly? on, List<Violation> found)
    {
        if (sent is null)
        {
            found.Add(new Violation(path, "person.required", "Chưa ghi thông tin cá nhân."));
            return null;
        }

        var before = found.Count;
        var name = PersonFields.CheckName(sent.FullName, path, Register, found);
        var number = CheckNumber(sent.CitizenNumber, $"{path}.citizen_number", today, found);
        var numberless = number is null && sent.CitizenNumber.Length == 0;
        var birth = PersonFields.CheckBirth(sent.BirthDate, path, Register, EarliestBirth, today, required: numberless, found);
        PersonFields.CheckSex((Sex)sent.Sex, path, Register, found);
        var day = on ?? today;
        CommuneRules.Check(areas, sent.AreaCode, day, path + ".area_code", found);
        return found.Count > before ? null : new PersonDraft
        {
            FullName = name,
            Number = number,
            Birth = birth,
            Sex = (Sex)sent.Sex,
            AreaCode = sent.AreaCode,
            AreaOn = day,
        };
    }

    /// <inheritdoc cref="PersonFields.CheckNumber"/>
    public static CitizenNumber? CheckNumber(string sent, string field, DateOnly today, List<Violation> found) =>
        PersonFields.CheckNumber(sent, field, Register, today, found);
}
