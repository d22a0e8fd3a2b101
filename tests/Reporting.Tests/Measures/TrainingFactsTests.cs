using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>A finished enrolment that is voided: one event takes back the enrolment, another its end.</summary>
public sealed class TrainingFactsTests : IAsyncLifetime
{
    static readonly DateOnly enrolledOn = new(2020, 2, 3);
    static readonly DateOnly endedOn = new(2020, 5, 29);
    static readonly string[] indicators = ["VOC-01", "VOC-03", "VOC-04"];

    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task FinishedEnrolment_WhenVoided_CountsNowhere_InWhateverOrderAndHoweverOften(bool completed, bool endFirst)
    {
        var (enrolled, ended) = (Enrolled(1), Ended(1, completed));
        await reporting.BookFromAsync("training", enrolled, ended, Enrolled(2), Ended(2, completed: true));
        (await FiguresAsync("2020")).ShouldBe(["2", "2", completed ? "2" : "1"]);

        EventEnvelope[] voids = [Voided(enrolled), Voided(ended)];
        voids = endFirst ? [voids[1], voids[0]] : voids;
        await reporting.BookFromAsync("training", voids[0]);
        await reporting.BookFromAsync("training", voids[1]);
        (await FiguresAsync("2020")).ShouldBe(["1", "1", "1"]);
        (await FiguresAsync("2020-H2")).ShouldBe(["0", "0", "0"]);
        await reporting.BookFromAsync("training", voids);
        (await FiguresAsync("2020")).ShouldBe(["1", "1", "1"]);
        (await FiguresAsync("2021")).ShouldBe(["0", "0", "0"], "a void leaves no learner behind");
    }

    [Fact]
    public async Task Voids_KnownBeforeWhatTheyTakeBack_AreBookedWithIt()
    {
        var (enrolled, ended) = (Enrolled(1), Ended(1, completed: true));
        await reporting.BookFromAsync("training", Voided(enrolled), Voided(ended));
        await reporting.BookFromAsync("training", ended);
        await reporting.BookFromAsync("training", enrolled);
        (await FiguresAsync("2020")).ShouldBe(["0", "0", "0"]);
    }

    async Task<List<string>> FiguresAsync(string period)
    {
        var figures = new List<string>();
        foreach (var indicator in indicators)
        {
            figures.Add(await reporting.FigureAsync(indicator, period));
        }

        return figures;
    }

    static EventEnvelope Enrolled(int person) => Told.Event(
        new TraineeEnrolled
        {
            Enrolment = new EnrolmentContent
            {
                PersonKey = Told.Key(person),
                Level = "elementary",
                EnrolledOn = enrolledOn,
                AreaCode = Told.CommuneOf447,
                Institution = Guid.NewGuid(),
                RuralSubsidy = false,
            },
        },
        enrolledOn,
        Told.CommuneOf447);

    static EventEnvelope Ended(int person, bool completed) => Told.Event(
        completed
            ? new TraineeCompleted { PersonKey = Told.Key(person), Level = "elementary" }
            : new TraineeDroppedOut { PersonKey = Told.Key(person), Level = "elementary" },
        endedOn,
        Told.CommuneOf447);

    static EventEnvelope Voided(EventEnvelope told) =>
        Told.Event(new EnrolmentVoided { Replaces = told.EventId }, told.OccurredOn, told.AreaCode, told.Subject);
}
