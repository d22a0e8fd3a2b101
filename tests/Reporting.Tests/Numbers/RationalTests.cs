using System.Numerics;
using AnSinh.Reporting.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Numbers;

public sealed class RationalTests
{
    /// <summary>Fractions of numbers up to a trillion, zero and negatives included.</summary>
    internal static Arbitrary<Rational> AnyRational { get; } = (
        from numerator in ArbMap.Default.GeneratorFor<int>()
        from scale in Gen.Elements(1L, 7L, 1_000_003L)
        from denominator in Gen.Choose(1, 100_000)
        select new Rational(numerator * scale, denominator)).ToArbitrary();

    [Fact]
    public void Arithmetic_OfAnyFractions_IsThatOfAField() =>
        Prop.ForAll(AnyRational, AnyRational, AnyRational, (a, b, c) =>
            a + b == b + a
            && a * b == b * a
            && (a + b) + c == a + (b + c)
            && a * (b + c) == (a * b) + (a * c)
            && a - a == Rational.Zero
            && a + -a == 0
            && (b.IsZero || a / b * b == a)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyFraction_IsInLowestTermsWithPositiveDenominator() =>
        Prop.ForAll(AnyRational, a => a.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne).QuickCheckThrowOnFailure();

    [Fact]
    public void Compare_OfAnyFractions_AgreesWithTheSignOfTheirDifference() =>
        Prop.ForAll(AnyRational, AnyRational, (a, b) => Math.Sign(a.CompareTo(b)) == (a - b).Sign && (a < b) == (b > a) && (a == b) == (a.GetHashCode() == b.GetHashCode() && a.Equals(b)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OfWhatWasPrinted_GivesTheSameNumber() =>
        Prop.ForAll(AnyRational, a => Rational.Parse(a.ToString()) == a).QuickCheckThrowOnFailure();

    [Fact]
    public void FromDecimal_IsExact() =>
        Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), value => ((Rational)value).Denominator <= BigInteger.Pow(10, 28) && (Rational)value * 10 == (Rational)value + ((Rational)value * 9))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Floor_And_Ceiling_Enclose_TheNumber() =>
        Prop.ForAll(AnyRational, a => a.Floor() <= a && a < a.Floor() + 1 && a.Ceiling() >= a && a.Ceiling() - a < 1).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("9997", 9997, 1)]
    [InlineData(" -0.72 ", -72, 100)]
    [InlineData("120/195", 8, 13)]
    [InlineData("65.45", 6545, 100)]
    public void Parse_OfDataForms_IsExact(string text, long numerator, long denominator) =>
        Rational.Parse(text).ShouldBe(new Rational(numerator, denominator));

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("1.322.000")]
    [InlineData("1/0")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData(null)]
    public void TryParse_OfAnythingElse_Refuses(string? text) => Rational.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Default_IsZero()
    {
        default(Rational).ShouldBe(Rational.Zero);
        default(Rational).Denominator.ShouldBe(BigInteger.One);
        (default(Rational) + 1).ShouldBe(Rational.One);
    }

    [Fact]
    public void DividedBy_Zero_HasNoValue() => new Rational(1, 3).DividedBy(0).ShouldBeNull();

    [Theory]
    [InlineData("1/3", 0.33333333333333333333)]
    [InlineData("-7/2", -3.5)]
    [InlineData("494532000000", 494532000000.0)]
    public void ToDecimal_IsNearest(string text, double expected) => ((double)Rational.Parse(text).ToDecimal()).ShouldBe(expected, 1e-9);
}
