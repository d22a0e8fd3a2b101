using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Employment.Tests.Requests;

public sealed class RequestPartsTests
{
    [Fact]
    public void ResourceName_ReadsBack() => Prop.ForAll(
        ArbMap.Default.ArbFor<Guid>(),
        id => ResourceName.Parse("workers", ResourceName.Format("workers", id), "name") == id
            && ResourceName.Format("workers", id) == $"workers/{id}").QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("workers/")]
    [InlineData("workers/1")]
    [InlineData("employers/0197a000-0000-7000-8000-000000000001")]
    [InlineData("workers/0197a000-0000-7000-8000-00000000000g")]
    [InlineData("workers/{197a000-0000-7000-8000-00000000001}")]
    public void ResourceName_OfAnotherForm_IsRefused(string name) =>
        Should.Throw<Refusal>(() => ResourceName.Parse("workers", name, "name")).Code.ShouldBe("name.malformed");

    [Fact]
    public void PageToken_ReadsBackUnderTheSameFiltersOnly()
    {
        var request = new ListPlacementsRequest { AreaCode = "42", PageSize = 10 };
        var token = PageToken.Make(request, "a", "b");
        var next = new ListPlacementsRequest { AreaCode = "42", PageSize = 20, PageToken = token };
        PageToken.Read(next, token, parts: 2).ShouldBe(["a", "b"]);
        PageToken.Read(next, "", parts: 2).ShouldBeNull();
        Should.Throw<Refusal>(() => PageToken.Read(next, token, parts: 1)).Code.ShouldBe("page_token.invalid");
        next.AreaCode = "46";
        Should.Throw<Refusal>(() => PageToken.Read(next, token, parts: 2)).Code.ShouldBe("page_token.invalid");
        Should.Throw<Refusal>(() => PageToken.Read(new ListWorkersRequest { AreaCode = "42" }, token, parts: 2)).Code.ShouldBe("page_token.invalid");
    }

    [Fact]
    public void PageToken_AnyChangedLetter_IsRefused()
    {
        var request = new ListPlacementsRequest();
        var token = PageToken.Make(request, "0197a000-0000-7000-8000-000000000001", "2026-03-02");
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Should.Throw<Refusal>(() => PageToken.Read(request, changed, parts: 2)).Code.ShouldBe("page_token.invalid");
        }
    }

    [Fact]
    public void PartialDate_SpansWhatItCanMean()
    {
        PartialDate.Of(2024, 2, 0).ShouldNotBeNull().Latest.ShouldBe(new DateOnly(2024, 2, 29));
        PartialDate.Of(2024, 0, 0).ShouldNotBeNull().Earliest.ShouldBe(new DateOnly(2024, 1, 1));
        PartialDate.Of(2024, 0, 0).ShouldNotBeNull().Latest.ShouldBe(new DateOnly(2024, 12, 31));
        PartialDate.Of(2024, 0, 5).ShouldBeNull();
        PartialDate.Of(2023, 2, 29).ShouldBeNull();
        PartialDate.Of(0, 1, 1).ShouldBeNull();
        PartialDate.Of(2024, 13, 1).ShouldBeNull();
        PartialDate.Of(2024, 1, -1).ShouldBeNull();
    }

    [Fact]
    public void WireDate_ReadsBackEveryDay() => Prop.ForAll(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(),
        day => WireDate.ToDay(WireDate.Of(day), "day") == day).QuickCheckThrowOnFailure();

    [Fact]
    public void WireDate_RefusesWhatIsNoDay()
    {
        WireDate.ToDay(null, "day").ShouldBeNull();
        Should.Throw<Refusal>(() => WireDate.ToDay(new Date { Year = 2026, Month = 2 }, "day")).Code.ShouldBe("date.invalid");
        Should.Throw<Refusal>(() => WireDate.ToDay(new Date { Year = 2026, Month = 2, Day = 30 }, "day")).Code.ShouldBe("date.invalid");
    }

    [Fact]
    public void VietnamDay_BeginsAt17Utc()
    {
        VietnamDay.Of(new DateTimeOffset(2026, 6, 14, 16, 59, 59, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 6, 14));
        VietnamDay.Of(new DateTimeOffset(2026, 6, 14, 17, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 6, 15));
    }
}
