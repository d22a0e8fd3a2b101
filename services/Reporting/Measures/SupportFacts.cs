using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;

namespace AnSinh.Reporting.Measures;

/// <summary>What the events of support lists and housing support mean to the ledger; who tells them becomes the dimension department.</summary>
static class SupportFacts
{
    const string Relief = "relief";
    const string Gift = "gift";
    static readonly int ReliefApproved = MeasureKey.Of(SupportMeasures.ReliefApproved.Code);
    static readonly int ReliefApprovedPerson = MeasureKey.Of(SupportMeasures.ReliefApprovedPerson.Code);
    static readonly int ReliefPaid = MeasureKey.Of(SupportMeasures.ReliefPaid.Code);
    static readonly int ReliefPaidPerson = MeasureKey.Of(SupportMeasures.ReliefPaidPerson.Code);
    static readonly int GiftApproved = MeasureKey.Of(SupportMeasures.GiftApproved.Code);
    static readonly int GiftDelivered = MeasureKey.Of(SupportMeasures.GiftDelivered.Code);
    static readonly int House = MeasureKey.Of(SupportMeasures.House.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.ForSourced<SupportApproved>((told, sourced) => Approved(told.Kind, told.Programme, told.Groups, sourced, 1)),
        BookingRule.ForSourced<SupportRevoked>((told, sourced) => Approved(told.Kind, told.Programme, told.Groups, sourced, -1)),
        BookingRule.ForSourced<SupportDelivered>((told, sourced) => told.Kind switch
        {
            Relief => Of(ReliefPaid, ReliefPaidPerson, told.Programme, told.Groups, sourced, 1),
            Gift => Of(GiftDelivered, null, told.Programme, told.Groups, sourced, 1),
            _ => Unknown(told.Kind),
        }),
        BookingRule.For<HousingCompleted>((told, envelope) => Booking.Of(
            BookingEntry.Of(House, envelope, DimensionSet.Of(("beneficiary", told.Beneficiary), ("fund", told.Fund), ("work", told.Work))) with
            {
                AmountVnd = told.AmountVnd,
            })),
        BookingRule.For<HousingVoided>((told, _) => Booking.Back(told.Replaces)),
    ];

    static Booking Approved(string kind, string programme, IReadOnlyList<SupportGroup> groups, SourcedEvent sourced, int sign) => kind switch
    {
        Relief => Of(ReliefApproved, ReliefApprovedPerson, programme, groups, sourced, sign),
        Gift => Of(GiftApproved, null, programme, groups, sourced, sign),
        _ => Unknown(kind),
    };

    static Booking Of(int measure, int? persons, string programme, IReadOnlyList<SupportGroup> groups, SourcedEvent sourced, int sign)
    {
        var entries = new List<BookingEntry>();
        foreach (var group in groups)
        {
            var dims = DimensionSet.Of(
                ("department", sourced.Source), ("group", group.Group), ("programme", programme), ("recipient", group.Recipient));
            var entry = BookingEntry.Of(measure, sourced.Event, dims) with { Sign = sign };
            entries.Add(entry with { Quantity = group.Entries, AmountVnd = group.AmountVnd });
            if (persons is { } each && PersonKey.AddEach(entries, entry with { Measure = each }, group.PersonKeys) is { } malformed)
            {
                return PersonKey.Malformed(malformed);
            }
        }

        return new Booking { Entries = entries };
    }

    // A newer build may know it: parked, the event waits for that.
    static Booking Unknown(string kind) => Booking.Failed("support.kind_unknown", $"There are no measures for support of the kind \"{kind}\".");
}
