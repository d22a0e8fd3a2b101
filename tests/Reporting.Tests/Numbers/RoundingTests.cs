using AnSinh.Reporting.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Numbers;

public sealed class RoundingTests
{
    [Fact]
    public void Round_OfAnyNumber_StaysWithinHalfAStepOrAWholeOne() =>
        Prop.ForAll(RationalTests.AnyRational, Gen.Choose(0, 6).ToArbitrary(), (value, decimals) =>
        {
            var step = Rational.One / Rational.Parse("1" + new string('0', decimals));
            var halfUp = value.Round(decimals, RoundingMode.HalfUp);
            var truncated = value.Round(decimals, RoundingMode.Truncate);
            return (halfUp / step).IsInteger
                && (truncated / step).IsInteger
                && (halfUp - value).Abs() * 2 <= step
                && (truncated - value).Abs() < step
                && truncated.Abs() <= value.Abs();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Round_IsTheSameForBothSigns_And_DoingItTwiceChangesNothing() =>
        Prop.ForAll(RationalTests.AnyRational, Gen.Elements(RoundingMode.HalfUp, RoundingMode.Truncate).ToArbitrary(), (value, mode) =>
            (-value).Round(2, mode) == -value.Round(2, mode) && value.Round(2, mode).Round(2, mode) == value.Round(2, mode)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("41.655", RoundingMode.HalfUp, "41.66")]
    [InlineData("41.654999", RoundingMode.HalfUp, "41.65")]
    [InlineData("-41.655", RoundingMode.HalfUp, "-41.66")]
    [InlineData("61.5384", RoundingMode.Truncate, "61.53")]
    [InlineData("-61.5384", RoundingMode.Truncate, "-61.53")]
    public void Round_ToTwoDecimals_FollowsTheMode(string exact, RoundingMode mode, string expected) =>
        new Rounding(mode, 2).Apply(Rational.Parse(exact)).ShouldBe(Rational.Parse(expected));

    [Fact]
    public void Round_ToNegativeDecimals_IsAFault() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Rational.One.Round(-1, RoundingMode.HalfUp));
}
