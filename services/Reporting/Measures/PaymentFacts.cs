using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the events of recurring benefits mean to the ledger, whichever service pays them: each scheme has measures of its own.</summary>
static class PaymentFacts
{
    static readonly Dictionary<string, Keys> Schemes = PaymentMeasures.Schemes.ToDictionary(
        one => one.Key,
        one => new Keys(
            MeasureKey.Of(one.Value.InPayment.Code), MeasureKey.Of(one.Value.Payment.Code), MeasureKey.Of(one.Value.PaidPerson.Code),
            MeasureKey.Of(one.Value.Receivable.Code), MeasureKey.Of(one.Value.Recovered.Code)),
        StringComparer.Ordinal);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<EntitlementStarted>((told, envelope) => InPayment(told.Scheme, told.PersonKey, told.Category, told.Sex, envelope, 1)),
        BookingRule.For<EntitlementEnded>((told, envelope) => InPayment(told.Scheme, told.PersonKey, told.Category, told.Sex, envelope, -1)),
        BookingRule.For<PaymentsConfirmed>((told, envelope) => Payments(told.Scheme, told.Groups, envelope, 1)),
        BookingRule.For<PaymentsReversed>((told, envelope) => Payments(told.Scheme, told.Groups, envelope, -1)),
        BookingRule.For<OverpaymentAssessed>((told, envelope) => Amounts(told.Scheme, told.AmountVnd, envelope, 1, recovered: false)),
        BookingRule.For<OverpaymentRecovered>((told, envelope) => Amounts(told.Scheme, told.AmountVnd, envelope, -1, recovered: true)),
        BookingRule.For<OverpaymentWaived>((told, envelope) => Amounts(told.Scheme, told.AmountVnd, envelope, -1, recovered: false)),
    ];

    static Booking InPayment(string scheme, string personKey, string category, string? sex, EventEnvelope envelope, int sign) =>
        Schemes.TryGetValue(scheme, out var keys)
            ? Booking.OfPerson(personKey, person =>
            [
                BookingEntry.Of(keys.InPayment, envelope, DimensionSet.Of(("category", category), ("sex", sex))) with { Person = person, Sign = sign },
            ])
            : Unknown(scheme);

    static Booking Payments(string scheme, IReadOnlyList<PaymentGroup> groups, EventEnvelope envelope, int sign)
    {
        if (!Schemes.TryGetValue(scheme, out var keys))
        {
            return Unknown(scheme);
        }

        var entries = new List<BookingEntry>();
        foreach (var group in groups)
        {
            var entry = BookingEntry.Of(keys.Payment, envelope, DimensionSet.Of(("category", group.Category))) with { Sign = sign };
            entries.Add(entry with { Quantity = group.Payments, AmountVnd = group.AmountVnd });
            if (PersonKey.AddEach(entries, entry with { Measure = keys.PaidPerson }, group.PersonKeys) is { } malformed)
            {
                return PersonKey.Malformed(malformed);
            }
        }

        return new Booking { Entries = entries };
    }

    static Booking Amounts(string scheme, long amount, EventEnvelope envelope, int sign, bool recovered)
    {
        if (!Schemes.TryGetValue(scheme, out var keys))
        {
            return Unknown(scheme);
        }

        var entry = BookingEntry.Of(keys.Receivable, envelope) with { AmountVnd = amount, Sign = sign };
        return recovered ? Booking.Of(entry, entry with { Measure = keys.Recovered, Sign = 1 }) : Booking.Of(entry);
    }

    // A newer build may know it: parked, the event waits for that.
    static Booking Unknown(string scheme) => Booking.Failed("scheme.unknown", $"There are no measures for the benefit scheme \"{scheme}\".");

    sealed record Keys(int InPayment, int Payment, int PaidPerson, int Receivable, int Recovered);
}
