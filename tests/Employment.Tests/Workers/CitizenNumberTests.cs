using System.Globalization;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Requests;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Workers;

public sealed class CitizenNumberTests
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static readonly RegistryCodes Registries = new(new AreaDirectory());

    static readonly Gen<(int Year, Sex Sex, string Number)> Real =
        from year in Gen.Choose(1900, 2026)
        from sex in Gen.Elements(Sex.Male, Sex.Female)
        from province in Gen.Elements("001", "042", "096")
        from rest in Gen.Choose(0, 999_999)
        select (year, sex, Compose(province, year, sex, rest));

    [Fact]
    public void RealNumbers_ReadBackYearAndSex_WithoutOddities() => Prop.ForAll(
        Real.ToArbitrary(),
        person => CitizenNumber.TryRead(person.Number, Today, out var number) is null
            && number.BirthYear == person.Year && number.Sex == person.Sex && number.Digits == person.Number
            && !number.Oddities(person.Sex, PartialDate.Of(person.Year, 0, 0), Registries).Any()).QuickCheckThrowOnFailure();

    [Fact]
    public void AnythingButTwelveDigits_IsMalformed() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => text.Get.Length == 12 && text.Get.All(char.IsAsciiDigit)
            || CitizenNumber.TryRead(text.Get, Today, out _) == "citizen_number_malformed").QuickCheckThrowOnFailure();

    [Fact]
    public void TwelveDigits_AreReadOrImpossible_AndNeverThrow() => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(12).Select(digits => string.Concat(digits)).ToArbitrary(),
        text => CitizenNumber.TryRead(text, Today, out var number) switch
        {
            null => number.BirthYear <= Today.Year && number.Registry != "000",
            "citizen_number_impossible" => true,
            _ => false,
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Masked_ShowsFirstThreeAndLastTwoOnly()
    {
        CitizenNumber.Known("042085123456").Masked.ShouldBe("042*******56");
        $"{CitizenNumber.Known("042085123456")}".ShouldBe("042*******56");
    }

    [Theory]
    [InlineData("042", 0)]
    [InlineData("002", 0)]
    [InlineData("003", 1)]
    [InlineData("097", 1)]
    [InlineData("142", 1)]
    public void Registry_IsOneOfThe63Provinces(string registry, int oddities) =>
        CitizenNumber.Known(Compose(registry, 1985, Sex.Male, 1)).Oddities(Sex.Unknown, null, Registries).Count().ShouldBe(oddities);

    static string Compose(string registry, int year, Sex sex, int rest) => string.Create(
        CultureInfo.InvariantCulture, $"{registry}{(year - 1900) / 100 * 2 + (sex == Sex.Female ? 1 : 0)}{year % 100:D2}{rest:D6}");
}
