using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>A row of an import, checked without the database.</summary>
sealed class EntitlementImportRow : ICheckedRow
{
    public required long Line { get; init; }

    public required IReadOnlyList<Violation> Violations { get; init; }

    public EntitlementDraft? Draft { get; init; }

    public PersonDraft? Person { get; init; }

    public string ReportCategory { get; init; } = "";
}

/// <summary>What a chunk of rows will change.</summary>
sealed class EntitlementPlan : IChunkPlan
{
    public ChunkResults Results { get; } = new();

    public List<Person> People { get; } = [];

    public List<(Entitlement One, Person Person)> Entitlements { get; } = [];
}

/// <summary>What the people of a chunk receive already, and what the chunk adds.</summary>
sealed class KnownEntitlements
{
    readonly Dictionary<byte[], Guid> byKey = new(HashedKeys.Instance);
    readonly Dictionary<Guid, List<(string Category, int? EndMonth)>> byPerson = [];

    public static async Task<KnownEntitlements> ReadAsync(
        ServiceDb db, string scheme, IReadOnlyList<Person> people, List<Person> added, CancellationToken cancellationToken)
    {
        var known = new KnownEntitlements();
        var fresh = added.Select(person => person.Id).ToHashSet();
        var ids = people.Select(person => person.Id).Where(id => !fresh.Contains(id)).Distinct().ToList();
        if (ids.Count > 0)
        {
            var rows = await db.Set<Entitlement>().AsNoTracking().Where(one => one.Scheme == scheme && EF.Parameter(ids).Contains(one.PersonId))
                .ToListAsync(cancellationToken);
            rows.ForEach(known.Add);
        }

        return known;
    }

    public Guid? Find(byte[] key) => byKey.TryGetValue(key, out var id) ? id : null;

    public IEnumerable<string> CategoriesOf(Guid person, int startMonth) => byPerson.TryGetValue(person, out var list)
        ? list.Where(one => one.EndMonth is not { } last || last >= startMonth).Select(one => one.Category)
        : [];

    public void Add(Entitlement one)
    {
        byKey[one.NaturalKey] = one.Id;
        if (!byPerson.TryGetValue(one.PersonId, out var list))
        {
            byPerson.Add(one.PersonId, list = []);
        }

        list.Add((one.Category, one.EndMonth));
    }
}
