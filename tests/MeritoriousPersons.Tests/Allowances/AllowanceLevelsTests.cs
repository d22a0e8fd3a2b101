using System.Globalization;
using AnSinh.BenefitPayments.Rates;
using AnSinh.MeritoriousPersons.Allowances;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

public sealed class AllowanceLevelsTests
{
    static readonly RateTable table = Table(confirmAll: true);

    [Theory]
    [InlineData("TB-061", 202108, 3_174_000)]
    [InlineData("TB-061", 202308, 4_016_000)]
    [InlineData("TB-061", 202408, 5_450_000)]
    [InlineData("TB-021", 202408, 1_878_000)]
    [InlineData("TB-100", 202408, 8_941_000)]
    [InlineData("TBB-021", 202107, 904_000)]
    [InlineData("TBB-100", 202606, 7_397_000)]
    [InlineData("BB-061-070", 202308, 3_406_000)]
    [InlineData("CDHH-081", 202408, 6_358_000)]
    [InlineData("LS.tuat", 202001, 1_624_000)]
    [InlineData("BMVNAH", 202306, 4_872_000)]
    [InlineData("BMVNAH", 202307, 6_165_000)]
    public void Level_IsThatOfTheAnnexInForce(string category, int month, long expected) =>
        table.AmountOn(category, 1_000, month, "42").AmountVnd.ShouldBe(expected);

    /// <summary>Every rate of injury of both types under every decree: strictly rising with the rate, and from one standard to the next.</summary>
    [Fact]
    public void EveryInjuryRate_HasALevelUnderEveryDecree()
    {
        int[] months = [201907, 202107, 202307, 202407];
        foreach (var type in new[] { "TB", "TBB" })
        {
            for (var rate = 21; rate <= 100; rate++)
            {
                var levels = months.Select(month => Of(type, rate, month)).ToList();
                levels.ShouldAllBe(level => level > 0 && level % 1_000 == 0);
                levels[0].ShouldBe(levels[1]);
                levels[2].ShouldBeGreaterThan(levels[1]);
                levels[3].ShouldBeGreaterThan(levels[2]);
                months.ShouldAllBe(month => rate == 21 || Of(type, rate, month) > Of(type, rate - 1, month));
            }
        }
    }

    /// <summary>The amounts under 2.055 follow from those under 1.624 by the rounding of the decree; those under 2.789 do not, so they are data.</summary>
    [Fact]
    public void Levels_FollowNoFormula()
    {
        var off = 0;
        foreach (var (type, rate) in new[] { "TB", "TBB" }.SelectMany(type => Enumerable.Range(21, 80).Select(rate => (type, rate))))
        {
            Rescaled(Of(type, rate, 202107), 2_055m / 1_624m).ShouldBe(Of(type, rate, 202307));
            off += Rescaled(Of(type, rate, 202307), 2_789m / 2_055m) == Of(type, rate, 202407) ? 0 : 1;
        }

        off.ShouldBe(102);
    }

    [Fact]
    public void Level_OfSeveralMartyrs_IsTheMultiple() => table.AmountOn("LS.tuat", 3_000, 202407, "42").AmountVnd.ShouldBe(8_367_000);

    [Theory]
    [InlineData(202001, true)]
    [InlineData(202106, true)]
    [InlineData(202107, false)]
    [InlineData(202606, false)]
    [InlineData(202607, true)]
    public void Level_ThatNobodyCompared_IsUnconfirmed(int month, bool expected) =>
        Table(confirmAll: false).AmountOn("TB-061", 1_000, month, "42").IsUnconfirmed.ShouldBe(expected);

    [Fact]
    public void Level_UnderTheStandardWithoutAnAnnex_IsMissing_EvenWhenTheStandardIsConfirmed() =>
        table.AmountOn("TB-061", 1_000, 202608, "42").Problem.ShouldNotBeNull().Code.ShouldBe("rate.missing");

    static long Of(string type, int rate, int month) =>
        table.AmountOn(string.Create(CultureInfo.InvariantCulture, $"{type}-{rate:000}"), 1_000, month, "").AmountVnd;

    static long Rescaled(long amount, decimal by) => (long)Math.Round(amount * by / 1_000m, MidpointRounding.AwayFromZero) * 1_000;

    static RateTable Table(bool confirmAll) => new(
        AllowanceScheme.Levels().Select(level =>
        {
            var rate = new BenefitRate
            {
                Id = Guid.NewGuid(),
                Scheme = AllowanceScheme.Code,
                Category = level.Category,
                ReportCategory = level.ReportCategory,
                Kind = level.Kind,
                Value = level.Value,
                ProvinceCode = "",
                SignedOn = level.Basis.SignedOn,
                InForceOn = level.Basis.InForceOn,
                AppliedFrom = level.Basis.AppliedFrom,
                AppliedTo = level.Basis.AppliedTo,
                LegalBasis = level.Basis.LegalBasis,
                EnteredBy = "tester",
                EnteredAt = DateTimeOffset.UnixEpoch,
            };
            if (confirmAll || level.Basis.Confirmed)
            {
                rate.Confirm("another", DateTimeOffset.UnixEpoch);
            }

            return rate;
        }),
        new DateOnly(2026, 11, 1));
}
