using System.Collections.Concurrent;
using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Benchmarks.Scale;

/// <summary>
/// The logs of five sources over five years: event by event, each computed from its place. Most are recorded within days, some up to two
/// years late; corrections and voids name an event weeks or months before.
/// </summary>
/// <param name="areas">The units.</param>
/// <param name="calendar">When each was saved.</param>
sealed class ScaleEvents(ScaleAreas areas, ScaleCalendar calendar)
{
    static readonly string[] Names = ["employment", "training", "protection", "merit", "child"];

    // Events of a hundred, in the order of the sources.
    static readonly int[] Shares = [32, 22, 20, 14, 12];

    // What was placed on purpose, which a rebuild must read again as it was.
    readonly ConcurrentDictionary<long, EventEnvelope> placed = new();

    /// <summary>The sources.</summary>
    public static IReadOnlyList<string> Sources => Names;

    /// <summary>How many of a number of events are a source's.</summary>
    public static long SharedTo(string source, long events) => events * Shares[Array.IndexOf(Names, source)] / 100;

    /// <summary>An event.</summary>
    public EventEnvelope At(string source, long sequence)
    {
        var number = Array.IndexOf(Names, source);
        if (number == 0 && placed.TryGetValue(sequence, out var placement))
        {
            return placement;
        }

        var recordedAt = calendar.RecordedAt(source, sequence);
        return Envelope(number, sequence, ScaleContents.At(number, sequence, areas, at => calendar.RecordedAt(source, at)), recordedAt);
    }

    /// <summary>A placement of a new person at a chosen place, in the log of employment.</summary>
    public EventEnvelope Placement(long sequence, string province, DateOnly day)
    {
        var area = areas.Communes(province, day)[0];
        var placement = new PlacementContent { PersonKey = ScaleDraw.Person(int.MaxValue - (int)sequence), Channel = "domestic", StartDate = day, AreaCode = area };
        return placed[sequence] = Envelope(0, sequence, new ScaleTold(new PlacementRecorded { Placement = placement }, new ScalePlace("", area, day)), DateTimeOffset.UtcNow);
    }

    /// <summary>A stretch of a source's log.</summary>
    public List<EventEnvelope> Read(string source, long after, int most, long head)
    {
        var events = new List<EventEnvelope>((int)Math.Max(0, Math.Min(most, head - after)));
        for (var sequence = after + 1; sequence <= head && events.Count < most; sequence++)
        {
            events.Add(At(source, sequence));
        }

        return events;
    }

    static EventEnvelope Envelope(int source, long sequence, ScaleTold told, DateTimeOffset recordedAt) => new()
    {
        EventId = ScaleDraw.EventId(source, sequence),
        Sequence = sequence,
        Type = EventTypes.Of(told.Record.GetType()).Name,
        Subject = ScaleDraw.EventId(source + 8, sequence),
        OccurredOn = told.Place.Day,
        RecordedAt = recordedAt,
        AreaCode = told.Place.Area,
        SchemaVersion = 1,
        Actor = "bench",
        TraceParent = "",
        Data = Encoding.UTF8.GetString(EventTypes.Write(told.Record)),
    };
}

/// <summary>Whom an event is about, where and when it took effect.</summary>
/// <param name="Person">The person's key.</param>
/// <param name="Area">Commune.</param>
/// <param name="Day">Day of effect.</param>
/// <param name="Number">The person's number.</param>
readonly record struct ScalePlace(string Person, string Area, DateOnly Day, int Number = 0)
{
    // Of the people of a province, in round numbers those whom the sector knows.
    const int PeopleOfProvince = 250_000;

    /// <summary>Somebody of a province on a day; everybody has a home commune, which a merger may change.</summary>
    public static ScalePlace Of(ref ScaleDraw draw, ScaleAreas areas, DateOnly day)
    {
        var province = draw.Below(ScaleAreas.Provinces.Length);
        var person = province * PeopleOfProvince + draw.Below(PeopleOfProvince);
        return new ScalePlace(ScaleDraw.Person(person), "", day, person).On(areas, day);
    }

    /// <summary>The same person on another day.</summary>
    public ScalePlace On(ScaleAreas areas, DateOnly day)
    {
        var communes = areas.Communes(ScaleAreas.Provinces[Number / PeopleOfProvince], day);
        return this with { Area = communes[Number % communes.Length], Day = day };
    }

    /// <summary>Some of those who are known in a commune, by the same draw always.</summary>
    public static string[] People(ref ScaleDraw draw, int number)
    {
        var people = new string[number];
        for (var i = 0; i < number; i++)
        {
            people[i] = ScaleDraw.Person(draw.Below(ScaleAreas.Provinces.Length * PeopleOfProvince / 5));
        }

        return people;
    }
}

/// <summary>An event's content.</summary>
/// <param name="Record">The record.</param>
/// <param name="Place">Whom, where, when.</param>
sealed record ScaleTold(object Record, ScalePlace Place);
