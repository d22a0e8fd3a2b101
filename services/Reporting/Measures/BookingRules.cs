using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AnSinh.Contracts.Events;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;

namespace AnSinh.Reporting.Measures;

/// <summary>All rules by which events become facts, one file per source service. An event without a rule says nothing to the ledger.</summary>
public static class BookingRules
{
    static readonly FrozenDictionary<string, BookingRule> ByType =
        new IReadOnlyList<BookingRule>[]
        {
            EmploymentFacts.Rules, TrainingFacts.Rules, PaymentFacts.Rules, SupportFacts.Rules, DossierFacts.Rules, MeritFacts.Rules, ProtectionFacts.Rules,
            ChildFacts.Rules, WorkFacts.Rules, PeopleFacts.Rules, SurveyFacts.Rules,
        }.SelectMany(rules => rules).ToFrozenDictionary(rule => EventTypes.Of(rule.RecordType).Name);

    /// <summary>The measures that the rules book.</summary>
    public static IReadOnlyList<MeasureDefinition> Measures { get; } =
    [
        .. EmploymentMeasures.All, .. TrainingMeasures.All, .. PaymentMeasures.All, .. SupportMeasures.All, .. DossierMeasures.All, .. MeritMeasures.All,
        .. ProtectionMeasures.All, .. ChildMeasures.All, .. WorkMeasures.All,
    ];

    /// <summary>Their codes by key.</summary>
    public static IReadOnlyDictionary<int, string> MeasureCodes { get; } = MeasureKey.Codes(Measures);

    /// <summary>The sources whose events have rules; reporting's own are the work programme's.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["employment", "training", "merit", "protection", "child", "reporting"];

    /// <summary>Says what an event means, or null when it means nothing to the ledger (also a type that only a newer build knows).</summary>
    public static Booking? Read(SourcedEvent sourced)
    {
        var told = sourced.Event;
        if (!ByType.TryGetValue(told.Type, out var rule))
        {
            return null;
        }

        try
        {
            return rule.Read(EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data))!, sourced);
        }
        catch (JsonException unreadable)
        {
            return Booking.Failed("event.unreadable", unreadable.Message);
        }
    }
}
