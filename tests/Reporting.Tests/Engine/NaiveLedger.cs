using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Tests.Formulas;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>One event as the oracle understands it.</summary>
public sealed record NaiveEvent
{
    public required Guid Id { get; init; }

    public required int SavedAt { get; init; }

    public Guid? Replaces { get; init; }

    public PlainRecord? Record { get; init; }

    /// <summary>Area code of the record or the signed figure.</summary>
    public string Area { get; init; } = "";

    public (int Former, int Person)? Join { get; init; }

    public (string Indicator, DateOnly Day, Rational Value)? Signed { get; init; }

    public Guid? Withdraws { get; init; }
}

/// <summary>
/// The oracle: keeps every event, and answers each question by going through all of them: which were saved by then, which still stand, who
/// was known to be whom, and where each record counts. The arithmetic is that of the oracle of formulas.
/// </summary>
/// <param name="areas">The units.</param>
public sealed class NaiveLedger(NaiveAreas areas)
{
    readonly List<NaiveEvent> booked = [];
    readonly List<NaiveEvent> waiting = [];

    /// <summary>An event arrives; copies change nothing, and what comes before what it replaces waits for it.</summary>
    public void Arrive(NaiveEvent told, int minute)
    {
        if (booked.Exists(one => one.Id == told.Id))
        {
            return;
        }

        waiting.RemoveAll(one => one.Id == told.Id);
        if (told.Record is { } record && areas.Bearer(minute, told.Area, record.Day) is null)
        {
            return;
        }

        if ((told.Replaces ?? told.Withdraws) is { } needed && !booked.Exists(one => one.Id == needed))
        {
            waiting.Add(told);
            return;
        }

        booked.Add(told);
        foreach (var next in waiting.Where(one => (one.Replaces ?? one.Withdraws) == told.Id).ToList())
        {
            Arrive(next, minute);
        }
    }

    public async Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, int? asOf, int now)
    {
        var (moment, areaMoment) = (asOf ?? int.MaxValue, Math.Min(asOf ?? now, now));
        var seen = booked.Where(one => one.SavedAt <= moment).ToList();
        var standing = seen.Where(one => !seen.Exists(other => other.Replaces == one.Id)).ToList();
        var outline = requests[0].View.Outline;
        var figures = new InMemoryFigures();
        figures.Records.AddRange(standing.Where(one => one.Record is not null).Select(one => one.Record! with
        {
            AreaPath = areas.PathOf(areaMoment, one.Area, one.Record.Day, outline),
            Person = Root(seen, one.Record.Person),
        }));
        figures.Entries.AddRange(standing.Where(one => !seen.Exists(other => other.Withdraws == one.Id) && one.Signed is { } signed && IsOf(one, signed.Day))
            .OrderBy(one => one.Signed!.Value.Day).ThenBy(one => one.SavedAt).Select(one => one.Signed!.Value));
        return await figures.AnswerAsync(requests, CancellationToken.None);

        bool IsOf(NaiveEvent one, DateOnly day) => outline is { } on
            ? areas.IsSame(areaMoment, one.Area, day, requests[0].Area.Code, on)
            : one.Area == requests[0].Area.Code;
    }

    static string? Root(List<NaiveEvent> seen, string? person)
    {
        if (person is null)
        {
            return null;
        }

        var known = new SortedSet<string>(StringComparer.Ordinal) { person };
        while (seen.Where(one => one.Join is not null).SelectMany(one => new[] { $"{one.Join!.Value.Former}", $"{one.Join.Value.Person}" }.Where(_ =>
            known.Contains($"{one.Join.Value.Former}") || known.Contains($"{one.Join.Value.Person}"))).Any(known.Add))
        {
        }

        return known.Min;
    }
}
