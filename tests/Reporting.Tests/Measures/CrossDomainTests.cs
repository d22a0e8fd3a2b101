using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Figures across two services, by person key; and trainees over time.</summary>
public sealed class CrossDomainTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Graduates_PlacedWithinHalfAYear_AreCountedInThePeriodOfTheirCompletion()
    {
        var day = new DateOnly(2020, 3, 10);
        await reporting.BookFromAsync("training", [.. Enumerable.Range(1, 5).Select(person => Completed(person, day))]);
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, day)),
            Told.Recorded(Told.Placement(2, day.AddDays(183), Told.CommuneOf436)),
            Told.Recorded(Told.Placement(3, day.AddDays(184))),
            Told.Recorded(Told.Placement(4, day.AddDays(-1))),
            Told.Recorded(Told.Placement(9, day)));

        (await reporting.FigureAsync("XD-01", "2020-Q1")).ShouldBe("2");
        (await reporting.FigureAsync("XD-01", "2020-Q1", "447")).ShouldBe("2");
        (await reporting.FigureAsync("XD-01", "2020-Q1", "436")).ShouldBe("0");
        (await reporting.FigureAsync("XD-01", "2020-Q3")).ShouldBe("0");
        (await reporting.QueryAsync("XD-02", "2020")).Figures[0].Printed.ShouldBe("40%");
        (await reporting.QueryAsync("XD-01", "2020")).Figures[0].Warnings.ShouldBeEmpty();
        (await reporting.BreakdownAsync("XD-01", "2020", "level")).ShouldBe(new Dictionary<string, string> { ["elementary"] = "2" });

        // 5 is 7, who found work: known only later, and true for the past.
        await reporting.BookAsync(Told.Recorded(Told.Placement(7, day.AddDays(30))), Told.Identified(5, 7));
        (await reporting.FigureAsync("XD-01", "2020")).ShouldBe("3");
    }

    [Fact]
    public async Task PoorHouseholds_MembersPlaced_WerePoorOnTheDay()
    {
        await reporting.BookFromAsync("protection", List(new DateOnly(2020, 1, 1), [1, 2], []), List(new DateOnly(2020, 6, 1), [3], [1]));
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, new DateOnly(2020, 5, 31))),
            Told.Recorded(Told.Placement(2, new DateOnly(2019, 12, 31))),
            Told.Recorded(Told.Placement(1, new DateOnly(2020, 7, 1))),
            Told.Recorded(Told.Placement(3, new DateOnly(2020, 7, 1), channel: "loan")));

        (await reporting.FigureAsync("XD-04", "2020")).ShouldBe("2");
        (await reporting.FigureAsync("XD-04", "2020-H2")).ShouldBe("1");
        (await reporting.BreakdownAsync("XD-04", "2020", "channel")).ShouldBe(new Dictionary<string, string> { ["domestic"] = "1", ["loan"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Trained_ArePeopleWhoAttendedOnSomeDayOfThePeriod()
    {
        var enrolled = Enrolled(1, new DateOnly(2020, 1, 10));
        await reporting.BookFromAsync(
            "training",
            enrolled, Enrolled(2, new DateOnly(2019, 9, 1)), Enrolled(3, new DateOnly(2020, 8, 1)), Enrolled(4, new DateOnly(2019, 1, 1)),
            Completed(2, new DateOnly(2020, 2, 1)), Completed(4, new DateOnly(2019, 12, 31)));

        (await reporting.FigureAsync("VOC-01", "2020")).ShouldBe("2");
        (await reporting.FigureAsync("VOC-03", "2020-H1")).ShouldBe("2");
        (await reporting.FigureAsync("VOC-03", "2020-H2")).ShouldBe("2");
        (await reporting.FigureAsync("VOC-03", "2020-Q1")).ShouldBe("2");
        (await reporting.FigureAsync("VOC-03", "2019")).ShouldBe("2");
        await reporting.BookFromAsync("training", Told.Event(new EnrolmentVoided { Replaces = enrolled.EventId }, enrolled.OccurredOn, enrolled.AreaCode, enrolled.Subject));
        (await reporting.FigureAsync("VOC-03", "2020-H1")).ShouldBe("1");
        (await reporting.FigureAsync("VOC-01", "2020")).ShouldBe("1");
    }

    static EventEnvelope Completed(int person, DateOnly day) =>
        Told.Event(new TraineeCompleted { PersonKey = Told.Key(person), Level = "elementary" }, day, Told.CommuneOf447);

    static EventEnvelope Enrolled(int person, DateOnly day) => Told.Event(
        new TraineeEnrolled
        {
            Enrolment = new EnrolmentContent
            {
                PersonKey = Told.Key(person),
                Level = "elementary",
                EnrolledOn = day,
                AreaCode = Told.CommuneOf447,
                Institution = Guid.NewGuid(),
                RuralSubsidy = false,
            },
        },
        day,
        Told.CommuneOf447);

    static EventEnvelope List(DateOnly day, int[] joined, int[] left) => Told.Event(
        new PovertyListApproved { Survey = Guid.NewGuid(), Before = [], Now = [], JoinedPoor = [.. joined.Select(Told.Key)], LeftPoor = [.. left.Select(Told.Key)] },
        day,
        Told.CommuneOf447);
}
