using System.Globalization;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>What a category pays in a month, or why that cannot be said.</summary>
/// <param name="AmountVnd">VND; 0 with a problem.</param>
/// <param name="ReportCategory">Coarse category; empty with a problem.</param>
/// <param name="Problem">Null, <c>rate.missing</c>, <c>rate.unconfirmed</c> or <c>rate.not_integral</c>.</param>
public readonly record struct RateAnswer(long AmountVnd, string ReportCategory, Violation? Problem)
{
    /// <summary>Whether a level is there but not confirmed: it blocks payment, not the entitlement.</summary>
    public bool IsUnconfirmed => Problem?.Code == RateTable.Unconfirmed;
}

/// <summary>
/// The levels of one scheme as they may be used on a day: those that were in force by then. In a month the level with the latest first day
/// counts; a table ends when a later national standard begins, since its amounts follow the standard (Decree 77/2024, Article 3).
/// </summary>
public sealed class RateTable
{
    /// <summary>Code: no level for the category in the month.</summary>
    public const string Missing = "rate.missing";

    /// <summary>Code: the level was not confirmed by an officer.</summary>
    public const string Unconfirmed = "rate.unconfirmed";

    /// <summary>Code: coefficient and multiplier give no whole number of dong.</summary>
    public const string NotIntegral = "rate.not_integral";

    readonly ILookup<(RateKind, string), BenefitRate> rates;
    readonly Dictionary<(string, int, int, string), RateAnswer> answers = [];

    /// <summary>Makes the table. It remembers its answers, so one table serves one call.</summary>
    /// <param name="all">Levels of one scheme.</param>
    /// <param name="asOf">Day of use: levels that come into force later are not used yet.</param>
    public RateTable(IEnumerable<BenefitRate> all, DateOnly asOf) =>
        rates = all.Where(rate => rate.InForceOn <= asOf)
            .OrderByDescending(rate => rate.AppliedFrom).ThenByDescending(rate => rate.SignedOn)
            .ToLookup(rate => (rate.Kind, rate.Category));

    /// <summary>The latest instant at which a level that applies to a month or earlier ones could first be used; what was settled before may differ.</summary>
    /// <param name="settledThrough">Last month settled.</param>
    public DateTimeOffset? ChangedAt(int settledThrough) => rates.SelectMany(group => group)
        .Where(rate => rate.ConfirmedAt is not null && PayMonth.Of(rate.AppliedFrom) <= settledThrough)
        .Select(rate => (DateTimeOffset?)UsableSince(rate)).Max();

    /// <summary>Coarse category of a category, from any of its levels; the category itself when it has none.</summary>
    public string ReportCategoryOf(string category) =>
        rates[(RateKind.Amount, category)].Concat(rates[(RateKind.Coefficient, category)]).FirstOrDefault()?.ReportCategory ?? (category.Length <= 20 ? category : category[..20]);

    /// <summary>What a category pays in a month.</summary>
    /// <param name="category">Category.</param>
    /// <param name="multiplier">Multiplier in thousandths.</param>
    /// <param name="month">Month, yyyymm.</param>
    /// <param name="province">Province of payment, for its own standard; empty for none.</param>
    public RateAnswer AmountOn(string category, int multiplier, int month, string province)
    {
        var key = (category, multiplier, month, province);
        if (!answers.TryGetValue(key, out var answer))
        {
            answer = Decide(category, multiplier, month, province);
            answers.Add(key, answer);
        }

        return answer;
    }

    RateAnswer Decide(string category, int multiplier, int month, string province)
    {
        var on = PayMonth.FirstDay(month);
        var national = InForce(RateKind.Standard, "", "", on);
        var amount = InForce(RateKind.Amount, category, "", on);
        if (amount is not null && (national is null || national.AppliedFrom <= amount.AppliedFrom))
        {
            return amount.Confirmed ? Times(amount, amount.Value, 1_000, multiplier, month) : Refuse(Unconfirmed, category, month, amount);
        }

        var standard = Higher(national, province.Length == 0 ? null : InForce(RateKind.Standard, "", province, on));
        if (standard is { Confirmed: false })
        {
            return Refuse(Unconfirmed, category, month, standard);
        }

        if (standard is null || InForce(RateKind.Coefficient, category, "", on) is not { } coefficient)
        {
            return Refuse(Missing, category, month, null);
        }

        return coefficient.Confirmed
            ? Times(coefficient, standard.Value, coefficient.Value, multiplier, month)
            : Refuse(Unconfirmed, category, month, coefficient);
    }

    BenefitRate? InForce(RateKind kind, string category, string province, DateOnly on) => rates[(kind, category)]
        .FirstOrDefault(rate => rate.ProvinceCode == province && rate.AppliedFrom <= on && (rate.AppliedTo is null || rate.AppliedTo >= on));

    static BenefitRate? Higher(BenefitRate? national, BenefitRate? provincial) =>
        provincial is null || national?.Value >= provincial.Value ? national : provincial;

    static RateAnswer Times(BenefitRate rate, long value, long coefficient, int multiplier, int month)
    {
        var millionths = checked(value * coefficient * multiplier);
        return millionths % 1_000_000 == 0
            ? new RateAnswer(millionths / 1_000_000, rate.ReportCategory, null)
            : Refuse(NotIntegral, rate.Category, month, rate);
    }

    static RateAnswer Refuse(string code, string category, int month, BenefitRate? rate) => new(0, "", new Violation("category", code, code switch
    {
        Missing => $"Nhóm “{category}” không có mức hưởng cho tháng {PayMonth.Text(month)}; hãy nhập mức theo văn bản đang áp dụng.",
        Unconfirmed => $"Mức {Level(rate!)} theo {rate!.LegalBasis} (áp dụng từ {VietnamDay.Text(rate.AppliedFrom)}) chưa được xác nhận, "
            + $"nên chưa chi trả được tháng {PayMonth.Text(month)} cho nhóm “{category}”; cần một cán bộ khác người nhập xác nhận.",
        _ => $"Mức của nhóm “{category}” tháng {PayMonth.Text(month)} nhân hệ số không ra số đồng nguyên; hãy kiểm tra hệ số.",
    }));

    static string Level(BenefitRate rate) => rate.Kind switch
    {
        RateKind.Standard => string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"chuẩn {rate.Value:N0} đồng"),
        RateKind.Amount => string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{rate.Value:N0} đồng của nhóm “{rate.Category}”"),
        _ => string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"hệ số {rate.Value / 1000m:0.###} của nhóm “{rate.Category}”"),
    };

    static DateTimeOffset UsableSince(BenefitRate rate)
    {
        // In force from the day's first instant in Viet Nam (UTC+7).
        var inForce = new DateTimeOffset(rate.InForceOn.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        return rate.ConfirmedAt > inForce ? rate.ConfirmedAt.Value : inForce.ToUniversalTime();
    }
}
