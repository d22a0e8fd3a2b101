using System.Globalization;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Ledger;

public sealed class LedgerProjectionTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    readonly int year = reporting.NextYear();

    string Period => year.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Apply_Once_CountsInTheUnitAndInThoseAbove()
    {
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, Day(3))), Told.Recorded(Told.Placement(2, Day(4), Told.CommuneOf436, "loan")));

        (await reporting.FigureAsync("EMP-02", Period)).ShouldBe("2");
        (await reporting.FigureAsync("EMP-02", Period, "447")).ShouldBe("1");
        (await reporting.FigureAsync("EMP-02", Period, Told.CommuneOf436)).ShouldBe("1");
        (await reporting.FigureAsync("EMP-04", Period)).ShouldBe("1");
        (await reporting.FigureAsync("EMP-02", $"{Period}-02")).ShouldBe("0");
    }

    [Fact]
    public async Task Apply_Twice_CountsOnce()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        var corrected = Told.Corrected(recorded, Told.Placement(1, Day(5)));
        await reporting.BookAsync(recorded, recorded, corrected);
        await reporting.BookAsync(recorded, corrected, corrected);

        await ShouldBeAsync(placements: 1, people: 1);
    }

    [Fact]
    public async Task Apply_OutOfOrder_EndsInTheSameFigures()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        var corrected = Told.Corrected(recorded, Told.Placement(1, Day(5), channel: "loan"));
        var voided = Told.Voided(corrected);
        await reporting.BookAsync(voided);
        await reporting.BookAsync(corrected);
        await ShouldBeAsync(placements: 0, people: 0);
        await reporting.BookAsync(recorded, Told.Recorded(Told.Placement(2, Day(6))));

        await ShouldBeAsync(placements: 1, people: 1);
        (await reporting.FigureAsync("EMP-04", Period)).ShouldBe("0");
    }

    [Fact]
    public async Task Apply_OutOfOrderWithinOneRun_EndsInTheSameFigures()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        var corrected = Told.Corrected(recorded, Told.Placement(1, Day(5)));
        await reporting.BookAsync(Told.Voided(corrected), corrected, recorded);

        await ShouldBeAsync(placements: 0, people: 0);
    }

    [Fact]
    public async Task Apply_Correction_MovesTheFigure()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        await reporting.BookAsync(recorded);
        await reporting.BookAsync(Told.Corrected(recorded, Told.Placement(1, Day(40), Told.CommuneOf436, "loan")));

        await ShouldBeAsync(placements: 1, people: 1);
        (await reporting.FigureAsync("EMP-02", Period, "447")).ShouldBe("0");
        (await reporting.FigureAsync("EMP-02", $"{Period}-01")).ShouldBe("0");
        (await reporting.FigureAsync("EMP-04", $"{Period}-02", "436")).ShouldBe("1");
    }

    [Fact]
    public async Task Apply_CorrectionOfACorrectionThenVoid_LeavesNothing()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        var first = Told.Corrected(recorded, Told.Placement(1, Day(4)));
        var second = Told.Corrected(first, Told.Placement(1, Day(5), channel: "loan"));
        await reporting.BookAsync(recorded, first);
        await reporting.BookAsync(second);
        await ShouldBeAsync(placements: 1, people: 1);
        await reporting.BookAsync(Told.Voided(second));

        await ShouldBeAsync(placements: 0, people: 0);
        (await reporting.BreakdownAsync("EMP-02", Period, "channel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_SecondReplacementOfOneEvent_IsParkedAndChangesNothing()
    {
        var recorded = Told.Recorded(Told.Placement(1, Day(3)));
        await reporting.BookAsync(recorded, Told.Voided(recorded));
        var late = Told.Corrected(recorded, Told.Placement(1, Day(4)));
        await reporting.BookAsync(late);

        await ShouldBeAsync(placements: 0, people: 0);
        var parked = await reporting.Indicators.ListParkedEventsAsync(new() { PageSize = 1000 });
        parked.Events.Single(one => one.EventId == late.EventId.ToString()).Reason.ShouldBe("event.replaced_twice");
    }

    [Fact]
    public async Task Apply_SamePersonTwice_IsOnePersonAndTwoPlacements()
    {
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, Day(3))),
            Told.Recorded(Told.Placement(1, Day(3))),
            Told.Recorded(Told.Placement(1, Day(100), Told.CommuneOf436, "loan")));

        await ShouldBeAsync(placements: 3, people: 1);
        (await reporting.BreakdownAsync("EMP-01", Period, "channel")).ShouldBe(new Dictionary<string, string> { ["domestic"] = "1", ["loan"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Apply_PersonIdentified_JoinsTheKeysForThePastAndForLaterEvents()
    {
        var (a, b, c) = (year * 10, year * 10 + 1, year * 10 + 2);
        var recorded = Told.Recorded(Told.Placement(a, Day(3)));
        await reporting.BookAsync(recorded, Told.Recorded(Told.Placement(b, Day(3))), Told.Recorded(Told.Placement(b, Day(9))));
        await ShouldBeAsync(placements: 3, people: 2);

        await reporting.BookAsync(Told.Identified(a, b), Told.Recorded(Told.Placement(a, Day(20))));
        await ShouldBeAsync(placements: 4, people: 1);
        await reporting.BookAsync(Told.Identified(b, c), Told.Identified(a, b));
        await reporting.BookAsync(Told.Recorded(Told.Placement(c, Day(30))), Told.Recorded(Told.Placement(a, Day(31))));
        await ShouldBeAsync(placements: 6, people: 1);

        await reporting.BookAsync(Told.Voided(recorded));
        await ShouldBeAsync(placements: 5, people: 1);
    }

    [Fact]
    public async Task Apply_TypeOfANewerBuild_IsPassedOver()
    {
        var newer = Told.Recorded(Told.Placement(1, Day(3))) with { Type = "ansinh.employment.v2.PlacementRecorded", Data = "[]" };
        await reporting.BookAsync(newer, Told.Recorded(Told.Placement(1, Day(3))));

        await ShouldBeAsync(placements: 1, people: 1);
    }

    DateOnly Day(int ofYear) => new DateOnly(year, 1, 1).AddDays(ofYear - 1);

    async Task ShouldBeAsync(int placements, int people)
    {
        (await reporting.FigureAsync("EMP-02", Period)).ShouldBe(placements.ToString(CultureInfo.InvariantCulture));
        (await reporting.FigureAsync("EMP-01", Period)).ShouldBe(people.ToString(CultureInfo.InvariantCulture));
    }
}
