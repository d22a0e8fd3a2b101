using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Support.V1;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>What a house must look like to be recorded.</summary>
/// <param name="areas">The administrative units.</param>
/// <param name="people">What a person must look like.</param>
public sealed class HousingRules(AreaDirectory areas, PersonRules people)
{
    const int LongestFund = 60;

    /// <summary>Checks a house as sent.</summary>
    /// <param name="sent">As sent; null when missing.</param>
    /// <param name="allowed">Whose houses the service keeps.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The house, or null when violations were added.</returns>
    public HousingDraft? Check(Wire.HousingSupport? sent, HousingBeneficiary allowed, DateOnly today, List<Violation> found)
    {
        sent ??= new Wire.HousingSupport();
        var before = found.Count;
        if ((HousingBeneficiary)sent.Beneficiary != allowed)
        {
            found.Add(new Violation("housing.beneficiary", "housing.beneficiary_invalid", allowed == HousingBeneficiary.Merit ? "Nơi này chỉ ghi nhà ở của người có công." : "Nơi này chỉ ghi nhà ở của hộ nghèo."));
        }

        if (!Enum.IsDefined((HousingWork)sent.Work))
        {
            found.Add(new Violation("housing.work", "housing.work_required", "Phải ghi hình thức: xây mới hoặc sửa chữa."));
        }

        var fund = PersonName.Tidy(sent.Fund);
        if (fund.Length is 0 or > LongestFund)
        {
            found.Add(new Violation("housing.fund", "housing.fund_invalid", $"Nguồn kinh phí phải có từ 1 đến {LongestFund} ký tự."));
        }

        if (sent.AmountVnd < 1)
        {
            found.Add(new Violation("housing.amount_vnd", "housing.amount_invalid", "Số tiền hỗ trợ phải từ 1 đồng trở lên."));
        }

        var started = WireDate.ToDay(sent.StartedOn, "housing.started_on", found);
        if (sent.StartedOn is null || started > today)
        {
            found.Add(new Violation("housing.started_on", "housing.started_on_invalid", "Phải ghi ngày khởi công, không ở trong tương lai."));
        }

        var completed = WireDate.ToDay(sent.CompletedOn, "housing.completed_on", found);
        CheckCompletion(completed, started, today, "housing.completed_on", found);
        CommuneRules.Check(areas, sent.AreaCode, started ?? today, "housing.area_code", found);
        var person = people.Check(sent.Person, "housing.person", today, started, found);
        return found.Count > before ? null : new HousingDraft
        {
            Beneficiary = allowed,
            Person = person!,
            AreaCode = sent.AreaCode,
            Fund = fund,
            Work = (HousingWork)sent.Work,
            AmountVnd = sent.AmountVnd,
            StartedOn = started!.Value,
            CompletedOn = completed,
        };
    }

    /// <summary>Adds a violation unless a house may be finished on a day.</summary>
    public static void CheckCompletion(DateOnly? completed, DateOnly? started, DateOnly today, string field, List<Violation> found)
    {
        if (completed > today || completed < started)
        {
            found.Add(new Violation(field, "housing.completed_on_invalid", "Ngày hoàn thành không được trước ngày khởi công hoặc sau hôm nay."));
        }
    }
}
