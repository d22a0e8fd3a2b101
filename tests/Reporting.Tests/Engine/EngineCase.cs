using FsCheck;
using FsCheck.Fluent;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>One change of the units: what, to which, told when. Numbers are taken modulo what there is.</summary>
public sealed record AreaStep(AreaChange Change, int Unit, int Other, int Day, int ToldAt);

/// <summary>What happens to a unit.</summary>
public enum AreaChange
{
    Merge,
    MergeIntoNewWithSameCode,
    SplitIntoNew,
    SplitIntoItself,
    OnePartKnown,
    Rename,
    Move,
    AbolishDistrict,
    MergeProvinces,
    WrongMergerCorrected,
    WrongUnitWithdrawn,
    CodeReused,
}

/// <summary>One event of a source; the minute of its saving is its place in the stream. It arrives some places later.</summary>
public sealed record EventStep(EventKind Kind, int Which, int Person, int Day, int Commune, int Channel, int Late, bool EndsRun);

/// <summary>What an event says.</summary>
public enum EventKind
{
    Placed,
    PlacedToo,
    Corrected,
    Voided,
    Started,
    Ended,
    Enrolled,
    Joined,
    Signed,
    Withdrawn,
    Repeated,
}

/// <summary>What is asked when the events up to a place have arrived: all kinds of figures for a period, an area and a view.</summary>
public sealed record Question(int AfterRun, int Period, int? AsOf, int? Outline, int Area, bool Below);

/// <summary>A generated history: units, events, and questions on the way.</summary>
public sealed record EngineCase(IReadOnlyList<AreaStep> Areas, IReadOnlyList<EventStep> Events, IReadOnlyList<Question> Questions)
{
    /// <summary>Minutes of the whole; the events are saved in the first of them.</summary>
    public const int Minutes = 40;

    public static Arbitrary<EngineCase> Arbitrary => Arb.From(
        from areas in ListOf(0, 4, AreaSteps)
        from events in ListOf(3, 24, EventSteps)
        from questions in ListOf(3, 5, QuestionSteps)
        select new EngineCase(areas, events, [.. questions.Select(question => AtTheMoment(question, events))]),
        Smaller);

    // The days on which units change and those before them: what is off by a day shows only there.
    static int[] Edges { get; } = [.. AreaStory.Days.Select(day => day.DayNumber - EngineEvents.Day(0).DayNumber).SelectMany(day => new[] { day - 1, day })];

    // People are joined and figures withdrawn seldom, and what is off by a moment shows only at that very moment.
    static Question AtTheMoment(Question question, IReadOnlyList<EventStep> events)
    {
        List<int> moments = [.. Enumerable.Range(0, events.Count).Where(minute => events[minute].Kind is EventKind.Joined or EventKind.Withdrawn)];
        return question.AsOf is null || question.Period % 3 > 0 || moments.Count == 0 ? question : question with { AsOf = moments[question.Area % moments.Count] };
    }

    static Gen<AreaStep> AreaSteps =>
        from change in Gen.Elements(Enum.GetValues<AreaChange>())
        from unit in Gen.Choose(0, 20)
        from other in Gen.Choose(0, 20)
        from day in Gen.Choose(0, 3)
        from told in Gen.Choose(0, 2)
        select new AreaStep(change, unit, other, day, told * Minutes / 3);

    static Gen<EventStep> EventSteps =>
        from kind in Gen.Elements(Enum.GetValues<EventKind>())
        from which in Gen.Choose(0, 99)
        from person in Gen.Choose(0, 4)
        from day in Gen.Frequency((1, Gen.Choose(0, 1095)), (1, Gen.Elements(Edges)))
        from commune in Gen.Choose(0, 30)
        from channel in Gen.Choose(0, 2)
        from late in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        from endsRun in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        select new EventStep(kind, which, person, day, commune, channel, late, endsRun);

    static Gen<Question> QuestionSteps =>
        from after in Gen.Frequency((1, Gen.Choose(0, 30)), (1, Gen.Constant(99)))
        from period in Gen.Choose(0, 99)
        from asOf in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(-2, Minutes).Select(minute => (int?)minute))
        from outline in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 8).Select(day => (int?)day))
        from area in Gen.Choose(0, 40)
        from below in Gen.Elements(false, false, true)
        select new Question(after, period, asOf, outline, area, below);

    /// <summary>As a person reads it: one line a step.</summary>
    public override string ToString() => string.Join('\n', [
        "", .. Areas.Select((step, index) => $"  area {index}: {step}"), .. Events.Select((step, index) => $"  event {index}: {step}"), .. Questions.Select(one => $"  ask {one}"), ""]);

    static Gen<IReadOnlyList<T>> ListOf<T>(int least, int most, Gen<T> one) =>
        Gen.Choose(least, most).SelectMany(count => one.ListOf(count)).Select(list => (IReadOnlyList<T>)[.. list]);

    static IEnumerable<EngineCase> Smaller(EngineCase whole) =>
    [
        .. Without(whole.Questions).Where(rest => rest.Count > 0).Select(rest => whole with { Questions = rest }),
        .. Without(whole.Areas).Select(rest => whole with { Areas = rest }),
        .. Without(whole.Events).Select(rest => whole with { Events = rest }),
        .. whole.Questions.Select((one, index) => (one, index)).Where(pair => pair.one.AsOf is not null)
            .Select(pair => whole with { Questions = [.. whole.Questions.Select((one, index) => index == pair.index ? one with { AsOf = null } : one)] }),
        .. whole.Events.Select((one, index) => (one, index)).Where(pair => pair.one.Late > 0)
            .Select(pair => whole with { Events = [.. whole.Events.Select((one, index) => index == pair.index ? one with { Late = 0 } : one)] }),
    ];

    static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list) =>
        list.Count < 4 ? One(list) : [[.. list.Take(list.Count / 2)], [.. list.Skip(list.Count / 2)], .. One(list)];

    static IEnumerable<IReadOnlyList<T>> One<T>(IReadOnlyList<T> list) =>
        Enumerable.Range(0, list.Count).Select(left => (IReadOnlyList<T>)[.. list.Where((_, index) => index != left)]);
}
