using System.Globalization;
using System.Text.RegularExpressions;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>What a programme must look like to be made.</summary>
/// <param name="areas">The administrative units.</param>
public sealed partial class ProgrammeRules(AreaDirectory areas)
{
    const int LongestName = 60;
    const int LongestBasis = 200;
    const int MostGroups = 50;
    const int MostLevels = 20;

    /// <summary>Adds what is wrong with a programme as sent.</summary>
    /// <returns>First and last day; meaningless when violations were added.</returns>
    public (DateOnly From, DateOnly? To) Check(Wire.SupportProgramme sent, List<Violation> found)
    {
        Require(Code().IsMatch(sent.Code), "code", "support.code_malformed", "Mã chương trình phải có từ 2 đến 40 chữ cái không dấu, chữ số hoặc dấu - . _", found);
        Require(PersonName.Tidy(sent.DisplayName).Length is > 0 and <= LongestName, "display_name", "support.name_invalid", $"Tên chương trình phải có từ 1 đến {LongestName} ký tự.", found);
        Require(Enum.IsDefined((SupportKind)sent.Kind), "kind", "support.kind_required", "Phải ghi loại: hỗ trợ hoặc quà tặng.", found);
        Require(sent.LegalBasis.Trim().Length is > 0 and <= LongestBasis, "legal_basis", "support.legal_basis_invalid", $"Căn cứ pháp lý phải có từ 1 đến {LongestBasis} ký tự.", found);
        var from = WireDate.ToDay(sent.FromDate, "programme.from_date", found);
        var to = WireDate.ToDay(sent.ToDate, "programme.to_date", found);
        Require(sent.FromDate is not null, "from_date", "support.from_required", "Phải ghi ngày bắt đầu của chương trình.", found);
        Require(to is null || from is null || to >= from, "to_date", "support.to_before_from", "Ngày kết thúc không được trước ngày bắt đầu.", found);
        Require(
            from is not { } first || areas.Find(sent.AreaCode, first) is not null, "area_code", "area.unknown",
            "Không có địa bàn nào mang mã này vào ngày bắt đầu của chương trình.", found);
        Require(sent.Groups.Count is > 0 and <= MostGroups, "groups", "support.groups_required", $"Chương trình phải có từ 1 đến {MostGroups} nhóm đối tượng.", found);
        Require(
            sent.Groups.Select(group => group.Code).Distinct(StringComparer.Ordinal).Count() == sent.Groups.Count, "groups", "support.group_repeated",
            "Mỗi mã nhóm chỉ được ghi một lần.", found);
        for (var i = 0; i < sent.Groups.Count; i++)
        {
            CheckGroup(sent, sent.Groups[i], string.Create(CultureInfo.InvariantCulture, $"groups[{i}]"), found);
        }

        return (from ?? default, to);
    }

    static void CheckGroup(Wire.SupportProgramme programme, Wire.SupportProgrammeGroup sent, string path, List<Violation> found)
    {
        Require(Group().IsMatch(sent.Code), path + ".code", "support.group_code_malformed", "Mã nhóm phải có từ 1 đến 40 chữ thường không dấu, chữ số hoặc dấu _", found);
        Require(Enum.IsDefined((RecipientKind)sent.Recipient), path + ".recipient", "support.recipient_required", "Phải ghi ai nhận: cá nhân, hộ gia đình, hộ kinh doanh hoặc doanh nghiệp.", found);
        Require(sent.CeilingVnd >= 0 && (sent.CeilingVnd > 0 || sent.LevelsVnd.Count > 0), path + ".ceiling_vnd", "support.ceiling_required", "Phải ghi mức tối đa của một suất, hoặc các mức quà.", found);
        Require(
            sent.LevelsVnd.Count <= MostLevels && sent.LevelsVnd.All(level => level > 0 && (sent.CeilingVnd == 0 || level <= sent.CeilingVnd)), path + ".levels_vnd",
            "support.levels_invalid", $"Các mức quà phải lớn hơn 0, không quá mức tối đa, nhiều nhất {MostLevels} mức.", found);
        Require(
            !sent.CountPeople || (programme.Kind == Wire.SupportKind.Relief && sent.Recipient == Wire.RecipientKind.Person), path + ".count_people",
            "support.count_people_not_allowed", "Chỉ nhóm cá nhân của chương trình hỗ trợ mới đếm theo người.", found);
    }

    static void Require(bool holds, string field, string code, string message, List<Violation> found)
    {
        if (!holds)
        {
            found.Add(new Violation("programme." + field, code, message));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z0-9_]{1,40}$")]
    private static partial Regex Group();
}
