using AnSinh.ServiceKit.Areas;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Areas;

public sealed class AreaDirectoryTests
{
    static readonly DateOnly Before = new(2025, 6, 30);
    static readonly DateOnly Reform = new(2025, 7, 1);

    readonly AreaDirectory areas = new();

    [Fact]
    public void CodeThatIsUsedAgain_IsAnotherUnitAfterTheReform()
    {
        areas.Find("91", Before)!.Name.ShouldBe("Tỉnh Kiên Giang");
        areas.Find("91", Reform)!.Name.ShouldBe("Tỉnh An Giang");
        areas.History("91").Count.ShouldBe(2);
        areas.Find("18073", Before)!.Name.ShouldBe("Phường Nam Hà");
        areas.Find("18073", Reform)!.Name.ShouldBe("Phường Thành Sen");
    }

    [Fact]
    public void UnknownCode_IsNowhere()
    {
        areas.Find("99999", Reform).ShouldBeNull();
        areas.Known("99999").ShouldBeFalse();
        areas.History("99999").ShouldBeEmpty();
        areas.Children("99999", Reform).ShouldBeEmpty();
        areas.IsWithin("99999", "42", Reform).ShouldBeFalse();
    }

    [Fact]
    public void Ancestors_FollowTheDay()
    {
        areas.Ancestors(areas.Find("18073", Before)!, Before).Select(unit => unit.Code).ShouldBe(["436", "42"]);
        areas.Ancestors(areas.Find("18073", Reform)!, Reform).Select(unit => unit.Code).ShouldBe(["42"]);
        areas.Ancestors(areas.Find("42", Reform)!, Reform).ShouldBeEmpty();
    }

    [Fact]
    public void IsWithin_FollowsTheDay()
    {
        areas.IsWithin("18073", "436", Before).ShouldBeTrue();
        areas.IsWithin("18073", "436", Reform).ShouldBeFalse();
        areas.IsWithin("18073", "42", Before).ShouldBeTrue();
        areas.IsWithin("18073", "42", Reform).ShouldBeTrue();
        areas.IsWithin("42", "42", Reform).ShouldBeTrue();
        areas.IsWithin("42", "18073", Reform).ShouldBeFalse();
        areas.IsWithin("18073", "46", Reform).ShouldBeFalse();
    }

    [Fact]
    public void Provinces_AreSixtyThreeAndThenThirtyFour()
    {
        areas.Children("", Before).Count.ShouldBe(63);
        areas.Children("", Reform).Count.ShouldBe(34);
        areas.Children("42", Before).ShouldAllBe(unit => unit.Level == AreaLevel.District);
        areas.Children("42", Reform).ShouldAllBe(unit => unit.Level == AreaLevel.Commune);
        areas.ChildrenEver("42").Count.ShouldBe(areas.Children("42", Before).Count + areas.Children("42", Reform).Count);
    }

    [Fact]
    public void Merge_ReplacesAUnitByItsKey()
    {
        var renamed = areas.Find("91", Reform)! with { Name = "Tỉnh khác" };

        areas.Merge([(renamed, Guid.CreateVersion7())], []);

        areas.Find("91", Reform)!.Name.ShouldBe("Tỉnh khác");
        areas.Find("91", Before)!.Name.ShouldBe("Tỉnh Kiên Giang");
        areas.All.Count(unit => unit.Code == "91").ShouldBe(2);
    }

    [Fact]
    public void Merge_IsIdempotentAndTheOrderDoesNotMatter() => Prop.ForAll(
        Changes().ToArbitrary(),
        Changes().ToArbitrary(),
        (first, second) =>
        {
            var expected = Merged(first, second);
            return Merged(second, first) == expected
                && Merged(first, second, second, first) == expected
                && Merged([.. second, .. first]) == expected;
        }).QuickCheckThrowOnFailure();

    sealed record Change(int Code, int From, int Revision);

    static Gen<Change[]> Changes() =>
        (from code in Gen.Choose(0, 3) from day in Gen.Choose(0, 2) from revision in Gen.Choose(1, 9) select new Change(code, day, revision)).ArrayOf();

    /// <summary>What a directory says after merges, as text. What a revision says is told by its number.</summary>
    static string Merged(params Change[][] merges)
    {
        var directory = new AreaDirectory();
        foreach (var changes in merges)
        {
            directory.Merge(changes.Select(change => (Unit(change), Revision(change))), changes.Select(change => (Succession(change), Revision(change))));
        }

        var units = Enumerable.Range(0, 4).SelectMany(code => directory.History($"9999{code}")).Select(unit => unit.ToString());
        var successions = directory.Successions.Where(one => one.OldCode.StartsWith("9999", StringComparison.Ordinal)).Select(one => one.ToString());
        return string.Join('\n', [.. units, .. successions.Order(StringComparer.Ordinal)]);
    }

    static Guid Revision(Change change) => new(change.Revision, 0, 0, new byte[8]);

    static AreaUnit Unit(Change change) => new()
    {
        Code = $"9999{change.Code}",
        Name = $"Xã {change.Revision}",
        Type = "Xã",
        Level = AreaLevel.Commune,
        ParentCode = "42",
        ValidFrom = change.From == 0 ? null : Reform.AddDays(change.From),
    };

    static AreaSuccession Succession(Change change) =>
        new(AreaLevel.Commune, $"9999{change.Code}", "18073", change.Revision % 2 == 0, Reform.AddDays(change.From));
}
