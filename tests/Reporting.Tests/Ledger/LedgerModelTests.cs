using System.Globalization;
using AnSinh.ServiceKit.Events;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>Random streams of records, corrections and voids, in random runs with copies: the figures are those of a plain list in memory.</summary>
public sealed class LedgerModelTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    static readonly string[] Communes = [Told.CommuneOf447, Told.OtherCommuneOf447, Told.CommuneOf436];
    static readonly string[] Channels = ["domestic", "loan", "overseas_contract"];

    /// <summary>One step: what (0–5 record, 6–7 correct, 8 void, 9 repeat), of which earlier one, and what it says.</summary>
    sealed record Step(int What, int Which, int Person, int Day, int Commune, int Channel, bool EndsRun);

    static Gen<Step> Steps { get; } =
        from what in Gen.Choose(0, 9)
        from which in Gen.Choose(0, 1000)
        from person in Gen.Choose(0, 4)
        from day in Gen.Choose(0, 364)
        from commune in Gen.Choose(0, 2)
        from channel in Gen.Choose(0, 2)
        from endsRun in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        select new Step(what, which, person, day, commune, channel, endsRun);

    [Fact]
    public void Apply_OfAnyStream_GivesTheFiguresOfAPlainList() =>
        Prop.ForAll(Gen.ListOf(Steps).ToArbitrary(), steps => CheckAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60));

    async Task<bool> CheckAsync(IReadOnlyList<Step> steps)
    {
        var year = reporting.NextYear();
        var stands = new List<(EventEnvelope Event, Contracts.Events.Employment.V1.PlacementContent Content)>();
        var told = new List<EventEnvelope>();
        var run = new List<EventEnvelope>();
        foreach (var step in steps)
        {
            var content = Told.Placement(step.Person, new DateOnly(year, 1, 1).AddDays(step.Day), Communes[step.Commune], Channels[step.Channel]);
            var index = stands.Count == 0 ? -1 : step.Which % stands.Count;
            switch (step.What)
            {
                case 6 or 7 when index >= 0:
                    stands[index] = (Told.Corrected(stands[index].Event, content), content);
                    run.Add(stands[index].Event);
                    break;
                case 8 when index >= 0:
                    run.Add(Told.Voided(stands[index].Event));
                    stands.RemoveAt(index);
                    break;
                case 9 when told.Count > 0:
                    run.Add(told[step.Which % told.Count]);
                    break;
                default:
                    stands.Add((Told.Recorded(content), content));
                    run.Add(stands[^1].Event);
                    break;
            }

            told.Add(run[^1]);
            if (step.EndsRun)
            {
                await reporting.BookAsync([.. run]);
                run.Clear();
            }
        }

        if (run.Count > 0)
        {
            await reporting.BookAsync([.. run]);
        }

        await CompareAsync(year, [.. stands.Select(one => one.Content)]);
        return true;
    }

    async Task CompareAsync(int year, List<Contracts.Events.Employment.V1.PlacementContent> oracle)
    {
        foreach (var (period, from, to) in new[] { ($"{year}", 1, 12), ($"{year}-H1", 1, 6), ($"{year}-Q4", 10, 12) })
        {
            foreach (var (area, communes) in new[] { ("42", Communes), ("447", Communes[..2]), (Told.CommuneOf436, Communes[2..]) })
            {
                var expected = oracle.Where(one => one.StartDate.Month >= from && one.StartDate.Month <= to && communes.Contains(one.AreaCode)).ToList();
                (await reporting.FigureAsync("EMP-02", period, area)).ShouldBe(Text(expected.Count), $"EMP-02 {period} {area}");
                (await reporting.FigureAsync("EMP-01", period, area)).ShouldBe(Text(People(expected)), $"EMP-01 {period} {area}");
                var channels = expected.GroupBy(one => one.Channel).ToDictionary(group => group.Key, group => Text(People(group)));
                (await reporting.BreakdownAsync("EMP-01", period, "channel", area)).ShouldBe(channels, ignoreOrder: true);
            }
        }
    }

    static int People(IEnumerable<Contracts.Events.Employment.V1.PlacementContent> placements) => placements.Select(one => one.PersonKey).Distinct().Count();

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
