using AnSinh.Employment.Placements;
using AnSinh.ServiceKit.Requests;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class NaturalKeyTests
{
    static readonly Gen<(string Person, DateOnly Day, PlacementChannel Channel, string Employer, int Ordinal)> Parts =
        from person in Gen.Choose(0, 3)
        from day in Gen.Choose(0, 2)
        from channel in Gen.Elements(Enum.GetValues<PlacementChannel>())
        from employer in Gen.Elements("", "t:0100100100", "n:DOANH NGHIỆP")
        from ordinal in Gen.Choose(0, 2)
        select (NaturalKey.OfPerson($"person-{person}"), new DateOnly(2026, 1, 1).AddDays(day), channel, employer, ordinal);

    [Fact]
    public void Keys_AgreeExactlyWhenAllPartsAgree() => Prop.ForAll(
        (from one in Parts from other in Parts select (one, other)).ToArbitrary(),
        pair => (pair.one == pair.other) == Key(pair.one).SequenceEqual(Key(pair.other))).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_AreComparedWithoutCaseAndSpaces_ButWithMarks()
    {
        var birth = PartialDate.Of(1990, 1, 0);
        var key = NaturalKey.OfPerson("Công dân Mẫu", birth, "18073");
        NaturalKey.OfPerson("  CÔNG  dân\tmẫu ", birth, "18073").ShouldBe(key);
        NaturalKey.OfPerson("Công dân Mẫu".Normalize(System.Text.NormalizationForm.FormD), birth, "18073").ShouldBe(key);
        NaturalKey.OfPerson("Công dân Mâu", birth, "18073").ShouldNotBe(key);
        NaturalKey.OfPerson("Công dân Mẫu", PartialDate.Of(1990, 0, 0), "18073").ShouldNotBe(key);
        NaturalKey.OfPerson("Công dân Mẫu", birth, "18115").ShouldNotBe(key);
    }

    static byte[] Key((string Person, DateOnly Day, PlacementChannel Channel, string Employer, int Ordinal) parts) =>
        NaturalKey.Of(parts.Person, parts.Day, parts.Channel, parts.Employer, parts.Ordinal);
}
