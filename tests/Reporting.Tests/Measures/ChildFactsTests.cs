using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Cases that are closed, opened again and closed again.</summary>
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

    static EventEnvelope Closed(DateOnly day, Guid? subject = null, bool planMet = true) =>
        Told.Event(new CaseClosed { PlanMet = planMet }, day, Told.CommuneOf447, subject);

    static EventEnvelope Reopened(EventEnvelope closed, DateOnly day) =>
        Told.Event(new CaseReopened { Replaces = closed.EventId }, day, Told.CommuneOf447, closed.Subject);
}
