using AnSinh.Reporting.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Numbers;

public sealed class QualifierTests
{
    [Fact]
    public void Apply_NeverStatesWhatIsNotTrue() =>
        Prop.ForAll(RationalTests.AnyRational, Gen.Elements(Enum.GetValues<Qualifier>()).ToArbitrary(), Gen.Elements(1, 10, 1000, 100_000).ToArbitrary(), (exact, kind, step) =>
        {
            var rule = QualifierRule.Of(kind, step);
            var stated = rule.Apply(exact);
            return stated is null
                ? (exact / step).IsInteger || exact.Abs() < step
                : !stated.Stated.IsZero && rule.Holds(exact, stated.Stated) && (stated.Stated / step).IsInteger && (stated.Stated - exact).Abs() < step;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Qualifier.Over, "45213", "trên 45.000")]
    [InlineData(Qualifier.Under, "45213", "dưới 46.000")]
    [InlineData(Qualifier.Near, "45913", "gần 46.000")]
    [InlineData(Qualifier.About, "45213", "khoảng 45.000")]
    [InlineData(Qualifier.About, "45000", "khoảng 45.000")]
    public void Print_WithAQualifier_RoundsToItsStep(Qualifier kind, string exact, string printed) =>
        new NumberForm { Qualifier = QualifierRule.Of(kind, 1000) }.Print(Rational.Parse(exact)).ShouldBe(printed);

    [Fact]
    public void Print_WhenTheQualifierWouldNotBeTrue_PrintsThePlainNumber() =>
        new NumberForm { Qualifier = QualifierRule.Of(Qualifier.Over, 1000) }.Print(45_000).ShouldBe("45.000");

    [Theory]
    [InlineData(Qualifier.Over, "417", "417")]
    [InlineData(Qualifier.Over, "0", "0")]
    [InlineData(Qualifier.Under, "-417", "-417")]
    [InlineData(Qualifier.Near, "0", "0")]
    [InlineData(Qualifier.About, "417", "417")]
    [InlineData(Qualifier.About, "500", "khoảng 1.000")]
    [InlineData(Qualifier.Near, "417", "gần 1.000")]
    public void Print_WhenTheStatedNumberWouldBeZero_PrintsThePlainNumber(Qualifier kind, string exact, string printed) =>
        new NumberForm { Qualifier = QualifierRule.Of(kind, 1000) }.Print(Rational.Parse(exact)).ShouldBe(printed);

    [Theory]
    [InlineData(Qualifier.Over, 45_213, 45_000, true)]
    [InlineData(Qualifier.Over, 45_000, 45_000, false)]
    [InlineData(Qualifier.Over, 44_999, 45_000, false)]
    [InlineData(Qualifier.Under, 44_999, 45_000, true)]
    [InlineData(Qualifier.Near, 43_000, 45_000, false)]
    [InlineData(Qualifier.Near, 44_500, 45_000, true)]
    public void Holds_ComparesWithTheExactNumber(Qualifier kind, int exact, int stated, bool holds) =>
        QualifierRule.Of(kind, 1000).Holds(exact, stated).ShouldBe(holds);

    [Fact]
    public void Apply_WithAStepOfZero_IsAFault() =>
        Should.Throw<InvalidOperationException>(() => QualifierRule.Of(Qualifier.Over, 0).Apply(5));
}
