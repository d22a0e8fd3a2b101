using System.Globalization;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Areas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using AreaScope = AnSinh.Reporting.Formulas.AreaScope;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>
/// Random histories of units, records, corrections, voids, copies and joined people, arriving late and out of order: whatever is asked on
/// the way, as known now or then, as it was or restated, the figures are those of an oracle that keeps everything and computes nothing
/// before it is asked. ANSINH_ENGINE_HISTORIES makes longer runs.
/// </summary>
[Collection(nameof(EngineModelTests))]
public sealed class EngineModelTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    internal static readonly Aggregation[] Asked =
    [
        new() { Kind = AggregationKind.Count, Measures = ["employment.placement"] },
        new() { Kind = AggregationKind.Sum, Measures = ["employment.placement"], Field = AggregatedField.Amount },
        new() { Kind = AggregationKind.People, Measures = ["employment.placement"] },
        new() { Kind = AggregationKind.People, Measures = ["employment.placement"], Filters = [DimensionFilter.In("channel", "loan")] },
        new() { Kind = AggregationKind.Stock, Measures = ["employment.placement"], Field = AggregatedField.Amount },
        new() { Kind = AggregationKind.Stock, Measures = ["merit.allowance_in_payment"] },
        new() { Kind = AggregationKind.StockPeople, Measures = ["merit.allowance_in_payment"] },
        new() { Kind = AggregationKind.PeopleDuring, Measures = ["merit.allowance_in_payment"] },
        new() { Kind = AggregationKind.PeopleDuring, Measures = ["merit.allowance_in_payment"], Filters = [DimensionFilter.In("category", "LS")] },
        new() { Kind = AggregationKind.People, Measures = ["employment.placement"], Link = new PersonLink(PersonRelation.While, "merit.allowance_in_payment") },
        new() { Kind = AggregationKind.People, Measures = ["employment.placement"], Link = new PersonLink(PersonRelation.FollowedBy, "employment.placement", 1, 200) },
        new() { Kind = AggregationKind.StockPeople, Measures = ["merit.allowance_in_payment"], Link = new PersonLink(PersonRelation.And, "merit.allowance_in_payment") },
        new() { Kind = AggregationKind.Entered, Measures = [EngineEvents.Indicator] },
    ];

    static readonly Period[] Periods =
    [
        .. new[] { ReportingCalendar.Civil, ReportingCalendar.Statutory }.SelectMany(calendar => new[]
        {
            Period.OfYear(2023, calendar), Period.OfYear(2024, calendar), Period.OfYear(2025, calendar), Period.OfHalf(2024, 1, calendar), Period.OfQuarter(2024, 3, calendar),
            Period.OfMonth(2025, 7, calendar), Period.OfNineMonths(2025, calendar),
        }),
        Period.OfRange(new(2023, 1, 1), new(2025, 12, 31)), Period.OfRange(new(2023, 6, 20), new(2024, 1, 10)), Period.OfRange(new(2024, 6, 30), new(2024, 7, 1)),
        Period.OfRange(new(2024, 1, 2), new(2024, 6, 29)),
    ];

    [Fact]
    public async Task Figures_OfAnyHistory_AreThoseOfAnOracleThatKeepsEverything()
    {
        var histories = int.Parse(Environment.GetEnvironmentVariable("ANSINH_ENGINE_HISTORIES") ?? "2000", CultureInfo.InvariantCulture);
        var other = await ReportingHost.StartAsync();
        try
        {
            // One half beside the other, each in a database of its own, takes half the time wherever there are two processors.
            await Task.WhenAll(Task.Run(() => Check(reporting, histories - (histories / 2))), Task.Run(() => Check(other, histories / 2)));
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    static void Check(ReportingHost host, int histories)
    {
        var database = new EngineDatabase(host.Host.Services);
        Prop.ForAll(EngineCase.Arbitrary, one => CheckAsync(one, database).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(histories));
    }

    static async Task<Property> CheckAsync(EngineCase one, EngineDatabase database)
    {
        var story = AreaStory.Of(one.Areas).Told.OrderBy(told => told.Minute).ToList();
        var codes = story.Select(told => told.Told).OfType<AreaUnit>().Select(unit => unit.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        await using var engine = await EngineUnderTest.BeginAsync(database);
        var areas = new NaiveAreas();
        var oracle = new NaiveLedger(areas);
        var events = EngineEvents.Of(one.Events, [.. codes.Where(code => code.Length == 5)]);
        var (told, arrived, run) = (0, 0, 0);
        while (true)
        {
            // Up to the end of the run, first the units that are told by then.
            var count = events.Skip(arrived).TakeWhile(next => !next.EndsRun).Count() + 1;
            var batch = events.Skip(arrived).Take(count).ToList();
            var now = arrived + count >= events.Count ? int.MaxValue : batch[^1].ArrivesAt;
            var news = story.Skip(told).TakeWhile(next => next.Minute <= now).ToList();
            told += news.Count;
            await engine.TellAsync(news);
            foreach (var (minute, record) in news)
            {
                Tell(areas, minute, record);
            }

            // Source by source as subscriptions do, or all at once as a rebuild does.
            foreach (var together in batch.GroupBy(next => one.Events.Count % 2 == 0 ? next.Source : ""))
            {
                await engine.BookAsync([.. together]);
                together.ToList().ForEach(next => oracle.Arrive(next.Naive, now));
            }

            arrived += batch.Count;
            var isLast = arrived >= events.Count;
            foreach (var question in one.Questions.Where(question => question.AfterRun == run || (isLast && question.AfterRun >= run)))
            {
                if (await DifferenceAsync(engine, oracle, question, codes, now) is { } difference)
                {
                    return false.Label(difference);
                }
            }

            if (isLast)
            {
                return true.ToProperty();
            }

            run++;
        }
    }

    static async Task<string?> DifferenceAsync(EngineUnderTest engine, NaiveLedger oracle, Question question, List<string> codes, int now)
    {
        var period = Periods[question.Period % Periods.Length];
        var view = new FigureView
        {
            // Every other one at the very moment at which something was saved: that is known then, too.
            AsOf = question.AsOf is { } minute ? EngineEvents.Moment(minute).AddSeconds(question.Period % 2 == 0 ? 0 : 30) : null,
            Outline = question.Outline is { } day ? AreaStory.Days[day % AreaStory.Days.Length].AddDays(day % 2 - 1) : null,
        };
        var code = codes[question.Area % codes.Count];
        var area = new AreaScope(code) { Below = question.Below && code.Length > 2 ? codes[question.Period % 5] : null };
        var requests = Asked.SelectMany(aggregation => Breakdowns(aggregation)
            .Select(dimensions => new AggregationRequest
            {
                Aggregation = aggregation,
                From = aggregation.Kind is AggregationKind.Stock or AggregationKind.StockPeople or AggregationKind.Entered ? DateOnly.MinValue : period.From,
                To = period.To,
                Area = area,
                View = view,
                Dimensions = dimensions,
            })).ToList();
        var (found, expected) = (await engine.AnswerAsync(requests), await oracle.AnswerAsync(requests, question.AsOf, now));
        var wrong = Enumerable.Range(0, requests.Count).FirstOrDefault(index => Text(found[index]) != Text(expected[index]), -1);
        return wrong < 0 ? null : $"{requests[wrong].Aggregation} by [{string.Join(',', requests[wrong].Dimensions)}] of {area} over {period} through {view}: "
            + $"the engine says {Text(found[wrong])}, the oracle {Text(expected[wrong])}";
    }

    internal static IReadOnlyList<string>[] Breakdowns(Aggregation aggregation) => aggregation.Kind switch
    {
        AggregationKind.Count or AggregationKind.People => [[], ["channel"]],
        AggregationKind.PeopleDuring => [[], ["category"]],
        _ => [[]],
    };

    internal static string Text(AggregationAnswer answer) => answer.Members.Count == 0 ? $"{answer.Value}" : string.Join(' ', answer.Members
        .Where(member => !member.Value.IsZero).OrderBy(member => member.Key[0], StringComparer.Ordinal).Select(member => $"{member.Key[0]}={member.Value}"));

    static void Tell(NaiveAreas areas, int minute, object told)
    {
        if (told is AreaUnit unit)
        {
            areas.Tell(minute, unit);
        }
        else
        {
            areas.Tell(minute, (AreaSuccession)told);
        }
    }
}

/// <summary>The engine's model takes two cores for half a minute, in which hosts of other tests could not stop in time.</summary>
[CollectionDefinition(nameof(EngineModelTests), DisableParallelization = true)]
public sealed class EngineModelAlone;
