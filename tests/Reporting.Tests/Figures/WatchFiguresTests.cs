using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Figures;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Figures;

public sealed class WatchFiguresTests : IDisposable
{
    readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));

    [Fact]
    public async Task Watch_WhenAnEventIsBooked_ShowsOnlyWhatChanged_WhoeverElseDoesNotRead()
    {
        var reporting = await ReportingHost.StartAsync();
        try
        {
            var figures = Client(reporting.Host);
            using var idle = figures.WatchFigures(Question("EMP-01", "EMP-02", "EMP-06"));
            using var reading = figures.WatchFigures(Question("EMP-01", "EMP-02", "EMP-06"));
            var first = await NextAsync(reading);
            first.Rows.Select(row => (row.Figure.Indicator, row.Figure.Exact)).ShouldBe([("EMP-01", "0"), ("EMP-02", "0"), ("EMP-06", "0")]);
            first.Freshness.ShouldNotBeEmpty();

            await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(2020, 3, 1))));
            (await NextAsync(reading)).Rows.Select(row => (row.Figure.Indicator, row.Figure.Exact)).ShouldBe([("EMP-01", "1"), ("EMP-02", "1")]);

            // Nothing of theirs changes any more: after half a minute a sign of life.
            var alive = reading.ResponseStream.MoveNext(patience.Token);
            while (!alive.IsCompleted)
            {
                reporting.Host.Time.Advance(TimeSpan.FromSeconds(31));
                await figures.QueryFiguresAsync(new QueryFiguresRequest { Question = Question("EMP-06").Question });
            }

            (await alive).ShouldBeTrue();
            reading.ResponseStream.Current.Rows.ShouldBeEmpty();
        }
        finally
        {
            await reporting.DisposeAsync();
        }
    }

    [Fact]
    public async Task Watch_Restated_TellsWhatIsKeptApart_AndAgainOnlyWhenItChanged()
    {
        // Phường Đại Nài was divided on 2025-07-01 between Thành Sen (18073) and Hà Huy Tập (18652).
        const string Divided = "18082", HaHuyTap = "18652";
        var reporting = await ReportingHost.StartAsync();
        try
        {
            var first = Told.Recorded(Told.Placement(1, new(2025, 2, 1), Divided));
            await reporting.BookAsync(first);
            var question = new FigureQuestion
            {
                Indicators = { "EMP-02" },
                Periods = { "2024", "2025" },
                AreaCode = HaHuyTap,
                View = new() { AreaMode = AreaMode.Restated, OutlineOn = new() { Year = 2025, Month = 7, Day = 1 } },
            };
            using var watch = Client(reporting.Host).WatchFigures(new() { Question = question });
            var begun = await NextAsync(watch);
            begun.KeptApart.ShouldBe((await Client(reporting.Host).QueryFiguresAsync(new() { Question = question })).KeptApart);
            var apart = begun.KeptApart.ShouldHaveSingleItem();
            (apart.Period, apart.Area.Code, apart.Area.Figures.Single().Exact).ShouldBe(("2025", Divided, "1"));
            begun.KeptApartGone.ShouldBeEmpty();

            // One more record of the divided unit, one of the unit asked about, and then no more of the divided one.
            // From the second picture on, the next is computed a moment after the one before.
            var second = Told.Recorded(Told.Placement(2, new(2025, 2, 2), Divided));
            await reporting.BookAsync(second);
            var more = await NextAsync(watch);
            (more.Rows.Count, more.KeptApart.Single().Area.Figures.Single().Exact, more.KeptApartGone.Count).ShouldBe((0, "2", 0));
            reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await reporting.BookAsync(Told.Recorded(Told.Placement(3, new(2025, 7, 2), HaHuyTap)));
            var other = await NextAsync(watch);
            (other.Rows.Single().Figure.Exact, other.KeptApart.Count, other.KeptApartGone.Count).ShouldBe(("1", 0, 0));
            reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await reporting.BookAsync(Told.Voided(first), Told.Voided(second));
            var none = await NextAsync(watch);
            none.KeptApart.ShouldBeEmpty();
            none.KeptApartGone.ShouldHaveSingleItem().ShouldBe(new FigureKeptApart
            {
                Period = "2025",
                Area = new() { Code = Divided, DisplayName = "Phường Đại Nài", ValidFrom = apart.Area.ValidFrom, ValidTo = apart.Area.ValidTo },
            });
        }
        finally
        {
            await reporting.DisposeAsync();
        }
    }

    [Fact]
    public async Task Watch_WhenAllPlacesAreTaken_IsRefused_UntilSomebodyLeaves()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddReporting(), null, "Reporting:Watch:MostWatchers=1");
        var figures = Client(host);
        using (var only = figures.WatchFigures(Question("EMP-01")))
        {
            (await NextAsync(only)).Rows.ShouldHaveSingleItem();
            (await RefusalAsync(figures, Question("EMP-01"))).ShouldBe("watch.too_many");
            host.Services.GetRequiredService<WatchPlaces>().Taken.ShouldBe(1);
        }

        // The server learns of the caller's leaving on its own thread.
        string? refused;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            refused = await RefusalAsync(figures, Question("EMP-01"));
        }
        while (refused == "watch.too_many");
        refused.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_OfThePast_OrOfTooMuch_IsRefused()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddReporting());
        var past = Question("EMP-01");
        past.Question.View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow()) };
        (await RefusalAsync(Client(host), past)).ShouldBe("watch.past");
        var large = Question("EMP-01", "EMP-02", "EMP-06");
        large.Question.AreaRows = AreaRows.Subtree;
        (await RefusalAsync(Client(host), large)).ShouldBe("figures.too_many_cells");
    }

    [Fact]
    public async Task Watch_WhenNothingIsRead_IsEnded_AndItsPlaceIsFree()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddReporting());
        await using var scope = host.Services.CreateAsyncScope();
        var reader = new ReaderWhoSleeps();
        var watching = scope.ServiceProvider.GetRequiredService<WatchFigures>().RunAsync(Question("EMP-01"), reader, patience.Token);
        await reader.Written.Task.WaitAsync(patience.Token);
        host.Services.GetRequiredService<WatchPlaces>().Taken.ShouldBe(1);
        host.Time.Advance(TimeSpan.FromSeconds(59));
        watching.IsCompleted.ShouldBeFalse();

        host.Time.Advance(TimeSpan.FromSeconds(2));
        var ended = await Should.ThrowAsync<Refusal>(() => watching);
        (ended.Code, ended.Message.Contains("60 giây", StringComparison.Ordinal)).ShouldBe(("watch.not_reading", true));
        host.Services.GetRequiredService<WatchPlaces>().Taken.ShouldBe(0);
    }

    public void Dispose() => patience.Dispose();

    static FigureService.FigureServiceClient Client(ServiceTestHost host) => new(host.Channel(host.Token(["*"], "report-reader")));

    static WatchFiguresRequest Question(params IEnumerable<string> indicators) =>
        new() { Question = new FigureQuestion { Indicators = { indicators }, Periods = { "2020" }, AreaCode = "42" } };

    async Task<WatchFiguresResponse> NextAsync(AsyncServerStreamingCall<WatchFiguresResponse> call)
    {
        (await call.ResponseStream.MoveNext(patience.Token)).ShouldBeTrue();
        return call.ResponseStream.Current;
    }

    async Task<string?> RefusalAsync(FigureService.FigureServiceClient figures, WatchFiguresRequest question)
    {
        using var call = figures.WatchFigures(question);
        try
        {
            await NextAsync(call);
            return null;
        }
        catch (RpcException refused)
        {
            return Refusal.From(refused)?.Code;
        }
    }

    /// <summary>A connection on which nothing is taken off, as when a reader has vanished without a word.</summary>
    sealed class ReaderWhoSleeps : IServerStreamWriter<WatchFiguresResponse>
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(WatchFiguresResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(WatchFiguresResponse message, CancellationToken cancellationToken)
        {
            Written.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }
}
