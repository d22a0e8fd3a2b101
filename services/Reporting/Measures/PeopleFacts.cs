using AnSinh.Reporting.Ledger;
using Employment = AnSinh.Contracts.Events.Employment.V1;
using People = AnSinh.Contracts.Events.People.V1;

namespace AnSinh.Reporting.Measures;

/// <summary>Events that say that two person keys are one person; employment has a record of its own, from before the other services.</summary>
static class PeopleFacts
{
    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<People.PersonIdentified>((told, _) => Of(told.FormerKey, told.PersonKey)),
        BookingRule.For<Employment.PersonIdentified>((told, _) => Of(told.FormerKey, told.PersonKey)),
    ];

    static Booking Of(string formerKey, string personKey)
    {
        if (PersonKey.Read(formerKey) is not { } former)
        {
            return PersonKey.Malformed(formerKey);
        }

        return PersonKey.Read(personKey) is { } person
            ? new Booking { Alias = new PersonAliasRow { Former = former, Canonical = person } }
            : PersonKey.Malformed(personKey);
    }
}
