using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Cases that are closed, opened again and closed again; children who turn 16.</summary>
public sealed class ChildFactsTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task CaseClosedTwice_CountsOnce_AtItsLastClosing()
    {
        var first = Closed(new DateOnly(2020, 2, 10));
        await reporting.BookFromAsync("child", first, Closed(new DateOnly(2020, 2, 11)));
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("2");

        var reopened = Reopened(first, new DateOnly(2020, 3, 1));
        await reporting.BookFromAsync("child", reopened);
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("1", "what goes on is not closed");
        await reporting.BookFromAsync("child", Closed(new DateOnly(2020, 8, 1), first.Subject));
        await reporting.BookFromAsync("child", reopened);
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("2");
        (await reporting.FigureAsync("CHI-07", "2020-Q1")).ShouldBe("1");
        (await reporting.FigureAsync("CHI-07", "2020-Q3")).ShouldBe("1");
    }

    [Fact]
    public async Task CaseClosedWithThePlanMetAtLast_Counts_AndOneClosedWithoutItAtLastDoesNot()
    {
        var (missed, met) = (Closed(new DateOnly(2020, 2, 10), planMet: false), Closed(new DateOnly(2020, 2, 10)));
        await reporting.BookFromAsync("child", missed, met, Reopened(missed, new DateOnly(2020, 3, 1)), Reopened(met, new DateOnly(2020, 3, 1)));
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("0");
        await reporting.BookFromAsync(
            "child", Closed(new DateOnly(2020, 5, 4), missed.Subject), Closed(new DateOnly(2020, 5, 4), met.Subject, planMet: false));
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("1");
    }

    [Fact]
    public async Task CaseReopened_BeforeItsClosingIsKnown_IsBookedWhenThatComes()
    {
        var closed = Closed(new DateOnly(2020, 2, 10));
        await reporting.BookFromAsync("child", Reopened(closed, new DateOnly(2020, 3, 1)));
        await reporting.BookFromAsync("child", closed);
        (await reporting.FigureAsync("CHI-07", "2020")).ShouldBe("0");
    }

    [Fact]
    public async Task ChildWhoTurns16_CountsNoMore_FromTheBirthdayOn()
    {
        var began = new DateOnly(2020, 2, 1);
        await reporting.BookFromAsync(
            "child", Began(1, began, new DateOnly(2020, 9, 15)), Began(2, began, new DateOnly(2030, 1, 1)), Began(3, began, null),
            Told.Event(new SupportBegan { PersonKey = Told.Key(1), Support = "medical" }, began, Told.CommuneOf447));

        (await reporting.FigureAsync("CHI-01", "2020-08")).ShouldBe("3");
        (await reporting.FigureAsync("CHI-01", "2020-02-01..2020-09-14")).ShouldBe("3");
        (await reporting.FigureAsync("CHI-02", "2020-02-01..2020-09-14")).ShouldBe("1");
        (await reporting.FigureAsync("CHI-01", "2020-02-01..2020-09-15")).ShouldBe("2");
        (await reporting.FigureAsync("CHI-02", "2020-02-01..2020-09-15")).ShouldBe("0");
        (await reporting.FigureAsync("CHI-01", "2029")).ShouldBe("2", "the commune was merged in 2025, the child is in the new one");
        (await reporting.FigureAsync("CHI-01", "2030")).ShouldBe("1");
    }

    [Fact]
    public async Task EndBeforeTheBirthday_CountsFromThatDay_AndOneAfterItChangesNothing()
    {
        var (began, birthday) = (new DateOnly(2020, 2, 1), new DateOnly(2020, 9, 15));
        await reporting.BookFromAsync(
            "child", Began(1, began, birthday), Began(2, began, birthday), Began(3, began, birthday), Began(3, began, birthday, "disabled"),
            Ended(1, new DateOnly(2020, 6, 1), birthday), Ended(2, new DateOnly(2020, 11, 1), birthday), Ended(3, birthday, birthday));

        (await reporting.FigureAsync("CHI-01", "2020-05")).ShouldBe("3");
        (await reporting.FigureAsync("CHI-01", "2020-08")).ShouldBe("2");
        (await reporting.FigureAsync("CHI-01", "2020-09")).ShouldBe("0");
        (await reporting.FigureAsync("CHI-01", "2020")).ShouldBe("0");
        (await reporting.BreakdownAsync("CHI-01", "2020-08", "circumstance"))
            .ShouldBe(new Dictionary<string, string> { ["orphan"] = "2", ["disabled"] = "1" }, ignoreOrder: true);

        // A new circumstance of somebody who came back after an end counts until the birthday like the first.
        await reporting.BookFromAsync("child", Began(1, new DateOnly(2020, 7, 1), birthday));
        (await reporting.FigureAsync("CHI-01", "2020-08")).ShouldBe("3");
        (await reporting.FigureAsync("CHI-01", "2020")).ShouldBe("0");
    }

    static EventEnvelope Began(int person, DateOnly day, DateOnly? outOfAgeOn, string circumstance = "orphan") => Told.Event(
        new CircumstanceBegan { PersonKey = Told.Key(person), Circumstance = circumstance, OutOfAgeOn = outOfAgeOn }, day, Told.CommuneOf447);

    static EventEnvelope Ended(int person, DateOnly day, DateOnly outOfAgeOn) => Told.Event(
        new CircumstanceEnded { PersonKey = Told.Key(person), Circumstance = "orphan", OutOfAgeOn = outOfAgeOn }, day, Told.CommuneOf447);

    static EventEnvelope Closed(DateOnly day, Guid? subject = null, bool planMet = true) =>
        Told.Event(new CaseClosed { PlanMet = planMet }, day, Told.CommuneOf447, subject);

    static EventEnvelope Reopened(EventEnvelope closed, DateOnly day) =>
        Told.Event(new CaseReopened { Replaces = closed.EventId }, day, Told.CommuneOf447, closed.Subject);
}
