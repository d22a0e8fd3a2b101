using AnSinh.SocialProtection.Poverty;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Poverty;

public sealed class PovertyStandardTests
{
    static readonly PovertyStandards standards = new();

    [Theory]
    [InlineData("07/2021", Settlement.Rural, 1_400_000, 3, PovertyClass.Poor)]
    [InlineData("07/2021", Settlement.Rural, 1_400_000, 2, PovertyClass.NearPoor)]
    [InlineData("07/2021", Settlement.Rural, 1_500_000, 12, PovertyClass.Poor)]
    [InlineData("07/2021", Settlement.Rural, 1_500_001, 12, PovertyClass.Average)]
    [InlineData("07/2021", Settlement.Rural, 2_250_001, 0, PovertyClass.AboveAverage)]
    [InlineData("07/2021", Settlement.Urban, 2_000_000, 3, PovertyClass.Poor)]
    [InlineData("07/2021", Settlement.Urban, 3_000_000, 12, PovertyClass.Average)]
    [InlineData("59/2015", Settlement.Rural, 700_000, 0, PovertyClass.Poor)]
    [InlineData("59/2015", Settlement.Rural, 700_001, 2, PovertyClass.NearPoor)]
    [InlineData("59/2015", Settlement.Rural, 1_000_000, 3, PovertyClass.Poor)]
    [InlineData("59/2015", Settlement.Rural, 1_000_001, 10, PovertyClass.Average)]
    [InlineData("59/2015", Settlement.Urban, 900_000, 0, PovertyClass.Poor)]
    [InlineData("59/2015", Settlement.Urban, 1_300_000, 2, PovertyClass.NearPoor)]
    [InlineData("59/2015", Settlement.Urban, 1_950_001, 10, PovertyClass.AboveAverage)]
    public void Classify_AtTheLines(string standard, Settlement settlement, long income, int deprivations, PovertyClass expected) =>
        standards[standard].Classify(settlement, income, deprivations).ShouldBe(expected);

    [Fact]
    public void Classify_MoreIncomeOrFewerDeprivations_NeverMakesAHouseholdPoorer() => Prop.ForAll(
        (from standard in Gen.Elements(standards.All.ToArray())
         from settlement in Gen.Elements(Settlement.Rural, Settlement.Urban)
         from income in Gen.Choose(0, 4_000_000)
         from more in Gen.Choose(0, 2_000_000)
         from deprivations in Gen.Choose(0, 12)
         from fewer in Gen.Choose(0, 12)
         select (standard, settlement, income, more, deprivations, fewer: Math.Min(fewer, deprivations))).ToArbitrary(),
        one =>
        {
            var was = one.standard.Classify(one.settlement, one.income, one.deprivations);
            return one.standard.Classify(one.settlement, one.income + one.more, one.deprivations) >= was
                && one.standard.Classify(one.settlement, one.income, one.fewer) >= was
                && (was != PovertyClass.NearPoor || one.deprivations < one.standard.Deprivations);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2015, 12, 31, "", null)]
    [InlineData(2015, 12, 31, "59/2015", "59/2015")]
    [InlineData(2016, 1, 1, "", "59/2015")]
    [InlineData(2021, 12, 31, "", "59/2015")]
    [InlineData(2021, 12, 31, "07/2021", "07/2021")]
    [InlineData(2022, 1, 1, "", "07/2021")]
    [InlineData(2022, 1, 1, "59/2015", null)]
    [InlineData(2026, 12, 31, "", "07/2021")]
    [InlineData(2027, 1, 1, "", null)]
    public void Find_OverItsDates(int year, int month, int day, string code, string? expected) =>
        standards.Find(code, new DateOnly(year, month, day))?.Code.ShouldBe(expected);

    [Fact]
    public void Indicators_AreTenAndTwelve()
    {
        standards["59/2015"].Indicators.Count.ShouldBe(10);
        standards["07/2021"].Indicators.Count.ShouldBe(12);
    }
}
