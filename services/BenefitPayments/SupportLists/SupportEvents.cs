using AnSinh.Contracts.Events.Support.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>One entry as an event tells of it.</summary>
/// <param name="AreaCode">Commune.</param>
/// <param name="Day">Day of effect.</param>
/// <param name="Group">Group of the programme.</param>
/// <param name="AmountVnd">Amount in VND.</param>
/// <param name="PersonKey">Person key; null where people are not told.</param>
public readonly record struct ToldEntry(string AreaCode, DateOnly Day, SupportProgrammeGroup Group, long AmountVnd, string? PersonKey);

/// <summary>
/// Tells of entries, many in one event: folded by commune and day, so that a province's list costs some thousands of events instead of
/// hundreds of thousands. An event's text is bounded (4,000 characters), so a long fold is told in several.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
public sealed class SupportEvents<TDb>(TDb db, AreaDirectory areas)
    where TDb : ServiceDb
{
    // Measured on the JSON: a group with a 40-character code takes up to 150 characters, a person key 25; the rest of the record below 250.
    const int GroupCharacters = 150;
    const int KeyCharacters = 25;
    const int MostCharacters = 3_600;

    /// <summary>Rows of events that tell of approved entries.</summary>
    public IEnumerable<OutboxRow> Approved(ProgrammeWithGroups programme, IEnumerable<ToldEntry> entries) => Fold(
        programme.Programme, entries,
        groups => new SupportApproved { Kind = programme.Programme.KindName, Programme = programme.Programme.DisplayName, Groups = groups });

    /// <summary>Rows of events that tell of delivered entries.</summary>
    public IEnumerable<OutboxRow> Delivered(ProgrammeWithGroups programme, IEnumerable<ToldEntry> entries) => Fold(
        programme.Programme, entries,
        groups => new SupportDelivered { Kind = programme.Programme.KindName, Programme = programme.Programme.DisplayName, Groups = groups });

    /// <summary>Rows of events that book approved entries back.</summary>
    public IEnumerable<OutboxRow> Revoked(ProgrammeWithGroups programme, IEnumerable<ToldEntry> entries) => Fold(
        programme.Programme, entries,
        groups => new SupportRevoked { Kind = programme.Programme.KindName, Programme = programme.Programme.DisplayName, Groups = groups });

    /// <summary>Where an entry's commune lies on a later day.</summary>
    public string CommuneOn(SupportEntry entry, DateOnly day) => CommuneOnDay.Of(areas, entry.AreaCode, entry.DeclaredOn, day);

    IEnumerable<OutboxRow> Fold(SupportProgramme programme, IEnumerable<ToldEntry> entries, Func<IReadOnlyList<SupportGroup>, object> record) =>
        from place in entries.GroupBy(entry => (entry.AreaCode, entry.Day))
        from groups in Split(place)
        select db.Draft(record(groups), programme.Id, place.Key.Day, place.Key.AreaCode);

    static IEnumerable<IReadOnlyList<SupportGroup>> Split(IEnumerable<ToldEntry> entries)
    {
        var part = new Dictionary<string, Sum>(StringComparer.Ordinal);
        var characters = 0;
        foreach (var entry in entries)
        {
            if (characters > MostCharacters - GroupCharacters - KeyCharacters)
            {
                yield return Groups(part);
                part.Clear();
                characters = 0;
            }

            if (!part.TryGetValue(entry.Group.Code, out var sum))
            {
                part.Add(entry.Group.Code, sum = new Sum(entry.Group));
                characters += GroupCharacters;
            }

            characters += entry.PersonKey is null ? 0 : KeyCharacters;
            sum.Take(entry);
        }

        if (part.Count > 0)
        {
            yield return Groups(part);
        }
    }

    static List<SupportGroup> Groups(Dictionary<string, Sum> part) => [.. part.Values.Select(sum => sum.Told())];

    sealed class Sum(SupportProgrammeGroup group)
    {
        readonly List<string> keys = [];
        long entries;
        long amount;

        public void Take(ToldEntry entry)
        {
            entries++;
            amount = checked(amount + entry.AmountVnd);
            if (entry.PersonKey is { } key)
            {
                keys.Add(key);
            }
        }

        public SupportGroup Told() => new()
        {
            Group = group.Code,
            Recipient = group.RecipientName,
            Entries = entries,
            AmountVnd = amount,
            PersonKeys = keys.Count == 0 ? null : keys,
        };
    }
}
