using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Areas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using AreaScope = AnSinh.Reporting.Formulas.AreaScope;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>
/// Figures of people that are asked again after every run, in units that do not change: what is kept of them is changed by each booking. Few
/// people and few days, so that who leaves comes back, who is joined was counted, and periods begin and end where something happens.
/// </summary>
[Collection(nameof(EngineModelTests))]
public sealed class PeopleCurveTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    const int Histories = 200;

    static readonly int[] Days = [0, 1, 29, 30, 31, 32, 58, 59, 60];
    static readonly EventKind[] Kinds =
        [EventKind.Placed, EventKind.Placed, EventKind.Corrected, EventKind.Voided, EventKind.Started, EventKind.Started, EventKind.Ended, EventKind.Ended, EventKind.Joined];

    static readonly List<Aggregation> Figures =
        [.. EngineModelTests.Asked.Where(figure => figure.Kind is AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring)];

    [Fact]
    public void People_AskedAgainAfterEveryRun_AreThoseOfAnOracle()
    {
        var database = new EngineDatabase(reporting.Host.Services);
        Prop.ForAll(Stories.ToArbitrary(), story => CheckAsync(story, database).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));
    }

    static Gen<Story> Stories =>
        from events in Events.ListOf(16)
        from periods in Periods.ListOf(2)
        from quiet in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 14)))
        select new Story([.. events], [.. periods], quiet);

    static Gen<EventStep> Events =>
        from kind in Gen.Elements(Kinds)
        from which in Gen.Choose(0, 99)
        from person in Gen.Choose(0, 2)
        from day in Gen.Elements(Days)
        from commune in Gen.Choose(0, 3)
        from channel in Gen.Choose(0, 2)
        from endsRun in Gen.Elements(true, false)
        select new EventStep(kind, which, person, day, commune, channel, 0, endsRun);

    static Gen<(DateOnly From, DateOnly To)> Periods =>
        from one in Gen.Elements(Days)
        from other in Gen.Elements(Days)
        from later in Gen.Choose(0, 1)
        select (EngineEvents.Day(Math.Min(one, other) + later), EngineEvents.Day(Math.Max(one, other) + later));

    static async Task<Property> CheckAsync(Story story, EngineDatabase database)
    {
        await using var engine = await EngineUnderTest.BeginAsync(database);
        var units = AreaStory.Of([]).Told;
        await engine.TellAsync(units);
        var areas = new NaiveAreas();
        units.ForEach(unit => areas.Tell(unit.Minute, (AreaUnit)unit.Told));
        var oracle = new NaiveLedger(areas);
        var events = EngineEvents.Of(story.Events, ["99001", "99002", "99003", "99004"]);
        for (var arrived = 0; arrived < events.Count;)
        {
            var batch = events.Skip(arrived).TakeWhile(one => !one.EndsRun).Count() + 1;
            var run = events.Skip(arrived).Take(batch).ToList();
            arrived += run.Count;
            await engine.BookAsync(run);
            run.ForEach(one => oracle.Arrive(one.Naive, int.MaxValue));
            if (arrived < story.Quiet)
            {
                continue;
            }

            var asked = Asked(story.Periods);
            var (found, expected) = (await engine.AnswerAsync(asked), await oracle.AnswerAsync(asked, null, int.MaxValue));
            var wrong = Enumerable.Range(0, asked.Count).FirstOrDefault(at => EngineModelTests.Text(found[at]) != EngineModelTests.Text(expected[at]), -1);
            if (wrong >= 0)
            {
                return false.Label($"after event {arrived}: {asked[wrong].Aggregation} of {asked[wrong].Area.Code} from {asked[wrong].From} to {asked[wrong].To}: "
                    + $"the engine says {EngineModelTests.Text(found[wrong])}, the oracle {EngineModelTests.Text(expected[wrong])}");
            }
        }

        return true.ToProperty();
    }

    static List<AggregationRequest> Asked(IReadOnlyList<(DateOnly From, DateOnly To)> periods) =>
    [
        .. from period in periods
           from code in (string[])["97", "990"]
           from figure in Figures
           from dimensions in EngineModelTests.Breakdowns(figure)
           select new AggregationRequest
           {
               Aggregation = figure,
               From = figure.Kind == AggregationKind.StockPeople ? DateOnly.MinValue : period.From,
               To = period.To,
               Area = new AreaScope(code),
               Dimensions = dimensions,
           },
    ];

    // So many events arrive before anything is asked (Quiet): what was there at first stands otherwise in memory than what came later.
    sealed record Story(IReadOnlyList<EventStep> Events, IReadOnlyList<(DateOnly From, DateOnly To)> Periods, int Quiet)
    {
        public override string ToString() => string.Join('\n', ["", .. Events.Select((step, index) => $"  event {index}: {step}"), .. Periods.Select(one => $"  ask {one}"), ""]);
    }
}
