using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Date = Google.Type.Date;

namespace AnSinh.People;

/// <summary>What every register of people asks of a person's fields. Registers differ in the beginning of their codes and in the earliest birth.</summary>
public static class PersonFields
{
    const int LongestName = 100;

    /// <summary>Checks a full name.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="path">Path of the person in the request.</param>
    /// <param name="register">Beginning of the codes, such as <c>person</c>.</param>
    /// <param name="found">Where <c>full_name_invalid</c> is added.</param>
    /// <returns>The name, tidy.</returns>
    public static string CheckName(string sent, string path, string register, List<Violation> found)
    {
        var name = PersonName.Tidy(sent);
        if (name.Length is 0 or > LongestName)
        {
            found.Add(new Violation(path + ".full_name", register + ".full_name_invalid", $"Họ và tên phải có từ 1 đến {LongestName} ký tự."));
        }

        return name;
    }

    /// <summary>Checks a citizen number.</summary>
    /// <param name="sent">As sent; empty for none.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="register">Beginning of the codes, such as <c>person</c>.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where <c>citizen_number_malformed</c> or <c>citizen_number_impossible</c> is added.</param>
    /// <returns>The number; null when it is empty or when a violation was added.</returns>
    public static CitizenNumber? CheckNumber(string sent, string field, string register, DateOnly today, List<Violation> found)
    {
        if (sent.Length == 0)
        {
            return null;
        }

        if (CitizenNumber.TryRead(sent, today, out var number) is not { } code)
        {
            return number;
        }

        // The text is not repeated: it may be a real number with a slip in it.
        found.Add(new Violation(field, $"{register}.{code}", code == "citizen_number_malformed"
            ? "Số định danh cá nhân phải gồm đúng 12 chữ số."
            : "Số định danh cá nhân không thể có: mã nơi đăng ký là 000, hoặc thế kỷ và năm sinh nằm trong tương lai."));
        return null;
    }

    /// <summary>Checks a date of birth.</summary>
    /// <param name="sent">As sent; null for none.</param>
    /// <param name="path">Path of the person in the request.</param>
    /// <param name="register">Beginning of the codes, such as <c>person</c>.</param>
    /// <param name="earliest">Earliest birth of the register.</param>
    /// <param name="today">Today.</param>
    /// <param name="required">Whether a missing one is a violation: nobody without a number is found again without it.</param>
    /// <param name="found">Where <c>birth_date_impossible</c>, <c>birth_date_required</c> or <c>date.invalid</c> is added.</param>
    /// <returns>The date as far as known; null when not known.</returns>
    public static PartialDate? CheckBirth(
        Date? sent, string path, string register, DateOnly earliest, DateOnly today, bool required, List<Violation> found)
    {
        var before = found.Count;
        var birth = sent is null ? null : WireDate.ToPartial(sent, path + ".birth_date", found);
        if (birth is { } date && (date.Earliest > today || date.Latest < earliest))
        {
            found.Add(new Violation(path + ".birth_date", register + ".birth_date_impossible", $"Ngày sinh phải từ năm {earliest.Year} đến hôm nay."));
        }
        else if (birth is null && required && found.Count == before)
        {
            found.Add(new Violation(
                path + ".birth_date", register + ".birth_date_required",
                "Người không có số định danh phải có ngày sinh, hoặc ít nhất năm sinh, để nhận ra hồ sơ."));
        }

        return birth;
    }

    /// <summary>Adds <c>sex_invalid</c> unless a sex is one of those known.</summary>
    public static void CheckSex(Sex sent, string path, string register, List<Violation> found)
    {
        if (!Enum.IsDefined(sent))
        {
            found.Add(new Violation(path + ".sex", register + ".sex_invalid", "Giới tính không đúng; cho phép: nam, nữ hoặc để trống."));
        }
    }
}
