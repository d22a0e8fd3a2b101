using AnSinh.BenefitPayments.Rates;

namespace AnSinh.BenefitPayments.Tests.Rates;

/// <summary>Levels for tests, as an officer would have entered and confirmed them.</summary>
static class TestRates
{
    public static readonly DateTimeOffset Entered = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BenefitRate Amount(string category, long value, string from, string? inForce = null, bool confirmed = true, DateTimeOffset? at = null) =>
        Make(RateKind.Amount, category, value, "", from, inForce, confirmed, at);

    public static BenefitRate Standard(long value, string from, string province = "", bool confirmed = true, string? inForce = null, DateTimeOffset? at = null) =>
        Make(RateKind.Standard, "", value, province, from, inForce, confirmed, at);

    public static BenefitRate Coefficient(string category, long thousandths, string from) =>
        Make(RateKind.Coefficient, category, thousandths, "", from, null, true, null);

    public static RateTable Table(string asOf, params BenefitRate[] rates) => new(rates, Day(asOf));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static BenefitRate Make(
        RateKind kind, string category, long value, string province, string from, string? inForce, bool confirmed, DateTimeOffset? at)
    {
        var rate = new BenefitRate
        {
            Id = Guid.NewGuid(),
            Scheme = "test",
            Category = category,
            ReportCategory = category.Length == 0 ? "" : category.Split('-', '.')[0],
            Kind = kind,
            Value = value,
            ProvinceCode = province,
            SignedOn = Day(from),
            InForceOn = Day(inForce ?? from),
            AppliedFrom = Day(from),
            LegalBasis = $"Nghị định từ {from}",
            EnteredBy = "tester",
            EnteredAt = at ?? Entered,
        };
        if (confirmed)
        {
            rate.Confirm("another", at ?? Entered);
        }

        return rate;
    }
}
