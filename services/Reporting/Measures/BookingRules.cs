using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AnSinh.Contracts.Events;
using AnSinh.Reporting.Catalogue;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>All rules by which events become facts, one file per source service. An event without a rule says nothing to the ledger.</summary>
public static class BookingRules
{
    static readonly FrozenDictionary<string, BookingRule> ByType =
        EmploymentFacts.Rules.ToFrozenDictionary(rule => EventTypes.Of(rule.RecordType).Name);

    /// <summary>The measures that the rules book.</summary>
    public static IReadOnlyList<MeasureDefinition> Measures { get; } = EmploymentMeasures.All;

    /// <summary>Their codes by key.</summary>
    public static IReadOnlyDictionary<int, string> MeasureCodes { get; } = MeasureKey.Codes(Measures);

    /// <summary>The sources whose events have rules.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["employment"];

    /// <summary>Says what an event means, or null when it means nothing to the ledger (also a type that only a newer build knows).</summary>
    public static Booking? Read(EventEnvelope told)
    {
        if (!ByType.TryGetValue(told.Type, out var rule))
        {
            return null;
        }

        try
        {
            return rule.Read(EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data))!, told);
        }
        catch (JsonException unreadable)
        {
            return Booking.Failed("event.unreadable", unreadable.Message);
        }
    }
}
