using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Common.V1;

namespace AnSinh.People;

/// <summary>What a person must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class PersonRules(AreaDirectory areas)
{
    const int LongestName = 100;
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
        var name = CheckName(sent.FullName, path, found);
        var number = CheckNumber(sent.CitizenNumber, $"{path}.citizen_number", today, found);
        var birth = CheckBirth(sent, path, today, number is null && sent.CitizenNumber.Length == 0, found);
        if (!Enum.IsDefined((Sex)sent.Sex))
        {
            found.Add(new Violation(path + ".sex", "person.sex_invalid", "Giới tính không đúng; cho phép: nam, nữ hoặc để trống."));
        }

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

    /// <summary>Checks a citizen number; null when it is empty or when a violation was added.</summary>
    public static CitizenNumber? CheckNumber(string sent, string field, DateOnly today, List<Violation> found)
    {
        if (sent.Length == 0 || CitizenNumber.TryRead(sent, today, out var number) is not { } code)
        {
            return sent.Length == 0 ? null : CitizenNumber.Known(sent);
        }

        // The text is not repeated: it may be a real number with a slip in it.
        found.Add(new Violation(field, "person." + code, code == "citizen_number_malformed"
            ? "Số định danh cá nhân phải gồm đúng 12 chữ số."
            : "Số định danh cá nhân không thể có: mã nơi đăng ký là 000, hoặc thế kỷ và năm sinh nằm trong tương lai."));
        return null;
    }

    static string CheckName(string sent, string path, List<Violation> found)
    {
        var name = PersonName.Tidy(sent);
        if (name.Length is 0 or > LongestName)
        {
            found.Add(new Violation(path + ".full_name", "person.full_name_invalid", $"Họ và tên phải có từ 1 đến {LongestName} ký tự."));
        }

        return name;
    }

    static PartialDate? CheckBirth(Wire.Person sent, string path, DateOnly today, bool required, List<Violation> found)
    {
        var before = found.Count;
        var birth = sent.BirthDate is null ? null : WireDate.ToPartial(sent.BirthDate, path + ".birth_date", found);
        if (birth is { } date && (date.Earliest > today || date.Latest < EarliestBirth))
        {
            found.Add(new Violation(path + ".birth_date", "person.birth_date_impossible", "Ngày sinh phải từ năm 1850 đến hôm nay."));
        }
        else if (birth is null && required && found.Count == before)
        {
            found.Add(new Violation(
                path + ".birth_date", "person.birth_date_required", "Người không có số định danh phải có ngày sinh, hoặc ít nhất năm sinh, để nhận ra hồ sơ."));
        }

        return birth;
    }
}
