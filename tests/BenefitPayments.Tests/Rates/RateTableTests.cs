using AnSinh.BenefitPayments.Rates;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static AnSinh.BenefitPayments.Tests.Rates.TestRates;

namespace AnSinh.BenefitPayments.Tests.Rates;

public sealed class RateTableTests
{
    static readonly BenefitRate[] assistance =
    [
        Standard(360_000, "2021-07-01"), Standard(500_000, "2024-07-01"), Standard(540_000, "2026-07-01", inForce: "2026-10-05"),
        Coefficient("5.6-nang", 1_500, "2021-07-01"), Coefficient("5.4", 1_000, "2021-07-01"),
    ];

    [Theory]
    [InlineData(202107, 540_000)]
    [InlineData(202406, 540_000)]
    [InlineData(202407, 750_000)]
    [InlineData(202408, 750_000)]
    [InlineData(202606, 750_000)]
    [InlineData(202607, 810_000)]
    [InlineData(202608, 810_000)]
    public void Amount_OfAStandardAndACoefficient_FollowsTheDates(int month, long expected) =>
        Table("2026-11-01", assistance).AmountOn("5.6-nang", 1_000, month, "").AmountVnd.ShouldBe(expected);

    [Fact]
    public void Amount_BeforeTheDecreeIsInForce_IsTheOldOne() =>
        Table("2026-10-04", assistance).AmountOn("5.6-nang", 1_000, 202608, "").AmountVnd.ShouldBe(750_000);

    [Fact]
    public void Amount_OfAMultiplier_IsMultiplied() => Table("2026-11-01", assistance).AmountOn("5.4", 2_000, 202608, "").AmountVnd.ShouldBe(1_080_000);

    [Theory]
    [InlineData("5.6-nang", 202106)]
    [InlineData("9.9", 202408)]
    public void Amount_WithoutALevel_IsMissing(string category, int month)
    {
        var answer = Table("2026-11-01", assistance).AmountOn(category, 1_000, month, "");
        answer.AmountVnd.ShouldBe(0);
        answer.Problem.ShouldNotBeNull().Code.ShouldBe("rate.missing");
        answer.Problem.Message.ShouldContain(category);
    }

    [Fact]
    public void Amount_OfAnUnconfirmedLevel_IsRefusedByName()
    {
        var table = Table("2026-11-01", Amount("TB-061", 5_450_000, "2024-07-01", confirmed: false));
        var problem = table.AmountOn("TB-061", 1_000, 202408, "").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("rate.unconfirmed");
        problem.Message.ShouldContain("5.450.000");
        problem.Message.ShouldContain("TB-061");
    }

    [Fact]
    public void ATable_EndsWithTheNextStandard()
    {
        BenefitRate[] rates = [Standard(2_789_000, "2024-07-01"), Amount("TB-061", 5_450_000, "2024-07-01"), Standard(3_012_000, "2026-07-01", confirmed: false)];
        var table = Table("2026-11-01", rates);
        table.AmountOn("TB-061", 1_000, 202606, "").AmountVnd.ShouldBe(5_450_000);
        table.AmountOn("TB-061", 1_000, 202607, "").IsUnconfirmed.ShouldBeTrue();
        rates[2].Confirm("another", Entered);
        Table("2026-11-01", rates).AmountOn("TB-061", 1_000, 202607, "").Problem.ShouldNotBeNull().Code.ShouldBe("rate.missing");
    }

    [Theory]
    [InlineData("01", 650_000, 975_000)]
    [InlineData("42", 400_000, 750_000)]
    [InlineData("", 650_000, 750_000)]
    public void Amount_InAProvinceWithAStandardOfItsOwn_IsTheHigher(string province, long standard, long expected) =>
        Table("2025-12-01", [.. assistance, Standard(standard, "2025-01-01", province.Length == 0 ? "01" : province)])
            .AmountOn("5.6-nang", 1_000, 202511, province).AmountVnd.ShouldBe(expected);

    [Fact]
    public void Amount_ThatIsNoWholeNumber_IsRefused() =>
        Table("2026-11-01", Standard(1_001, "2024-07-01"), Coefficient("x", 1_500, "2024-07-01")).AmountOn("x", 1_000, 202408, "")
            .Problem.ShouldNotBeNull().Code.ShouldBe("rate.not_integral");

    [Fact]
    public void Amount_InAnyMonth_IsThatOfTheLatestLevelBegunByThen() => Prop.ForAll(
        Gen.Choose(202101, 202712).Where(month => month % 100 is >= 1 and <= 12).ToArbitrary(),
        Gen.Shuffle(Enumerable.Range(0, 12).ToArray()).ToArbitrary(),
        (month, begins) =>
        {
            var rates = begins.Take(4).Select(at => Amount("A", 1_000 + at, $"{2021 + at / 2}-{(at % 2 == 0 ? "01" : "07")}-01")).ToArray();
            var expected = rates.Where(rate => PayMonth.Of(rate.AppliedFrom) <= month).OrderBy(rate => rate.AppliedFrom).LastOrDefault()?.Value ?? 0;
            Table("2030-01-01", rates).AmountOn("A", 1_000, month, "").AmountVnd.ShouldBe(expected);
        }).QuickCheckThrowOnFailure();
}
