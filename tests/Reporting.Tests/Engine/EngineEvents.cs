using System.Globalization;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Tests.Formulas;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>One event, once as its source tells it and once as the oracle understands it.</summary>
public sealed record EngineEvent(string Source, EventEnvelope Envelope, NaiveEvent Naive, int ArrivesAt, bool EndsRun);

/// <summary>Turns the steps of a case into events.</summary>
public static class EngineEvents
{
    public const string Indicator = "EMP-13";
    static readonly string[] Channels = ["domestic", "loan", "overseas_contract"];
    static readonly string[] Categories = ["TB", "TB", "LS"];

    /// <summary>Moment of a minute.</summary>
    public static DateTimeOffset Moment(int minute) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    public static DateOnly Day(int number) => new DateOnly(2023, 1, 1).AddDays(number);

    /// <summary>The events in the order in which they arrive.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="codes">Commune codes that records may bear.</param>
    public static List<EngineEvent> Of(IReadOnlyList<EventStep> steps, IReadOnlyList<string> codes)
    {
        var all = new List<EngineEvent>();
        var heads = new List<EngineEvent>();
        for (var minute = 0; minute < steps.Count; minute++)
        {
            var step = steps[minute];
            var (commune, day) = (codes[step.Commune % codes.Count], Day(step.Day));
            var head = heads.Count > 0 ? heads[step.Which % heads.Count] : null;
            var signed = all.Where(one => one.Naive.Signed is not null).ToList();
            var (source, envelope, naive) = step.Kind switch
            {
                EventKind.Corrected when head is not null => Corrected(head, step, commune, day),
                EventKind.Voided when head is not null => ("employment", Told.Voided(head.Envelope), new NaiveEvent { Id = default, SavedAt = 0, Replaces = head.Envelope.EventId }),
                EventKind.Started => InPayment(new EntitlementStarted { Scheme = "merit.allowance", PersonKey = Told.Key(step.Person), Category = Categories[step.Channel] }, step, commune, day, 1),
                EventKind.Ended => InPayment(new EntitlementEnded { Scheme = "merit.allowance", PersonKey = Told.Key(step.Person), Category = Categories[step.Channel], Reason = "moved" }, step, commune, day, -1),
                EventKind.Joined => ("employment", Told.Identified(step.Person, step.Which % 5), new NaiveEvent { Id = default, SavedAt = 0, Join = (step.Person, step.Which % 5) }),
                EventKind.Signed => Signed(step, commune, day),
                EventKind.Withdrawn when signed.Count > 0 => Withdrawn(signed[step.Which % signed.Count].Envelope),
                EventKind.Repeated when all.Count > 0 => (all[step.Which % all.Count].Source, all[step.Which % all.Count].Envelope, all[step.Which % all.Count].Naive),
                _ => Recorded(step, commune, day),
            };
            if (naive.Id == default)
            {
                (envelope, naive) = (envelope with { RecordedAt = Moment(minute) }, naive with { Id = envelope.EventId, SavedAt = minute });
                all.Add(new EngineEvent(source, envelope, naive, minute + step.Late, step.EndsRun));
                heads.RemoveAll(one => one.Naive.Id == naive.Replaces);
                if (source == "employment" && naive.Record is not null)
                {
                    heads.Add(all[^1]);
                }
            }
            else
            {
                all.Add(new EngineEvent(source, envelope, naive, minute + step.Late, step.EndsRun));
            }
        }

        return [.. all.OrderBy(one => one.ArrivesAt)];
    }

    static (string, EventEnvelope, NaiveEvent) Recorded(EventStep step, string commune, DateOnly day)
    {
        var content = Told.Placement(step.Person, day, commune, Channels[step.Channel]);
        return ("employment", Told.Recorded(content), Placed(step, commune, day, null));
    }

    static (string, EventEnvelope, NaiveEvent) Corrected(EngineEvent head, EventStep step, string commune, DateOnly day)
    {
        if (step.Day % 2 == 0)
        {
            // Nothing was wrong but the commune: the person is taken away and put elsewhere on one day.
            var before = head.Naive.Record!;
            (step, day) = (step with { Person = int.Parse(before.Person!, CultureInfo.InvariantCulture), Channel = Array.IndexOf(Channels, before.Dimensions["channel"]) }, before.Day);
        }

        return ("employment", Told.Corrected(head.Envelope, Told.Placement(step.Person, day, commune, Channels[step.Channel])), Placed(step, commune, day, head.Envelope.EventId));
    }

    static NaiveEvent Placed(EventStep step, string commune, DateOnly day, Guid? replaces) => new()
    {
        Id = default,
        SavedAt = 0,
        Replaces = replaces,
        Area = commune,
        Record = new PlainRecord
        {
            Measure = "employment.placement",
            Day = day,
            Person = Text(step.Person),
            Quantity = 1,
            Amount = Channels[step.Channel] == "loan" ? 50_000_000 : 0,
            Dimensions = new Dictionary<string, string> { ["channel"] = Channels[step.Channel] },
        },
    };

    static (string, EventEnvelope, NaiveEvent) InPayment(object record, EventStep step, string commune, DateOnly day, int sign) => ("merit", Told.Event(record, day, commune), new NaiveEvent
    {
        Id = default,
        SavedAt = 0,
        Area = commune,
        Record = new PlainRecord { Measure = "merit.allowance_in_payment", Day = day, Person = Text(step.Person), Sign = sign, Quantity = 1, Dimensions = new Dictionary<string, string> { ["category"] = Categories[step.Channel] } },
    });

    static (string, EventEnvelope, NaiveEvent) Signed(EventStep step, string commune, DateOnly day)
    {
        var value = Text(step.Which + 1);
        return ("employment", Told.Event(new SurveyedFigureSigned { Indicator = Indicator, Value = value, Source = "thử" }, day, commune), new NaiveEvent
        {
            Id = default,
            SavedAt = 0,
            Area = commune,
            Signed = (Indicator, day, Rational.Parse(value)),
        });
    }

    static (string, EventEnvelope, NaiveEvent) Withdrawn(EventEnvelope signed) => (
        "employment",
        Told.Event(new SurveyedFigureWithdrawn { Indicator = Indicator, Replaces = signed.EventId }, signed.OccurredOn, signed.AreaCode),
        new NaiveEvent { Id = default, SavedAt = 0, Withdraws = signed.EventId });

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
