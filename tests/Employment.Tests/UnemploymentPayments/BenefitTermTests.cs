using AnSinh.BenefitPayments;
using AnSinh.Employment.Unemployment;
using AnSinh.Employment.UnemploymentPayments;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.UnemploymentPayments;

/// <summary>In which calendar months a benefit is paid.</summary>
public sealed class BenefitTermTests
{
    // Under Law 38/2013 the benefit begins on the 16th working day after filing, under Law 74/2025 on the 11th.
    [Theory]
    [InlineData("2020-03-02", 37, 202003, 202005)]
    [InlineData("2020-11-20", 48, 202012, 202103)]
    [InlineData("2026-03-02", 144, 202603, 202702)]
    public void Term_BeginsInTheMonthOfTheFirstDay(string filedOn, int paidMonths, int first, int last) =>
        BenefitTerm.Of(Given(DateOnly.Parse(filedOn, System.Globalization.CultureInfo.InvariantCulture), paidMonths)).ShouldBe(new BenefitTerm(first, last));

    [Fact]
    public void Term_HasAsManyMonthsAsTheDecision_AndTheFirstDayIsInTheFirst() => Prop.ForAll(
        (from day in Gen.Choose(0, 2_500) from paid in Gen.Choose(12, 600) select (Filed: new DateOnly(2020, 1, 1).AddDays(day), paid)).ToArbitrary(),
        one =>
        {
            var given = Given(one.Filed, one.paid);
            var term = BenefitTerm.Of(given);
            return PayMonth.Plus(term.First, given.Months - 1) == term.Last
                && PayMonth.FirstDay(term.First) <= given.BenefitFrom && given.BenefitFrom <= PayMonth.LastDay(term.First);
        }).QuickCheckThrowOnFailure();

    static BenefitAssessment Given(DateOnly filedOn, int paidMonths) => BenefitAssessment.Of(
        new ClaimFacts
        {
            FiledOn = filedOn,
            ContractEndedOn = filedOn,
            ContractMonths = 0,
            PaidMonths = paidMonths,
            RecentPaidMonths = 12,
            LastPaidMonth = filedOn,
            AverageWageVnd = 8_000_000,
            WageScheme = WageScheme.Employer,
            WageRegion = 3,
        },
        UnemploymentLaw.On(filedOn)!);
}
