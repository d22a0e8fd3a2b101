using System.Buffers.Text;
using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>Events as the employment service tells them; people are numbers.</summary>
public static class Told
{
    public const string CommuneOf447 = "18757";
    public const string OtherCommuneOf447 = "18760";
    public const string CommuneOf436 = "18073";

    static long sequence;

    public static PlacementContent Placement(int person, DateOnly day, string area = CommuneOf447, string channel = "domestic", string? sex = null) => new()
    {
        PersonKey = Key(person),
        Channel = channel,
        StartDate = day,
        AreaCode = area,
        Sex = sex,
        Market = channel == "overseas_contract" ? "JP" : null,
        LoanAmountVnd = channel == "loan" ? 50_000_000 : null,
    };

    public static EventEnvelope Recorded(PlacementContent placement) => Event(new PlacementRecorded { Placement = placement }, placement.StartDate, placement.AreaCode);

    public static EventEnvelope Corrected(EventEnvelope earlier, PlacementContent placement) =>
        Event(new PlacementCorrected { Replaces = earlier.EventId, Placement = placement, Reason = "sai" }, placement.StartDate, placement.AreaCode, earlier.Subject);

    public static EventEnvelope Voided(EventEnvelope earlier) =>
        Event(new PlacementVoided { Replaces = earlier.EventId, Reason = "trùng" }, earlier.OccurredOn, earlier.AreaCode, earlier.Subject);

    public static EventEnvelope Identified(int former, int person) =>
        Event(new PersonIdentified { FormerKey = Key(former), PersonKey = Key(person) }, new DateOnly(2020, 1, 1), "");

    public static EventEnvelope Event(object record, DateOnly day, string area, Guid? subject = null) => new()
    {
        EventId = TimeOrderedId.Next(TimeProvider.System),
        Sequence = Interlocked.Increment(ref sequence),
        Type = EventTypes.Of(record.GetType()).Name,
        Subject = subject ?? Guid.NewGuid(),
        OccurredOn = day,
        RecordedAt = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        AreaCode = area,
        SchemaVersion = 1,
        Actor = "tester",
        TraceParent = "",
        Data = Encoding.UTF8.GetString(EventTypes.Write(record)),
    };

    public static string Key(int person)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes[8..], person);
        return Base64Url.EncodeToString(bytes);
    }
}
