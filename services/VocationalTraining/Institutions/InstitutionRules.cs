using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>What an institution must look like to be registered.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class InstitutionRules(AreaDirectory areas)
{
    /// <summary>Longest number of a registration certificate.</summary>
    public const int LongestLicence = 50;

    const int LongestName = 200;
    static readonly DateOnly EarliestOpening = new(1900, 1, 1);

    /// <summary>Checks an institution as sent.</summary>
    /// <returns>The days of opening and of the registration certificate.</returns>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields.</exception>
    public (DateOnly OpenedOn, DateOnly LicensedOn) Require(Wire.Institution sent, DateOnly today)
    {
        var found = new List<Violation>();
        if (!TrainingCodes.IsCode(sent.Code))
        {
            found.Add(new Violation(
                "institution.code", "institution.code_malformed", $"Mã cơ sở phải gồm 1 đến {TrainingCodes.Longest} chữ hoa không dấu, chữ số hoặc dấu gạch ngang."));
        }

        if (TrainingCodes.Tidy(sent.DisplayName).Length is 0 or > LongestName)
        {
            found.Add(new Violation("institution.display_name", "institution.display_name_invalid", $"Tên cơ sở phải có từ 1 đến {LongestName} ký tự."));
        }

        if (!Enum.IsDefined((InstitutionKind)sent.Kind))
        {
            found.Add(new Violation("institution.kind", "institution.kind_required", "Phải ghi loại cơ sở giáo dục nghề nghiệp."));
        }

        if (!Enum.IsDefined((Ownership)sent.Ownership))
        {
            found.Add(new Violation("institution.ownership", "institution.ownership_required", "Phải ghi hình thức sở hữu: công lập, tư thục hoặc có vốn đầu tư nước ngoài."));
        }

        if (sent.LicenceNumber.Trim().Length is 0 or > LongestLicence)
        {
            found.Add(new Violation(
                "institution.licence_number", "institution.licence_number_required", $"Phải ghi số giấy chứng nhận đăng ký hoạt động, từ 1 đến {LongestLicence} ký tự."));
        }

        var opened = CheckDay(sent.OpenedOn, "opened_on", "ngày thành lập", today, found);
        var licensed = CheckDay(sent.LicensedOn, "licensed_on", "ngày cấp giấy chứng nhận", today, found);
        if (opened is { } day)
        {
            CommuneRules.Check(areas, sent.AreaCode, day, "institution.area_code", found);
        }

        return found.Count == 0 ? (opened!.Value, licensed!.Value) : throw Refusal.Invalid(found);
    }

    static DateOnly? CheckDay(Google.Type.Date? sent, string field, string what, DateOnly today, List<Violation> found)
    {
        var path = "institution." + field;
        var day = WireDate.ToDay(sent, path, found);
        if (sent is null)
        {
            found.Add(new Violation(path, $"institution.{field}_required", $"Phải ghi {what}."));
        }
        else if (day > today || day < EarliestOpening)
        {
            found.Add(new Violation(
                path, $"institution.{field}_out_of_range", $"Phải ghi {what} từ {VietnamDay.Text(EarliestOpening)} đến hôm nay {VietnamDay.Text(today)}."));
        }

        return day;
    }
}
