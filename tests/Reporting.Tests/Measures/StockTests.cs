using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.People.V1;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Stocks: what comes and what leaves, by person, with people who turn out to be one.</summary>
public sealed class StockTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task InPayment_CountsPeopleWhoStartedAndHaveNotEnded()
    {
        await reporting.BookFromAsync("merit", Started(1, "TB", 2020, 1), Started(1, "BB", 2020, 2), Started(2, "TB", 2020, 1), Ended(2, "TB", 2020, 5));

        (await reporting.FigureAsync("MER-01", "2020-Q1")).ShouldBe("2");
        (await reporting.FigureAsync("MER-01", "2020-04")).ShouldBe("2");
        (await reporting.FigureAsync("MER-01", "2020-05")).ShouldBe("1");
        (await reporting.FigureAsync("MER-01", "2019")).ShouldBe("0");
        (await reporting.BreakdownAsync("MER-01", "2020", "category")).ShouldBe(new Dictionary<string, string> { ["TB"] = "1", ["BB"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public async Task InPayment_OfOnePersonUnderTwoKeys_IsOnePersonAndEndsAsOne()
    {
        await reporting.BookFromAsync("merit", Started(1, "TB", 2020, 1), Started(2, "TB", 2020, 1));
        await reporting.BookFromAsync("merit", Told.Event(new PersonIdentified { FormerKey = Told.Key(1), PersonKey = Told.Key(2) }, new DateOnly(2020, 1, 1), ""));
        (await reporting.FigureAsync("MER-01", "2020")).ShouldBe("1");

        await reporting.BookFromAsync("merit", Ended(2, "TB", 2020, 3));
        (await reporting.FigureAsync("MER-01", "2020")).ShouldBe("1");
        await reporting.BookFromAsync("merit", Ended(2, "TB", 2020, 4));
        (await reporting.FigureAsync("MER-01", "2020")).ShouldBe("0");
    }

    [Fact]
    public async Task PaidTwice_ByTwoProgrammesThatExcludeEachOther_ShowsWhoIsInBothOnTheLastDay()
    {
        await reporting.BookFromAsync("merit", Started(1, "TB", 2020, 1), Started(2, "TB", 2020, 1), Started(3, "TB", 2020, 1), Ended(3, "TB", 2020, 3));
        // The second programme may pay in another district: the area is that of the first.
        await reporting.BookFromAsync(
            "protection", Started(1, "5.4", 2020, 2, "protection.assistance", Told.CommuneOf436), Started(3, "5.4", 2020, 4, "protection.assistance"), Started(4, "5.4", 2020, 1, "protection.assistance"));

        (await reporting.FigureAsync("XD-03", "2020-01")).ShouldBe("0");
        (await reporting.FigureAsync("XD-03", "2020-02")).ShouldBe("1");
        (await reporting.FigureAsync("XD-03", "2020")).ShouldBe("1");
        (await reporting.FigureAsync("XD-03", "2020", "447")).ShouldBe("1");
        (await reporting.FigureAsync("XD-03", "2020", "436")).ShouldBe("0");
    }

    [Fact]
    public async Task Children_InCareAndInPoorHouseholds_ArePartsOfThoseInSpecialCircumstances()
    {
        var day = new DateOnly(2020, 2, 1);
        await reporting.BookFromAsync(
            "child",
            Began(1, "orphan", day), Began(1, "disabled", day), Began(2, "orphan", day), Began(3, "orphan", day),
            Told.Event(new CircumstanceEnded { PersonKey = Told.Key(3), Circumstance = "orphan" }, new DateOnly(2020, 6, 1), Told.CommuneOf447),
            Told.Event(new SupportBegan { PersonKey = Told.Key(1), Support = "medical" }, day, Told.CommuneOf436),
            Told.Event(new SupportBegan { PersonKey = Told.Key(9), Support = "medical" }, day, Told.CommuneOf447));
        await reporting.BookFromAsync("protection", List(day, [], [("poor", 2), ("average", 8)], [2, 9], []));

        (await reporting.FigureAsync("CHI-01", "2020-Q1")).ShouldBe("3");
        (await reporting.FigureAsync("CHI-01", "2020")).ShouldBe("2");
        (await reporting.FigureAsync("CHI-02", "2020")).ShouldBe("1");
        (await reporting.QueryAsync("CHI-03", "2020")).Figures[0].Printed.ShouldBe("50%");
        (await reporting.FigureAsync("XD-05", "2020")).ShouldBe("1");
        (await reporting.BreakdownAsync("CHI-01", "2020", "circumstance"))
            .ShouldBe(new Dictionary<string, string> { ["orphan"] = "2", ["disabled"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public async Task PovertyList_TakesThePlaceOfTheOneBefore()
    {
        await reporting.BookFromAsync(
            "protection",
            List(new DateOnly(2019, 12, 31), [], [("poor", 417), ("near_poor", 470), ("average", 9113)], [1, 2], []),
            List(new DateOnly(2020, 12, 31), [("poor", 417), ("near_poor", 470), ("average", 9113)], [("poor", 345), ("near_poor", 440), ("average", 9215)], [3], [1]));

        (await reporting.FigureAsync("SOC-15", "2020-11")).ShouldBe("417");
        (await reporting.FigureAsync("SOC-15", "2020")).ShouldBe("345");
        (await reporting.QueryAsync("SOC-17", "2019")).Figures[0].Printed.ShouldBe("4,17%");
        var fall = (await reporting.QueryAsync("SOC-18", "2020")).Figures[0];
        (fall.Exact, fall.Printed).ShouldBe(("18/25", "0,72 điểm %"));
    }

    static EventEnvelope Started(int person, string category, int year, int month, string scheme = "merit.allowance", string area = Told.CommuneOf447) => Told.Event(
        new EntitlementStarted { Scheme = scheme, PersonKey = Told.Key(person), Category = category }, new DateOnly(year, month, 1), area);

    static EventEnvelope Ended(int person, string category, int year, int month) => Told.Event(
        new EntitlementEnded { Scheme = "merit.allowance", PersonKey = Told.Key(person), Category = category, Reason = "died" }, new DateOnly(year, month, 1), Told.CommuneOf447);

    static EventEnvelope Began(int person, string circumstance, DateOnly day) =>
        Told.Event(new CircumstanceBegan { PersonKey = Told.Key(person), Circumstance = circumstance }, day, Told.CommuneOf447);

    static EventEnvelope List(DateOnly day, (string Class, long Households)[] before, (string Class, long Households)[] now, int[] joined, int[] left) => Told.Event(
        new PovertyListApproved
        {
            Survey = Guid.NewGuid(),
            Before = [.. before.Select(one => new HouseholdClass { Class = one.Class, Households = one.Households })],
            Now = [.. now.Select(one => new HouseholdClass { Class = one.Class, Households = one.Households })],
            JoinedPoor = [.. joined.Select(Told.Key)],
            LeftPoor = [.. left.Select(Told.Key)],
        },
        day,
        Told.CommuneOf447);
}
