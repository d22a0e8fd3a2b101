using System.Globalization;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Random lives of a few people, year after year: figures over stocks and across services are those of a plain list in memory.</summary>
public sealed class PeopleOverTimeModelTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    static readonly string[] Communes = [Told.CommuneOf447, Told.OtherCommuneOf447, Told.CommuneOf436];

    // All years so far: stocks look back without end.
    readonly List<(string Measure, int Person, DateOnly Day, string Commune, int Sign)> records = [];

    sealed record Step(int What, int Person, int Day, int Commune);

    static Gen<Step> Steps { get; } =
        from what in Gen.Choose(0, 7)
        from person in Gen.Choose(0, 5)
        from day in Gen.Choose(0, 364)
        from commune in Gen.Choose(0, 2)
        select new Step(what, person, day, commune);

    [Fact]
    public void Figures_OfAnyLives_AreThoseOfAPlainList() =>
        Prop.ForAll(Gen.ListOf(Steps).ToArbitrary(), steps => CheckAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(40));

    async Task<bool> CheckAsync(IReadOnlyList<Step> steps)
    {
        var year = reporting.NextYear();
        foreach (var source in steps.Select(step => Tell(step, year)).GroupBy(one => one.Source, one => one.Event))
        {
            await reporting.BookFromAsync(source.Key, [.. source]);
        }

        foreach (var (period, from, to) in new[] { ($"{year}", 1, 12), ($"{year}-Q2", 4, 6) })
        {
            var (first, last) = (new DateOnly(year, from, 1), new DateOnly(year, to, 1).AddMonths(1).AddDays(-1));
            foreach (var (area, communes) in new[] { ("42", Communes), ("447", Communes[..2]) })
            {
                bool In(string commune) => communes.Contains(commune);
                async Task Is(string indicator, Func<int, bool> counts) =>
                    (await reporting.FigureAsync(indicator, period, area)).ShouldBe(Enumerable.Range(0, 6).Count(counts).ToString(CultureInfo.InvariantCulture), $"{indicator} {period} {area}");

                await Is("MER-01", person => Sum("merit", person, last, In) > 0);
                await Is("XD-03", person => Sum("merit", person, last, In) > 0 && Sum("assistance", person, last) > 0);
                await Is("VOC-03", person => Enumerable.Range(-1, last.DayNumber - first.DayNumber + 2).Any(day => Sum("learner", person, first.AddDays(day), In) > 0));
                await Is("XD-01", person => Of("completion", person, first, last, In).Any(done => Of("placement", person, done, done.AddDays(183), _ => true).Any()));
                await Is("XD-04", person => Of("placement", person, first, last, In).Any(day => Sum("poor", person, day) > 0));
            }
        }

        return true;
    }

    long Sum(string measure, int person, DateOnly until, Func<string, bool>? within = null) =>
        records.Where(one => one.Measure == measure && one.Person == person && one.Day <= until && within?.Invoke(one.Commune) != false).Sum(one => one.Sign);

    IEnumerable<DateOnly> Of(string measure, int person, DateOnly from, DateOnly to, Func<string, bool> within) =>
        records.Where(one => one.Measure == measure && one.Person == person && one.Day >= from && one.Day <= to && within(one.Commune)).Select(one => one.Day);

    (string Source, EventEnvelope Event) Tell(Step step, int year)
    {
        var day = new DateOnly(year, 1, 1).AddDays(step.Day);
        var (commune, key) = (Communes[step.Commune], Told.Key(step.Person));
        void Note(string measure, int sign) => records.Add((measure, step.Person, day, commune, sign));
        switch (step.What)
        {
            case 0 or 1:
                Note("merit", step.What == 0 ? 1 : -1);
                return ("merit", Told.Event(
                    step.What == 0
                        ? new EntitlementStarted { Scheme = "merit.allowance", PersonKey = key, Category = "TB" }
                        : new EntitlementEnded { Scheme = "merit.allowance", PersonKey = key, Category = "TB", Reason = "moved" },
                    day,
                    commune));
            case 2:
                Note("assistance", 1);
                return ("protection", Told.Event(new EntitlementStarted { Scheme = "protection.assistance", PersonKey = key, Category = "5.4" }, day, commune));
            case 3:
                Note("learner", 1);
                return ("training", Told.Event(
                    new TraineeEnrolled
                    {
                        Enrolment = new EnrolmentContent { PersonKey = key, Level = "college", EnrolledOn = day, AreaCode = commune, Institution = Guid.NewGuid(), RuralSubsidy = true },
                    },
                    day,
                    commune));
            case 4:
                Note("completion", 1);
                Note("learner", -1);
                return ("training", Told.Event(new TraineeCompleted { PersonKey = key, Level = "college" }, day, commune));
            case 5:
                Note("placement", 1);
                return ("employment", Told.Recorded(Told.Placement(step.Person, day, commune)));
            default:
                Note("poor", step.What == 6 ? 1 : -1);
                return ("protection", Told.Event(
                    new PovertyListApproved { Survey = Guid.NewGuid(), Before = [], Now = [], JoinedPoor = step.What == 6 ? [key] : [], LeftPoor = step.What == 6 ? [] : [key] },
                    day,
                    commune));
        }
    }
}
