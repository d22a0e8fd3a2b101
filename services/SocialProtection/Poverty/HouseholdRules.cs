using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Protection.V1;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>A row of an import of households: what can be said of it without the survey.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Survey">Survey.</param>
/// <param name="Sent">The form as sent.</param>
/// <param name="Violations">Why refused.</param>
public sealed record HouseholdRowChecked(long Line, Guid Survey, Wire.Household Sent, IReadOnlyList<Violation> Violations) : ICheckedRow;

/// <summary>What the form of a household must hold.</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="people">What a person must look like.</param>
public sealed class HouseholdRules(AreaDirectory areas, PersonRules people)
{
    const int LongestNumber = 40;
    const int MostMembers = 30;

    /// <summary>Checks what needs no survey.</summary>
    public static HouseholdRowChecked Check(Wire.HouseholdRow row)
    {
        var sent = row.Household ?? new Wire.Household();
        var found = new List<Violation>(0);
        if (!ResourceName.TryParse(PovertySurveys.Collection, sent.Survey, out var survey))
        {
            found.Add(ResourceName.Malformed(PovertySurveys.Collection, sent.Survey, "household.survey"));
        }

        if (sent.HouseholdNo.Trim().Length is 0 or > LongestNumber)
        {
            found.Add(new Violation("household.household_no", "household.number_invalid", $"Số hộ phải có từ 1 đến {LongestNumber} ký tự."));
        }

        if (sent.IncomePerHeadVnd < 0)
        {
            found.Add(new Violation("household.income_per_head_vnd", "household.income_negative", "Thu nhập bình quân đầu người không được âm."));
        }

        if (sent.Members.Count > MostMembers)
        {
            found.Add(new Violation("household.members", "household.too_many_members", $"Mỗi hộ ghi nhiều nhất {MostMembers} thành viên."));
        }

        return new HouseholdRowChecked(row.Line, survey, sent, found);
    }

    /// <summary>Adds what is wrong with a form in the light of its survey; an incomplete form names the answers that are missing.</summary>
    public List<PersonDraft> CheckAgainst(Wire.Household sent, PovertySurvey survey, PovertyStandard standard, DateOnly today, List<Violation> found)
    {
        if (CommuneRules.Check(areas, sent.AreaCode, survey.InForceFrom, "household.area_code", found)
            && !areas.IsWithin(sent.AreaCode, survey.AreaCode, survey.InForceFrom))
        {
            found.Add(new Violation("household.area_code", "household.area_outside_survey", "Xã này không thuộc địa bàn của đợt rà soát."));
        }

        var missing = Missing(sent, standard).ToList();
        if (missing.Count > 0)
        {
            found.Add(new Violation("household.answers", "household.form_incomplete", $"Phiếu rà soát chưa đủ, không thể phân loại; còn thiếu: {string.Join(", ", missing)}."));
        }
        else if (sent.Answers.Count > standard.Indicators.Count)
        {
            found.Add(new Violation(
                "household.answers", "household.too_many_answers", $"Chuẩn {standard.Code} có {standard.Indicators.Count} chỉ số thiếu hụt; phiếu ghi {sent.Answers.Count}."));
        }

        var members = new List<PersonDraft>(sent.Members.Count);
        for (var i = 0; i < sent.Members.Count; i++)
        {
            if (people.Check(sent.Members[i], $"household.members[{i}]", today, survey.InForceFrom > today ? today : survey.InForceFrom, found) is { } member)
            {
                members.Add(member);
            }
        }

        return members;
    }

    static IEnumerable<string> Missing(Wire.Household sent, PovertyStandard standard)
    {
        if (!System.Enum.IsDefined((Settlement)sent.Settlement))
        {
            yield return "khu vực thành thị hoặc nông thôn";
        }

        if (sent.Size < 1)
        {
            yield return "số nhân khẩu";
        }

        if (!sent.HasIncomePerHeadVnd)
        {
            yield return "thu nhập bình quân đầu người";
        }

        for (var i = 0; i < standard.Indicators.Count; i++)
        {
            if (i >= sent.Answers.Count || sent.Answers[i] is not (Wire.DeprivationAnswer.Deprived or Wire.DeprivationAnswer.NotDeprived))
            {
                yield return standard.Indicators[i];
            }
        }
    }
}
