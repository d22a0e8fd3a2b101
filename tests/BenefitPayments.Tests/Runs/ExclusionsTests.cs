using AnSinh.BenefitPayments.Runs;
using Shouldly;
using Xunit;
using static AnSinh.BenefitPayments.Tests.Rates.TestRates;

namespace AnSinh.BenefitPayments.Tests.Runs;

public sealed class ExclusionsTests
{
    // Decree 20/2021, Article 6.2: the highest only, but a single parent's allowance beside one's own.
    static readonly ExclusivityGroup group = new()
    {
        Code = "assistance",
        NameVi = "trợ cấp xã hội",
        Categories = ["5."],
        Together = [("5.4", "5.5"), ("5.4", "5.6"), ("5.4", "5.8")],
    };

    static readonly BenefitPayments.Rates.RateTable rates = Table(
        "2024-08-01", Amount("5.4", 500_000, "2024-07-01"), Amount("5.5", 750_000, "2024-07-01"), Amount("5.6", 1_000_000, "2024-07-01"), Amount("9", 1, "2024-07-01"));

    [Theory]
    [InlineData("5.5,5.6", "5.5")]
    [InlineData("5.4,5.6", "")]
    [InlineData("5.4,5.5,5.6", "5.5")]
    [InlineData("5.6,9", "")]
    [InlineData("5.1", "")]
    public void TheLowerOfAGroup_IsLeftOut_ButForTheNamedExceptions(string categories, string left)
    {
        var rows = categories.Split(',').Select(category => DueMonthsTests.Row(202312, category: category)).ToList();
        var out_ = Exclusions.Of([group], rows, 202408, rates).ToHashSet();
        rows.Where(row => out_.Contains(row.Id)).Select(row => row.Category).ShouldBe(left.Length == 0 ? [] : left.Split(','));
    }

    [Fact]
    public void AGroupOfTwo_KeepsTwo() =>
        Exclusions.Of([group with { AtMost = 2, Together = [] }], [.. new[] { "5.4", "5.5", "5.6" }.Select(category => DueMonthsTests.Row(202312, category: category))], 202408, rates)
            .Count().ShouldBe(1);
}
