using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>What a worker must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class WorkerRules(AreaDirectory areas)
{
    const int LongestName = 100;
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
        var name = CheckName(sent.FullName, path, found);
        var number = CheckNumber(sent.CitizenNumber, $"{path}.citizen_number", today, found);
        var birth = CheckBirth(sent, path, today, number is null && sent.CitizenNumber.Length == 0, found);
        if (!Enum.IsDefined((Sex)sent.Sex))
        {
            found.Add(new Violation(path + ".sex", "worker.sex_invalid", "Giới tính không đúng; cho phép: nam, nữ hoặc để trống."));
        }

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

    /// <summary>Checks a citizen number; null when it is empty or when a violation was added.</summary>
    public static CitizenNumber? CheckNumber(string sent, string field, DateOnly today, List<Violation> found)
    {
        if (sent.Length == 0)
        {
            return null;
        }

        var code = CitizenNumber.TryRead(sent, today, out var number);
        if (code is null)
        {
            return number;
        }

        // The text is not repeated: it may be a real number with a slip in it.
        found.Add(new Violation(field, "worker." + code, code == "citizen_number_malformed"
            ? "Số định danh cá nhân phải gồm đúng 12 chữ số."
            : "Số định danh cá nhân không thể có: mã nơi đăng ký là 000, hoặc thế kỷ và năm sinh nằm trong tương lai."));
        return null;
    }

    static string CheckName(string sent, string path, List<Violation> found)
    {
        var name = PersonName.Tidy(sent);
        if (name.Length is 0 or > LongestName)
        {
            found.Add(new Violation(path + ".full_name", "worker.full_name_invalid", $"Họ và tên phải có từ 1 đến {LongestName} ký tự."));
        }

        return name;
    }

    static PartialDate? CheckBirth(Wire.Worker sent, string path, DateOnly today, bool required, List<Violation> found)
    {
        var before = found.Count;
        var birth = sent.BirthDate is null ? null : WireDate.ToPartial(sent.BirthDate, path + ".birth_date", found);
        if (birth is { } date && (date.Earliest > today || date.Latest < EarliestBirth))
        {
            found.Add(new Violation(path + ".birth_date", "worker.birth_date_impossible", "Ngày sinh phải từ năm 1900 đến hôm nay."));
        }
        else if (birth is null && required && found.Count == before)
        {
            found.Add(new Violation(
                path + ".birth_date", "worker.birth_date_required", "Người không có số định danh phải có ngày sinh, hoặc ít nhất năm sinh, để nhận ra hồ sơ."));
        }

        return birth;
    }

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
