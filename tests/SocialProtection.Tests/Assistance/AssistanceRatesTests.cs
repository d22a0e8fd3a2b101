using AnSinh.BenefitPayments.Rates;
using AnSinh.SocialProtection.Assistance;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Assistance;

public sealed class AssistanceRatesTests
{
    static readonly IReadOnlyList<BuiltInRate> levels = AssistanceScheme.Levels();

    [Theory]
    [InlineData("2015-01-01", 270_000)]
    [InlineData("2021-06-30", 270_000)]
    [InlineData("2021-07-01", 360_000)]
    [InlineData("2024-06-30", 360_000)]
    [InlineData("2024-07-01", 500_000)]
    [InlineData("2026-06-30", 500_000)]
    [InlineData("2026-07-01", 540_000)]
    public void Standard_OverItsDates(string day, long expected)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        levels.Where(one => one.Kind == RateKind.Standard && one.Basis.AppliedFrom <= on && (one.Basis.AppliedTo is null || one.Basis.AppliedTo >= on))
            .MaxBy(one => one.Basis.AppliedFrom)!.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("5.1-duoi4", 2_500)]
    [InlineData("5.1-tu4", 1_500)]
    [InlineData("5.2", 1_500)]
    [InlineData("5.3-duoi4", 2_500)]
    [InlineData("5.3-tu4", 2_000)]
    [InlineData("5.4", 1_000)]
    [InlineData("5.5a-duoi80", 1_500)]
    [InlineData("5.5a-tu80", 2_000)]
    [InlineData("5.5b", 1_000)]
    [InlineData("5.5c", 1_000)]
    [InlineData("5.5d", 3_000)]
    [InlineData("5.6-dbn", 2_000)]
    [InlineData("5.6-dbn-te", 2_500)]
    [InlineData("5.6-nang", 1_500)]
    [InlineData("5.6-nang-te", 2_000)]
    [InlineData("5.7", 1_500)]
    [InlineData("5.8", 1_500)]
    public void Coefficient_OfDecree20(string category, long expected)
    {
        var level = levels.Single(one => one.Category == category && one.Basis.LegalBasis == "20/2021/NĐ-CP");
        level.Value.ShouldBe(expected);
        level.Basis.Confirmed.ShouldBeTrue();
    }

    [Fact]
    public void LevelsThatWereNotSeen_WaitForConfirmation() => levels.Where(one => !one.Basis.Confirmed).Select(one => one.Basis.LegalBasis).Distinct()
        .ShouldBe(["136/2013/NĐ-CP", "335/2026/NĐ-CP"], ignoreOrder: true);
}
