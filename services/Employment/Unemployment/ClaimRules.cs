using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>What the facts of a claim must look like, and what a decision must be.</summary>
/// <param name="areas">The administrative units.</param>
public sealed class ClaimRules(AreaDirectory areas)
{
    /// <summary>Longest number of a decision.</summary>
    public const int LongestDecision = 50;

    const int MostMonths = 600;
    const long MostWage = 10_000_000_000;

    /// <summary>Checks facts as sent.</summary>
    /// <param name="sent">As sent; null when missing.</param>
    /// <param name="path">Path of the message with a point behind it.</param>
    /// <param name="today">Today.</param>
    /// <param name="found">Where violations are added.</param>
    /// <returns>The facts, or null when violations were added.</returns>
    public static ClaimFacts? CheckFacts(Wire.ClaimFacts? sent, string path, DateOnly today, List<Violation> found)
    {
        var before = found.Count;
        sent ??= new Wire.ClaimFacts();
        var filed = Day(sent.FiledOn, path + "filed_on", today, found);
        var ended = Day(sent.ContractEndedOn, path + "contract_ended_on", filed ?? today, found);
        var last = Day(sent.LastPaidMonth, path + "last_paid_month", ended ?? today, found);
        Range(sent.ContractMonths, 0, MostMonths, path + "contract_months", found);
        Range(sent.PaidMonths, 0, MostMonths, path + "paid_months", found);
        Range(sent.RecentPaidMonths, 0, Math.Clamp(sent.PaidMonths, 0, 36), path + "recent_paid_months", found);
        Range(sent.AverageWageVnd, 1, MostWage, path + "average_wage_vnd", found);
        Range(sent.WageRegion, 1, 4, path + "wage_region", found);
        if (!Enum.IsDefined((WageScheme)sent.WageScheme))
        {
            found.Add(new Violation(path + "wage_scheme", "unemployment.wage_scheme_required", "Phải ghi chế độ tiền lương: do Nhà nước quy định hoặc do người sử dụng lao động quyết định."));
        }

        return found.Count > before ? null : new ClaimFacts
        {
            FiledOn = filed!.Value,
            ContractEndedOn = ended!.Value,
            ContractMonths = sent.ContractMonths,
            PaidMonths = sent.PaidMonths,
            RecentPaidMonths = sent.RecentPaidMonths,
            LastPaidMonth = last!.Value,
            AverageWageVnd = sent.AverageWageVnd,
            WageScheme = (WageScheme)sent.WageScheme,
            WageRegion = sent.WageRegion,
            LeftUnlawfully = sent.LeftUnlawfully,
            Pension = sent.Pension,
            FoundWork = sent.FoundWork,
        };
    }

    /// <summary>Adds a violation unless a commune bore the code on the day of filing.</summary>
    public void CheckArea(string areaCode, ClaimFacts? facts, string field, List<Violation> found)
    {
        if (facts is not null)
        {
            CommuneRules.Check(areas, areaCode, facts.FiledOn, field, found);
        }
    }

    /// <summary>Checks number and day of a decision.</summary>
    /// <returns>The day, or null when violations were added.</returns>
    public static DateOnly? CheckDecision(string number, Google.Type.Date? on, DateOnly filedOn, DateOnly today, List<Violation> found)
    {
        if (number.Trim().Length is 0 or > LongestDecision)
        {
            found.Add(new Violation("decision_number", "unemployment.decision_number_required", $"Phải ghi số quyết định, từ 1 đến {LongestDecision} ký tự."));
        }

        var day = WireDate.ToDay(on, "decided_on", found);
        var earliest = filedOn < UnemploymentLaw.All[0].From ? UnemploymentLaw.All[0].From : filedOn;
        if (day is not { } decided || decided < earliest || decided > today)
        {
            found.Add(new Violation(
                "decided_on", "unemployment.decided_on_out_of_range", $"Ngày quyết định phải từ {VietnamDay.Text(earliest)} đến hôm nay {VietnamDay.Text(today)}."));
            return null;
        }

        return day;
    }

    /// <summary>What is wrong with a decision; null when it is what the law gives.</summary>
    /// <param name="granted">What is decided.</param>
    /// <param name="given">What the law gives.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="decidedOn">Day of the decision.</param>
    public static Violation? Disagreement(bool granted, BenefitAssessment given, ClaimFacts facts, DateOnly decidedOn) => (granted, given.IsEligible) switch
    {
        (true, false) => new("granted", "unemployment.not_eligible", $"Không đủ điều kiện hưởng theo {given.Law.LegalBasis}: {string.Join(", ", given.Reasons)}."),
        (false, true) => new("granted", "unemployment.eligible", $"Đủ điều kiện hưởng theo {given.Law.LegalBasis}, không thể từ chối."),
        (true, true) when given.CeilingVnd is null => MissingRate(facts, given),
        (true, true) when decidedOn.AddDays(1) < given.BenefitFrom => new(
            "decided_on", "unemployment.waiting_period",
            $"Chưa hết {given.Law.WaitingDays} ngày làm việc kể từ ngày nộp hồ sơ; quyết định hưởng sớm nhất ngày {VietnamDay.Text(given.BenefitFrom.AddDays(-1))}."),
        _ => null,
    };

    /// <summary>Why nothing can be computed: no decree is known for the day.</summary>
    public static Violation MissingRate(ClaimFacts facts, BenefitAssessment given)
    {
        var day = given.Law.CeilingByScheme ? facts.ContractEndedOn : facts.LastPaidMonth;
        var wage = given.Law.CeilingByScheme && facts.WageScheme == WageScheme.State ? "lương cơ sở" : $"lương tối thiểu vùng {facts.WageRegion}";
        return new("facts", "unemployment.rate_missing", $"Chưa có mức {wage} áp dụng cho ngày {VietnamDay.Text(day)} để tính mức trần.");
    }

    /// <summary>The key of a claim.</summary>
    internal static byte[] Key(string person, DateOnly filedOn, int ordinal) => RecordKey.Of("unemployment", person, filedOn, "", ordinal);

    /// <summary>The event that tells of a decision.</summary>
    internal static UnemploymentClaimDecided Decided(UnemploymentClaim claim, Worker worker) => new()
    {
        PersonKey = worker.PersonKey,
        Granted = claim.State == ClaimState.Granted,
        MonthlyVnd = claim.MonthlyVnd ?? 0,
        Months = claim.Months ?? 0,
        Sex = SexNames.Of(worker.Sex),
    };

    static DateOnly? Day(Google.Type.Date? sent, string field, DateOnly latest, List<Violation> found)
    {
        var day = WireDate.ToDay(sent, field, found);
        if (sent is null || day > latest)
        {
            found.Add(new Violation(field, "unemployment.day_out_of_range", $"Phải ghi ngày, không sau ngày {VietnamDay.Text(latest)}."));
            return null;
        }

        return day;
    }

    static void Range(long value, long least, long most, string field, List<Violation> found)
    {
        if (value < least || value > most)
        {
            found.Add(new Violation(field, "unemployment.fact_out_of_range", $"Giá trị {value} không đúng; cho phép từ {least} đến {most}."));
        }
    }
}
