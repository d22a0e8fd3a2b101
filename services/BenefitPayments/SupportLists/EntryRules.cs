using System.Text.RegularExpressions;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>What an entry of a support list must look like.</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="people">What a person must look like.</param>
public sealed partial class EntryRules(AreaDirectory areas, PersonRules people)
{
    const int LongestName = 200;
    const int LongestDecision = 100;

    /// <summary>Checks a row without the database.</summary>
    public EntryRow Check(Wire.SupportEntryRow row, AreaScope scope, bool mayTakeOver, DateOnly today)
    {
        var sent = row.Entry ?? new Wire.SupportEntry();
        var found = new List<Violation>(0);
        if (!ResourceName.TryParse(SupportMessages.Programmes, sent.Programme, out var programme))
        {
            found.Add(ResourceName.Malformed(SupportMessages.Programmes, sent.Programme, "entry.programme"));
        }

        var approved = CheckApproval(sent, mayTakeOver, today, found);
        var declared = WireDate.ToDay(sent.DeclaredOn, "entry.declared_on", found) ?? approved ?? today;
        if (declared > today || declared > approved)
        {
            found.Add(new Violation("entry.declared_on", "support.declared_too_late", "Ngày kê khai không được sau hôm nay hoặc sau ngày phê duyệt."));
        }

        if (sent.AmountVnd < 1)
        {
            found.Add(new Violation("entry.amount_vnd", "support.amount_invalid", "Số tiền của một suất phải từ 1 đồng trở lên."));
        }

        if (CommuneRules.Check(areas, sent.AreaCode, declared, "entry.area_code", found) && !scope.Covers(areas, sent.AreaCode, declared))
        {
            found.Add(new Violation("entry.area_code", "area.out_of_scope", AreaScope.OutOfScope(sent.AreaCode).Message));
        }

        var (person, business) = CheckRecipient(sent.Person, sent.Business, "entry", today, declared, found);
        return found.Count > 0 ? new EntryRow { Line = row.Line, Violations = found } : new EntryRow
        {
            Line = row.Line,
            Programme = programme,
            Group = sent.Group,
            Person = person,
            Business = business,
            AmountVnd = sent.AmountVnd,
            AreaCode = sent.AreaCode,
            DeclaredOn = declared,
            DecisionNo = sent.DecisionNo.Trim(),
            ApprovedOn = approved,
        };
    }

    /// <summary>Adds what is wrong with a row in the light of its programme.</summary>
    public void CheckAgainst(EntryRow row, ProgrammeWithGroups programme, List<Violation> found)
    {
        if (!programme.Groups.TryGetValue(row.Group, out var group))
        {
            found.Add(new Violation("entry.group", "support.group_unknown", $"Chương trình không có nhóm này; cho phép: {string.Join(", ", programme.Groups.Keys)}."));
            return;
        }

        if (group.NamesPerson != (row.Person is not null))
        {
            found.Add(new Violation("entry.recipient", "support.recipient_of_other_kind", group.NamesPerson ? "Nhóm này ghi cá nhân." : "Nhóm này ghi hộ kinh doanh hoặc doanh nghiệp."));
        }

        if (!AmountAllowed(group, row.AmountVnd))
        {
            found.Add(new Violation("entry.amount_vnd", "support.amount_not_allowed", group.Levels.Length > 0
                ? $"Giá trị suất quà phải là một trong các mức: {string.Join(", ", group.LevelsVnd)} đồng."
                : $"Số tiền của một suất không được quá {group.CeilingVnd} đồng."));
        }

        if (!areas.IsWithin(row.AreaCode, programme.Programme.AreaCode, row.DeclaredOn))
        {
            found.Add(new Violation("entry.area_code", "support.area_outside_programme", "Xã này không thuộc địa bàn của chương trình."));
        }

        if (row.ApprovedOn is { } approved && !programme.Programme.OpenOn(approved))
        {
            found.Add(new Violation("entry.approved_on", "support.programme_not_open", NotOpen(programme.Programme)));
        }
    }

    /// <summary>What is said when a decision lies outside the programme's days.</summary>
    public static string NotOpen(SupportProgramme programme) =>
        $"Chương trình chỉ phê duyệt từ {VietnamDay.Text(programme.FromDate)}{(programme.ToDate is { } to ? $" đến {VietnamDay.Text(to)}" : "")}.";

    /// <summary>Checks who receives.</summary>
    public (PersonDraft? Person, BusinessDraft? Business) CheckRecipient(
        AnSinh.Contracts.Common.V1.Person? person, Wire.SupportBusiness? business, string path, DateOnly today, DateOnly on, List<Violation> found)
    {
        if (business is null)
        {
            return (people.Check(person, path + ".person", today, on, found), null);
        }

        var name = PersonName.Tidy(business.DisplayName);
        if (name.Length is 0 or > LongestName)
        {
            found.Add(new Violation(path + ".business.display_name", "support.business_name_invalid", $"Tên cơ sở phải có từ 1 đến {LongestName} ký tự."));
        }

        if (business.TaxCode.Length > 0 && !TaxCode().IsMatch(business.TaxCode))
        {
            found.Add(new Violation(path + ".business.tax_code", "support.tax_code_malformed", "Mã số thuế phải gồm 10 chữ số, 10 chữ số và -3 chữ số, hoặc 12 chữ số."));
        }

        return (null, new BusinessDraft(name, business.TaxCode));
    }

    static DateOnly? CheckApproval(Wire.SupportEntry sent, bool mayTakeOver, DateOnly today, List<Violation> found)
    {
        if (sent.ApprovedOn is null && sent.DecisionNo.Length == 0)
        {
            return null;
        }

        var approved = WireDate.ToDay(sent.ApprovedOn, "entry.approved_on", found);
        if (sent.ApprovedOn is null || sent.DecisionNo.Trim().Length is 0 or > LongestDecision)
        {
            found.Add(new Violation("entry.decision_no", "support.decision_incomplete", $"Danh sách đã phê duyệt phải có cả số quyết định (1 đến {LongestDecision} ký tự) và ngày quyết định."));
        }

        if (approved > today)
        {
            found.Add(new Violation("entry.approved_on", "support.approved_in_future", "Ngày phê duyệt không được ở trong tương lai."));
        }

        if (!mayTakeOver)
        {
            found.Add(new Violation("entry.decision_no", "support.take_over_not_allowed", "Tài khoản này chỉ được nhập danh sách kê khai, không được nhập danh sách đã phê duyệt."));
        }

        return approved;
    }

    static bool AmountAllowed(SupportProgrammeGroup group, long amount) =>
        (group.CeilingVnd == 0 || amount <= group.CeilingVnd) && (group.Levels.Length == 0 || group.LevelsVnd.Contains(amount));

    [GeneratedRegex("^([0-9]{10}|[0-9]{10}-[0-9]{3}|[0-9]{12})$")]
    private static partial Regex TaxCode();
}
