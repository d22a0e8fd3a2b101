using AnSinh.Employment.Unemployment;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Unemployment;

/// <summary>The formula of unemployment benefit over its cases and over the days of its rates.</summary>
public sealed class BenefitFormulaTests
{
    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 3)]
    [InlineData(36, 3)]
    [InlineData(47, 3)]
    [InlineData(48, 4)]
    [InlineData(143, 11)]
    [InlineData(144, 12)]
    [InlineData(200, 12)]
    public void Months_AreThoseOfTheLaw(int paid, int months) => UnemploymentLaw.Months(paid).ShouldBe(months);

    [Fact]
    public void Months_AreNoneOr3To12_NeverFewerForMoreContributions() => Prop.ForAll(
        Gen.Choose(0, 600).ToArbitrary(),
        paid =>
        {
            var months = UnemploymentLaw.Months(paid);
            return (months == 0 ? paid < 12 : months is >= 3 and <= 12)
                && UnemploymentLaw.Months(paid + 1) >= months
                && (paid < 36 || UnemploymentLaw.Months(paid + 12) == Math.Min(12, months + 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Amount_OfTheExample_Is60Percent()
    {
        var given = BenefitAssessment.Of(Facts(2026) with { AverageWageVnd = 8_000_000, PaidMonths = 37, WageRegion = 3 }, Law(2026));
        given.MonthlyVnd.ShouldBe(4_800_000);
        given.Months.ShouldBe(3);
        given.CeilingVnd.ShouldBe(5 * 4_140_000);
    }

    [Fact]
    public void Amount_IsTheShareOfTheWage_AndNeverAboveTheCeiling() => Prop.ForAll(
        (from wage in Gen.Choose(1, 100_000_000) from region in Gen.Choose(1, 4) from year in Gen.Choose(2019, 2026) select (wage, region, year)).ToArbitrary(),
        one =>
        {
            var facts = Facts(one.year) with { AverageWageVnd = one.wage, WageRegion = one.region };
            var given = BenefitAssessment.Of(facts, UnemploymentLaw.On(facts.FiledOn.AddDays(30))!);
            var share = (long)Math.Round(0.6m * one.wage, MidpointRounding.AwayFromZero);
            return given.CeilingVnd == 5 * given.Rate!.MonthlyVnd && given.MonthlyVnd == Math.Min(share, given.CeilingVnd.Value);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 22_100_000)]
    [InlineData(2, 19_600_000)]
    [InlineData(3, 17_150_000)]
    [InlineData(4, 15_350_000)]
    public void Ceiling_In2020_Is5TimesTheRegionalMinimum_OrTheBaseWage(int region, long ceiling)
    {
        var facts = Facts(2020) with { WageRegion = region, AverageWageVnd = 100_000_000 };
        BenefitAssessment.Of(facts, Law(2020)).MonthlyVnd.ShouldBe(ceiling);
        BenefitAssessment.Of(facts with { WageScheme = WageScheme.State }, Law(2020)).MonthlyVnd.ShouldBe(7_450_000);
    }

    [Fact]
    public void Ceiling_From2026_IsThatOfTheLastContributedMonth_WhoeverSetTheWage()
    {
        var facts = Facts(2026) with { LastPaidMonth = new DateOnly(2025, 12, 1), WageScheme = WageScheme.State, AverageWageVnd = 100_000_000, WageRegion = 1 };
        BenefitAssessment.Of(facts, Law(2026)).MonthlyVnd.ShouldBe(5 * 4_960_000);
        BenefitAssessment.Of(facts with { LastPaidMonth = new DateOnly(2026, 1, 1) }, Law(2026)).MonthlyVnd.ShouldBe(5 * 5_310_000);
    }

    [Fact]
    public void Rates_CoverEveryDayOnce_FromTheirFirst()
    {
        foreach (var region in Enumerable.Range(0, 5))
        {
            var rows = WageRates.All.Where(row => row.Region == region).ToList();
            rows.Zip(rows.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From.AddDays(-1) && pair.First.MonthlyVnd < pair.Second.MonthlyVnd);
            rows[^1].To.ShouldBeNull();
            rows.ShouldAllBe(row => WageRates.On(region, row.From) == row);
            WageRates.On(region, rows[0].From.AddDays(-1)).ShouldBeNull();
        }
    }

    [Fact]
    public void Law_IsThatOfTheDayOfTheDecision()
    {
        UnemploymentLaw.On(new DateOnly(2014, 12, 31)).ShouldBeNull();
        UnemploymentLaw.On(new DateOnly(2025, 12, 31))!.WaitingDays.ShouldBe(15);
        UnemploymentLaw.On(new DateOnly(2026, 1, 1))!.WaitingDays.ShouldBe(10);

        // Filed on Thursday 2 January 2020: the 16th working day after it is Friday 24 January; under the law of 2026, Friday 17 January.
        Law(2020).BenefitFrom(new DateOnly(2020, 1, 2)).ShouldBe(new DateOnly(2020, 1, 24));
        Law(2026).BenefitFrom(new DateOnly(2020, 1, 2)).ShouldBe(new DateOnly(2020, 1, 17));
    }

    [Fact]
    public void Reasons_AreAllNamed_AndThenNothingIsDue()
    {
        var facts = Facts(2020) with { RecentPaidMonths = 11, ContractMonths = 2, LeftUnlawfully = true, Pension = true, FoundWork = true };
        var given = BenefitAssessment.Of(facts with { ContractEndedOn = facts.FiledOn.AddMonths(-3).AddDays(-1) }, Law(2020));
        given.Reasons.ShouldBe(
        [
            "unemployment.contract_too_short", "unemployment.recent_months_short", "unemployment.filed_late", "unemployment.left_unlawfully",
            "unemployment.on_pension", "unemployment.found_work",
        ]);
        given.MonthlyVnd.ShouldBe(0);
        given.Months.ShouldBe(0);
        BenefitAssessment.Of(Facts(2026) with { ContractMonths = 2 }, Law(2026)).IsEligible.ShouldBeTrue();
    }

    static UnemploymentLaw Law(int year) => UnemploymentLaw.On(new DateOnly(year, 6, 1))!;

    static ClaimFacts Facts(int year) => new()
    {
        FiledOn = new DateOnly(year, 3, 2),
        ContractEndedOn = new DateOnly(year, 2, 15),
        ContractMonths = 0,
        PaidMonths = 40,
        RecentPaidMonths = 24,
        LastPaidMonth = new DateOnly(year, 2, 1),
        AverageWageVnd = 6_000_000,
        WageScheme = WageScheme.Employer,
        WageRegion = 2,
    };
}
