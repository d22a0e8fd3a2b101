using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>What a worker must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class WorkerRules(AreaDirectory areas)
{
    const string Register = "worker";
    static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    /// <summary>Checks a worker as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the message in the request, such as <c>worker</c>.</param>
    /// <param name="today">Today.</param>
    /// <param name="residence">Commune and day of the placement that the worker comes with: the commune counts when none is sent with the
    /// worker, the day is another one on which a sent one may have been valid. Without a day the placement is refused already, and its commune
    /// is not refused a second time. Null when the worker comes alone.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The worker, or null when violations were added.</returns>
    public WorkerDraft? Check(Wire.Worker sent, string path, DateOnly today, (string AreaCode, DateOnly? On)? residence, List<Violation> found)
    {
        var before = found.Count;
        var name = PersonFields.CheckName(sent.FullName, path, Register, found);
        var number = CheckNumber(sent.CitizenNumber, $"{path}.citizen_number", today, found);
        var numberless = number is null && sent.CitizenNumber.Length == 0;
        var birth = PersonFields.CheckBirth(sent.BirthDate, path, Register, EarliestBirth, today, required: numberless, found);
        PersonFields.CheckSex((Sex)sent.Sex, path, Register, found);
        if (!Enum.IsDefined((Education)sent.Education))
        {
            found.Add(new Violation(path + ".education", "worker.education_invalid", "Trình độ không đúng; cho phép các giá trị của EducationLevel."));
        }

        CodeRules.CheckOccupation(sent.OccupationCode, path, "worker.occupation_code_malformed", found);
        var (areaCode, areaOn) = CheckResidence(sent.AreaCode, path, today, residence, found);
        return found.Count > before ? null : new WorkerDraft
        {
            FullName = name,
            Number = number,
            Birth = birth,
            Sex = (Sex)sent.Sex,
            AreaCode = areaCode,
            AreaOn = areaOn,
            Education = (Education)sent.Education,
            OccupationCode = sent.OccupationCode,
        };
    }

    /// <inheritdoc cref="PersonFields.CheckNumber"/>
    public static CitizenNumber? CheckNumber(string sent, string field, DateOnly today, List<Violation> found) =>
        PersonFields.CheckNumber(sent, field, Register, today, found);

    (string AreaCode, DateOnly On) CheckResidence(
        string sent, string path, DateOnly today, (string AreaCode, DateOnly? On)? residence, List<Violation> found)
    {
        if (residence is { } known)
        {
            if (sent.Length == 0 || sent == known.AreaCode)
            {
                return (known.AreaCode, known.On ?? today);
            }

            if (known.On is { } day && CommuneRules.IsCommune(areas, sent, day))
            {
                return (sent, day);
            }
        }

        CommuneRules.Check(areas, sent, today, path + ".area_code", found);
        return (sent, today);
    }
}
