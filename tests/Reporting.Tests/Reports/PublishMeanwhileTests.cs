using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

/// <summary>While a report is computed nobody who writes waits for it, and what has changed meanwhile is seen.</summary>
public sealed class PublishMeanwhileTests : IAsyncLifetime
{
    // A commune's: nothing lies below it that would have to be approved first.
    const string Commune = Told.CommuneOf447;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    readonly HeldFigures held = new();
    readonly ReportWorld world;

    public PublishMeanwhileTests() => world = new ReportWorld(builder => builder.Services.AddScoped<IFigureSource>(
        provider => held.Of(ActivatorUtilities.CreateInstance<LedgerFigureSource>(provider))));

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Publish_WhileEventsAreBooked_LetsThemPass_AndFreezesOneState()
    {
        var (report, day) = await ApprovedWithOneAsync();
        EventEnvelope[] late = [.. Enumerable.Range(2, 3).Select(person => Told.Recorded(Told.Placement(person, day)))];
        var looks = 0;
        held.Answered = async () =>
        {
            // The booking would wait for ever here if the report were computed behind the write gate. After three looks it is.
            if (looks++ < late.Length)
            {
                await world.BookAsync(late[looks - 1]).WaitAsync(Patience);
            }
        };
        await world.PublishAsync(report);

        looks.ShouldBe(4);
        held.Answered = () => Task.CompletedTask;
        var frozen = await world.Author.ListReportFiguresAsync(new() { Name = report.Name });
        frozen.Figures[0].Exact.ShouldBe("4");
        frozen.Sources.Single(source => source.Source == "employment").BookedSequence.ShouldBe(late[^1].Sequence);
        var inFigures = await world.Author.ListPublishedFiguresAsync(new() { EventId = late[^1].EventId.ToString(), AreaCode = Commune });
        inFigures.Figures.ShouldContain(figure => figure.Report == report.Name && figure.Figure.Index == 0);
        (await world.Author.GetReportDifferencesAsync(new() { Name = report.Name })).Differences.ShouldBeEmpty();
        (await world.Author.GetReportDocumentAsync(new() { Name = report.Name, Format = ReportFormat.Docx })).Markdown.ShouldContain("cho 04 người");
    }

    [Fact]
    public async Task Publish_ByTwoAtOnce_IsDoneByOne_AndRefusedToTheOther()
    {
        var (report, _) = await ApprovedWithOneAsync();
        var (computed, both) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        held.Answered = () =>
        {
            if (Interlocked.Increment(ref computed) == 2)
            {
                both.SetResult();
            }

            return both.Task.WaitAsync(Patience);
        };
        var outcomes = await Task.WhenAll(new[] { "one", "other" }.Select(account => OutcomeAsync(
            world.As(account, "report-publisher").PublishReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = ReportWorld.Request() }))));
        held.Answered = () => Task.CompletedTask;

        var won = outcomes.Select(outcome => outcome.Answer).OfType<Report>().ShouldHaveSingleItem();
        var lost = outcomes.Select(outcome => outcome.Refused).OfType<RpcException>().ShouldHaveSingleItem();
        (lost.StatusCode, Refusal.From(lost)!.Code).ShouldBe((StatusCode.FailedPrecondition, "report.wrong_state"));
        won.Steps.Select(step => step.Action).ShouldBe([ReportAction.Create, ReportAction.Submit, ReportAction.Approve, ReportAction.Publish]);
        (await world.Author.GetReportAsync(new() { Name = report.Name })).ShouldBe(won);
        (await world.Author.ListReportFiguresAsync(new() { Name = report.Name })).Figures.Select(figure => figure.Index).ShouldBe(Enumerable.Range(0, 10));
    }

    [Theory]
    [InlineData(false, StatusCode.FailedPrecondition, "report.wrong_state")]
    [InlineData(true, StatusCode.Aborted, "etag.mismatch")]
    public async Task Publish_WhenTheReportChangedMeanwhile_IsRefused_AndNothingIsFrozen(bool approvedAgain, StatusCode status, string code)
    {
        var (report, _) = await ApprovedWithOneAsync();
        var changed = report;
        held.Answered = async () =>
        {
            held.Answered = () => Task.CompletedTask;
            changed = await world.Approver.ReturnReportAsync(new() { Name = report.Name, Etag = report.Etag, Reason = "sai", RequestId = ReportWorld.Request() });
            if (approvedAgain)
            {
                changed = await world.Author.UpdateReportTextAsync(
                    new() { Name = report.Name, Etag = changed.Etag, Key = "outlook", Text = "Lời văn khác", RequestId = ReportWorld.Request() });
                changed = await world.ApproveAsync(await world.SubmitAsync(changed));
            }
        };
        await Refused.With(
            world.Publisher.PublishReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = ReportWorld.Request() }), status, code);

        (await world.Author.GetReportAsync(new() { Name = report.Name })).ShouldBe(changed);
        await Refused.With(world.Author.ListReportFiguresAsync(new() { Name = report.Name }), StatusCode.FailedPrecondition, "report.not_published");
    }

    [Fact]
    public async Task Publish_WhenAPartWasReturnedMeanwhile_IsRefused_AndNamesIt()
    {
        var period = world.NextPeriod();
        var whole = await world.ApprovedAsync(period, "447", ReportWorld.Whole);
        var parts = new List<Report>();
        foreach (var unit in (await world.Author.ListReportPartsAsync(new() { Name = whole.Name })).Parts)
        {
            parts.Add(await world.ApprovedAsync(period, unit.AreaCode));
        }

        held.Answered = async () =>
        {
            held.Answered = () => Task.CompletedTask;
            await world.Approver.ReturnReportAsync(new() { Name = parts[0].Name, Etag = parts[0].Etag, Reason = "sai", RequestId = ReportWorld.Request() });
        };
        var refused = await Refused.With(
            world.Publisher.PublishReportAsync(new() { Name = whole.Name, Etag = whole.Etag, RequestId = ReportWorld.Request() }),
            StatusCode.FailedPrecondition,
            "report.part_not_approved");
        refused.Metadata["areas"].ShouldBe(parts[0].AreaCode);
        (await world.Author.GetReportAsync(new() { Name = whole.Name })).State.ShouldBe(ReportState.Approved);
    }

    static async Task<(Report? Answer, RpcException? Refused)> OutcomeAsync(AsyncUnaryCall<Report> call)
    {
        try
        {
            return (await call, null);
        }
        catch (RpcException refused)
        {
            return (null, refused);
        }
    }

    async Task<(Report Report, DateOnly Day)> ApprovedWithOneAsync()
    {
        var period = world.NextPeriod();
        var day = new DateOnly(int.Parse(period, System.Globalization.CultureInfo.InvariantCulture), 3, 1);
        await world.BookAsync(Told.Recorded(Told.Placement(1, day)));
        return (await world.ApprovedAsync(period, Commune), day);
    }

    /// <summary>The ledger's figures, with something that happens whenever it has answered.</summary>
    sealed class HeldFigures
    {
        public Func<Task> Answered { get; set; } = () => Task.CompletedTask;

        public IFigureSource Of(IFigureSource ledger) => new Source(this, ledger);

        sealed class Source(HeldFigures held, IFigureSource ledger) : IFigureSource
        {
            public async Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, CancellationToken cancellationToken)
            {
                var answers = await ledger.AnswerAsync(requests, cancellationToken);
                await held.Answered();
                return answers;
            }
        }
    }
}
