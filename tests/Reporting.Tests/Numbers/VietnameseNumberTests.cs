using AnSinh.Reporting.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Numbers;

public sealed class VietnameseNumberTests
{
    [Fact]
    public void TryParse_OfWhatWasPrinted_GivesTheRoundedNumber() =>
        Prop.ForAll(RationalTests.AnyRational, Gen.Choose(0, 6).ToArbitrary(), (value, decimals) =>
        {
            var rounded = value.Round(decimals, RoundingMode.HalfUp);
            return VietnameseNumber.TryParse(VietnameseNumber.Format(rounded), out var read) && read == rounded;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OfPrintedMoney_GivesTheAmountAtTheScale() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Elements(Enum.GetValues<NumberScale>()).ToArbitrary(), (thousands, scale) =>
        {
            // Whole thousandths of the scale print without loss.
            Rational amount = scale.Factor() / (scale == NumberScale.One ? 1 : 1000) * thousands;
            return VietnameseNumber.TryParse(NumberForm.Money(scale).Print(amount), out var read) && read == amount;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1322", "1.322")]
    [InlineData("190804957000", "190.804.957.000")]
    [InlineData("-0.5", "-0,5")]
    [InlineData("0", "0")]
    [InlineData("999", "999")]
    [InlineData("1000.25", "1.000,25")]
    public void Format_UsesPointsAndCommas(string exact, string printed) => VietnameseNumber.Format(Rational.Parse(exact)).ShouldBe(printed);

    [Fact]
    public void Format_OfADecimalThatDoesNotEnd_IsAFault() => Should.Throw<ArgumentException>(() => VietnameseNumber.Format(new Rational(1, 3)));

    [Theory]
    [InlineData("09", "9")]
    [InlineData("41,65%", "41.65")]
    [InlineData("55,537 tỷ đồng", "55537000000")]
    [InlineData("200 ngàn", "200000")]
    [InlineData("1.322", "1322")]
    public void TryParse_OfPrintedForms_IsExact(string printed, string exact)
    {
        VietnameseNumber.TryParse(printed, out var value).ShouldBeTrue();
        value.ShouldBe(Rational.Parse(exact));
    }

    [Theory]
    [InlineData("1.32")]
    [InlineData("1,322,000")]
    [InlineData("12.3456")]
    [InlineData("")]
    [InlineData("trên 45.000")]
    [InlineData("5 tỷ%")]
    public void TryParse_OfOtherForms_Refuses(string printed) => VietnameseNumber.TryParse(printed, out _).ShouldBeFalse();
}
