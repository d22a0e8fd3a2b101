using System.Globalization;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

/// <summary>From published figures to events and back: what was counted when they were frozen, whatever came after.</summary>
public sealed class PublishedLineageTests(ReportWorld world) : IClassFixture<ReportWorld>
{
    [Fact]
    public async Task Events_OfAPublishedFigure_AreThoseCountedThen_AndLeadBackToIt()
    {
        var (period, day) = NextYear();
        var first = Told.Recorded(Told.Placement(1, day));
        var loan = Told.Recorded(Told.Placement(2, day.AddDays(1), Told.CommuneOf436, "loan"));
        var gone = Told.Recorded(Told.Placement(3, day.AddDays(2)));
        var elsewhere = Told.Recorded(Told.Placement(4, day, "46"));
        await world.BookAsync(first, loan, gone, elsewhere, Told.Voided(gone));
        var report = await world.PublishedAsync(period);
        await world.BookAsync(Told.Recorded(Told.Placement(5, day)), Told.Voided(first));

        var figures = (await world.Author.ListReportFiguresAsync(new() { Name = report.Name })).Figures;
        foreach (var figure in figures)
        {
            var events = await EventsAsync(report, figure.Index);
            events.Select(one => (Guid.Parse(one.EventId), one.Sign)).Where(one => one.Item1 != gone.EventId && one.Sign > 0).Select(one => one.Item1).ShouldBe(
                figure.Member switch { "" => [first.EventId, loan.EventId], "domestic" => [first.EventId], "loan" => [loan.EventId], _ => [] });
            foreach (var one in events)
            {
                (await PublishedAsync(one.EventId)).ShouldContain((report.Name, figure.Index));
            }
        }

        // What was voided before stands there with what voided it.
        (await EventsAsync(report, 0)).Select(one => one.Sign).ShouldBe([1, 1, 1, -1], ignoreOrder: true);
        var page = await world.Author.ListReportFigureEventsAsync(new() { Name = report.Name, PageSize = 3 });
        var rest = await world.Author.ListReportFigureEventsAsync(new() { Name = report.Name, PageSize = 3, PageToken = page.NextPageToken });
        (page.Contributions.Count, rest.Contributions.Count, rest.NextPageToken).ShouldBe((3, 1, ""));
        page.Contributions.Concat(rest.Contributions).ShouldBe(await EventsAsync(report, 0));
    }

    [Fact]
    public async Task Event_ThatWasParkedThen_IsInNoPublishedFigure_AndCountsAsOneSince()
    {
        var (period, day) = NextYear();
        var (first, late) = (Told.Recorded(Told.Placement(1, day)), Told.Recorded(Told.Placement(2, day)));
        var parked = Told.Corrected(late, Told.Placement(2, day, channel: "loan"));
        (late, parked) = (late with { Sequence = parked.Sequence }, parked with { Sequence = late.Sequence });
        await world.BookAsync(first, parked);
        var report = await world.PublishedAsync(period);
        (await world.Author.ListReportFiguresAsync(new() { Name = report.Name })).Sources.Single(source => source.Source == "employment").Parked.ShouldBe(1);

        // What it waited for comes, and both are booked: one behind all that had come by then, the other not.
        await world.BookAsync(late);
        (await world.Reporting.FigureAsync("EMP-04", period)).ShouldBe("1");
        (await PublishedAsync(parked.EventId.ToString())).ShouldBeEmpty();
        (await EventsAsync(report, 0)).Select(one => one.EventId).ShouldBe([first.EventId.ToString()]);
        var differences = (await world.Author.GetReportDifferencesAsync(new() { Name = report.Name })).Differences;
        differences.Single(one => one.Published.Index == 0).EventsSince.ShouldBe(2);
        differences.First(one => one.Published.Member == "loan").EventsSince.ShouldBe(1);
    }

    [Fact]
    public async Task SurveyFigure_IsInThePublishedFigure_ThatItHeldFor()
    {
        var (period, day) = NextYear();
        var (older, held) = (Signed(day, "20"), Signed(day.AddMonths(3), "30.5"));
        await world.BookFromAsync("training", older, held);
        var report = await world.PublishedAsync(period, template: ReportWorld.Survey);
        var behind = await world.Author.ListReportFigureEventsAsync(new() { Name = report.Name });
        behind.Contributions.ShouldBeEmpty();
        behind.Entered.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entered => (entered.Indicator, entered.AreaCode, entered.Value, entered.Origin).ShouldBe(("VOC-06", "42", "30.5", "Điều tra")),
            entered => (entered.EventId, entered.Source, entered.Sequence, entered.OccurredOn.Month).ShouldBe((held.EventId.ToString(), "training", held.Sequence, day.AddMonths(3).Month)));
        (await PublishedAsync(held.EventId.ToString())).ShouldBe([(report.Name, 0)]);
        (await PublishedAsync(older.EventId.ToString())).ShouldBeEmpty("a later one held");

        await world.BookFromAsync(
            "training", Signed(day.AddMonths(4), "31"), Told.Event(new SurveyedFigureWithdrawn { Indicator = "VOC-06", Replaces = held.EventId }, held.OccurredOn, "42"));
        var difference = (await world.Author.GetReportDifferencesAsync(new() { Name = report.Name })).Differences.ShouldHaveSingleItem();
        (difference.Published.Printed, difference.NewPrinted, difference.EventsSince).ShouldBe(("30,5%", "31%", 2));
        (await PublishedAsync(held.EventId.ToString())).ShouldBe([(report.Name, 0)], "it was published, and stays so");
    }

    [Fact]
    public async Task Events_OfWhatIsNotThereOrNotPublished_AreRefused()
    {
        var (period, _) = NextYear();
        var draft = await world.CreateAsync(period);
        await Refused.With(world.Author.ListReportFigureEventsAsync(new() { Name = draft.Name }), StatusCode.FailedPrecondition, "report.not_published");
        await Refused.With(world.Author.ListReportFigureEventsAsync(new() { Name = "reports/" + Guid.NewGuid() }), StatusCode.NotFound, "report.not_found");
        var report = await world.PublishAsync(await world.ApproveAsync(await world.SubmitAsync(draft)));
        await Refused.With(world.Author.ListReportFigureEventsAsync(new() { Name = report.Name, Index = 10 }), StatusCode.NotFound, "report.figure_unknown");
        await Refused.With(world.Author.ListReportFigureEventsAsync(new() { Name = report.Name, Index = -1 }), StatusCode.NotFound, "report.figure_unknown");
    }

    (string Period, DateOnly Day) NextYear()
    {
        var year = world.Reporting.NextYear();
        return (year.ToString(CultureInfo.InvariantCulture), new DateOnly(year, 3, 1));
    }

    static EventEnvelope Signed(DateOnly day, string value) => Told.Event(new SurveyedFigureSigned { Indicator = "VOC-06", Value = value, Source = "Điều tra" }, day, "42");

    async Task<List<Contribution>> EventsAsync(Report report, int index) =>
        [.. (await world.Author.ListReportFigureEventsAsync(new() { Name = report.Name, Index = index })).Contributions];

    async Task<List<(string Report, int Figure)>> PublishedAsync(string eventId) =>
        [.. (await world.Author.ListPublishedFiguresAsync(new() { EventId = eventId, AreaCode = "42" })).Figures.Select(one => (one.Report, one.Figure.Index))];
}
