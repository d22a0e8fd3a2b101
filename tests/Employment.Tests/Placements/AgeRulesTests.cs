using AnSinh.Employment.Placements;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class AgeRulesTests
{
    static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(2011, 3, 2, "15-24")]
    [InlineData(2001, 3, 3, "15-24")]
    [InlineData(2001, 3, 2, "25-34")]
    [InlineData(1991, 3, 2, "35-44")]
    [InlineData(1981, 3, 2, "45-59")]
    [InlineData(1966, 3, 3, "45-59")]
    [InlineData(1966, 3, 2, "60+")]
    [InlineData(1990, 0, 0, "35-44")]
    [InlineData(2001, 0, 0, null)]
    [InlineData(2001, 3, 0, null)]
    [InlineData(2001, 2, 0, "25-34")]
    public void Band_IsToldOnlyWhenCertain(int year, int month, int day, string? band) =>
        AgeRules.BandOn(PartialDate.Of(year, month, day), Day).ShouldBe(band);

    [Fact]
    public void Band_WithoutADateOfBirth_IsNotKnown() => AgeRules.BandOn(null, Day).ShouldBeNull();

    [Theory]
    [InlineData(2011, 0, 0, null)]
    [InlineData(2011, 4, 0, "placement.worker_too_young")]
    [InlineData(2012, 0, 0, "placement.worker_too_young")]
    [InlineData(2026, 3, 3, "placement.start_before_birth")]
    public void Check_RefusesOnlyWhatIsCertain(int year, int month, int day, string? code)
    {
        var found = new List<Violation>();
        AgeRules.Check(PartialDate.Of(year, month, day), Day, "placement", found).ShouldBe(code is null);
        found.SingleOrDefault()?.Code.ShouldBe(code);
    }
}
