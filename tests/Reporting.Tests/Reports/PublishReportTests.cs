using System.Security.Cryptography;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class PublishReportTests(ReportWorld world) : IClassFixture<ReportWorld>
{
    static readonly ReportFormat[] Formats = [ReportFormat.Markdown, ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Json];

    [Fact]
    public async Task Publish_FreezesFiguresPlansAndFreshness()
    {
        var (report, first, _) = await PublishedWithTwoAsync();
        report.AsOf.ToDateTimeOffset().ShouldBe(world.Host.Time.GetUtcNow());
        var frozen = await world.Author.ListReportFiguresAsync(new() { Name = report.Name, PageSize = 3 });
        var rest = await world.Author.ListReportFiguresAsync(new() { Name = report.Name, PageSize = 1_000, PageToken = frozen.NextPageToken });
        var figures = frozen.Figures.Concat(rest.Figures).ToList();
        figures.Select(figure => figure.Index).ShouldBe(Enumerable.Range(0, figures.Count));
        (figures[0].Indicator, figures[0].Exact, figures[0].Printed, figures[0].AreaCode, figures[0].Line).ShouldBe(("EMP-01", "2", "02 người", "42", 5));
        figures[1].Printed.ShouldBe("đạt 2% kế hoạch");
        figures.Single(figure => figure is { Indicator: "EMP-01", Member: "loan" }).ShouldSatisfyAllConditions(
            figure => (figure.Dimension, figure.Exact, figure.Printed).ShouldBe(("channel", "1", "1")),
            figure => (figure.From.Year, figure.To.Month, figure.To.Day).ShouldBe((report.Period.Length == 4 ? int.Parse(report.Period, System.Globalization.CultureInfo.InvariantCulture) : 0, 12, 31)));
        frozen.CatalogueSha256.Length.ShouldBe(64);
        frozen.Plans.ShouldHaveSingleItem().ShouldBe(new FrozenPlan { Indicator = "EMP-01", Version = 1, Target = "100", LegalBasis = "Nghị quyết 1" });
        frozen.Sources.Single(source => source.Source == "employment").BookedSequence.ShouldBeGreaterThanOrEqualTo(first.Sequence);
        frozen.AsOf.ShouldBe(report.AsOf);
    }

    [Fact]
    public async Task Document_OfAPublishedReport_IsTheSameBytesForEver()
    {
        // A host of its own: it is started again with another catalogue.
        var own = new ReportWorld();
        await own.InitializeAsync();
        try
        {
            var period = own.NextPeriod();
            var day = new DateOnly(int.Parse(period, System.Globalization.CultureInfo.InvariantCulture), 3, 1);
            var booked = Told.Recorded(Told.Placement(1, day));
            await own.BookAsync(booked, Told.Recorded(Told.Placement(2, day, channel: "loan")));
            var report = await own.PublishedAsync(period);
            var before = await DocumentsAsync(own, report);

            await own.BookAsync(Told.Voided(booked), Told.Recorded(Told.Placement(3, day)), Told.Recorded(Told.Placement(4, day)));
            await own.ChangeCatalogueAsync("indicators.employment.yaml", "Số người", "Tổng số người");
            (await DocumentsAsync(own, report)).ShouldBe(before);
            before["Markdown"].Markdown.ShouldContain("cho 02 người");
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Differences_SayWhatAReportWouldSayNow_AndHowManyEventsCameSince()
    {
        var (report, first, day) = await PublishedWithTwoAsync();
        var none = await world.Author.GetReportDifferencesAsync(new() { Name = report.Name });
        (none.Differences.Count, none.Compared).ShouldBe((0, 10));

        await world.BookAsync(
            Told.Recorded(Told.Placement(90, day)), Told.Recorded(Told.Placement(91, day, channel: "loan")), Told.Recorded(Told.Placement(92, day, area: "46")), Told.Voided(first));
        var found = (await world.Author.GetReportDifferencesAsync(new() { Name = report.Name })).Differences;
        found.Select(one => (one.Published.Placeholder, one.Published.Member, one.Published.Printed, one.NewExact, one.NewPrinted, one.EventsSince)).ShouldBe(
        [
            ("EMP-01", "", "02 người", "3", "03 người", 3L), ("EMP-01 | plan", "", "đạt 2% kế hoạch", "3", "đạt 3% kế hoạch", 3L),
            ("EMP-01", "loan", "1", "2", "2", 1L), ("EMP-02", "loan", "1", "2", "2", 1L),
            ("EMP-01", "", "2", "3", "3", 3L), ("EMP-02", "", "2", "3", "3", 3L),
        ]);
        found.ShouldAllBe(one => !one.DefinitionChanged);
        var draft = await world.CreateAsync(world.NextPeriod());
        await Refused.With(world.Author.GetReportDifferencesAsync(new() { Name = draft.Name }), StatusCode.FailedPrecondition, "report.not_published");
        await Refused.With(world.Author.ListReportFiguresAsync(new() { Name = draft.Name }), StatusCode.FailedPrecondition, "report.not_published");
    }

    [Fact]
    public async Task PublishedFigures_OfAnEvent_AreThoseThatItIsIn()
    {
        var (report, first, day) = await PublishedWithTwoAsync();
        var late = Told.Recorded(Told.Placement(95, day));
        await world.BookAsync(late);
        var figures = await PublishedAsync(first.EventId);
        figures.ShouldAllBe(one => one.Report == report.Name && one.AsOf == report.AsOf);
        figures.Select(one => (one.Figure.Placeholder, one.Figure.Member)).ShouldBe(
            [("EMP-01", ""), ("EMP-01 | plan", ""), ("EMP-01", "domestic"), ("EMP-02", "domestic"), ("EMP-01", ""), ("EMP-02", "")]);
        (await PublishedAsync(late.EventId)).ShouldBeEmpty("it came after publication");
        (await PublishedAsync(first.EventId, "46")).ShouldBeEmpty("the report is of another province");

        var page = await world.Author.ListPublishedFiguresAsync(new() { EventId = first.EventId.ToString(), AreaCode = "42", PageSize = 4 });
        var rest = await world.Author.ListPublishedFiguresAsync(new() { EventId = first.EventId.ToString(), AreaCode = "42", PageSize = 4, PageToken = page.NextPageToken });
        page.Figures.Concat(rest.Figures).ShouldBe(figures);
        await Refused.With(world.Author.ListPublishedFiguresAsync(new() { EventId = "x", AreaCode = "42" }), StatusCode.InvalidArgument, "event.malformed");
    }

    static async Task<Dictionary<string, GetReportDocumentResponse>> DocumentsAsync(ReportWorld own, Report report)
    {
        var documents = new Dictionary<string, GetReportDocumentResponse>();
        foreach (var format in Formats)
        {
            var document = await own.Author.GetReportDocumentAsync(new() { Name = report.Name, Format = format });
            var bytes = format == ReportFormat.Markdown ? System.Text.Encoding.UTF8.GetBytes(document.Markdown) : document.Document.ToByteArray();
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(document.Sha256);
            documents[format.ToString()] = document;
        }

        return documents;
    }

    /// <summary>A report of the province with one person placed at home and one by a loan, and a plan of 100.</summary>
    async Task<(Report Report, ServiceKit.Events.EventEnvelope First, DateOnly Day)> PublishedWithTwoAsync()
    {
        // Plans begin in 1990; the host's years for records in 1900.
        var year = world.Reporting.NextYear() + 90;
        var day = new DateOnly(year, 3, 1);
        var first = Told.Recorded(Told.Placement(1, day));
        await world.BookAsync(first, Told.Recorded(Told.Placement(2, day, channel: "loan")));
        await world.Reporting.Plans.SetPlanAsync(new SetPlanRequest
        {
            Plan = new Plan { Indicator = "EMP-01", AreaCode = "42", Year = year, Target = "100", Comparator = Comparator.AtLeast, LegalBasis = "Nghị quyết 1" },
            RequestId = ReportWorld.Request(),
        });
        return (await world.PublishedAsync(year.ToString(System.Globalization.CultureInfo.InvariantCulture)), first, day);
    }

    async Task<List<PublishedFigure>> PublishedAsync(Guid eventId, string area = "42") =>
        [.. (await world.Author.ListPublishedFiguresAsync(new() { EventId = eventId.ToString(), AreaCode = area })).Figures];
}
