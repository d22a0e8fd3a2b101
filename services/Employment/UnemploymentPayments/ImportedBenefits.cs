using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>What the people of a chunk of an import receive already, found with two look-ups, and what the chunk adds.</summary>
public sealed class ImportedBenefits
{
    readonly Dictionary<string, Person> people;
    readonly Dictionary<Guid, List<Entitlement>> benefits;
    readonly List<Person> newPeople = [];
    readonly List<(Entitlement One, Person Person, string ToldFor)> added = [];

    ImportedBenefits(Dictionary<string, Person> people, Dictionary<Guid, List<Entitlement>> benefits) => (this.people, this.benefits) = (people, benefits);

    /// <summary>Looks people up by their person keys.</summary>
    public static async Task<ImportedBenefits> ReadAsync(EmploymentDb db, IEnumerable<string?> personKeys, CancellationToken cancellationToken)
    {
        var keys = personKeys.OfType<string>().Distinct().ToList();
        if (keys.Count == 0)
        {
            return new ImportedBenefits([], []);
        }

        var people = await db.Set<Person>().AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.PersonKey)).ToDictionaryAsync(
            one => one.PersonKey, StringComparer.Ordinal, cancellationToken);
        var ids = people.Values.Select(person => person.Id).ToList();
        var rows = await db.Set<Entitlement>().AsNoTracking()
            .Where(one => one.Scheme == UnemploymentScheme.Code && EF.Parameter(ids).Contains(one.PersonId)).ToListAsync(cancellationToken);
        return new ImportedBenefits(people, rows.GroupBy(one => one.PersonId).ToDictionary(group => group.Key, group => group.ToList()));
    }

    /// <summary>The person of a key; null for nobody.</summary>
    public Person? Find(string personKey) => people.GetValueOrDefault(personKey);

    /// <summary>What somebody receives, received or will receive.</summary>
    public IReadOnlyList<Entitlement> Of(Person person) => benefits.GetValueOrDefault(person.Id, []);

    /// <summary>Adds a person whom the chunk registers.</summary>
    public void Add(Person person)
    {
        people.Add(person.PersonKey, person);
        newPeople.Add(person);
    }

    /// <summary>Adds a benefit that the chunk puts into payment.</summary>
    /// <param name="one">The benefit.</param>
    /// <param name="person">Who receives it.</param>
    /// <param name="toldFor">Commune in its first month, which may lie before the first month paid here.</param>
    public void Add(Entitlement one, Person person, string toldFor)
    {
        if (!benefits.TryGetValue(person.Id, out var list))
        {
            benefits.Add(person.Id, list = []);
        }

        list.Add(one);
        added.Add((one, person, toldFor));
    }

    /// <summary>Inserts the new people and benefits and tells of them, inside the open transaction.</summary>
    /// <param name="db">The scope's database.</param>
    /// <param name="events">Events of the chunk.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteAsync(EmploymentDb db, List<OutboxRow> events, CancellationToken cancellationToken)
    {
        foreach (var (one, person, toldFor) in added)
        {
            var told = db.Draft(EntitlementBook<EmploymentDb>.Started(one, person), one.Id, PayMonth.FirstDay(one.StartMonth), toldFor);
            one.ToldBy = told.EventId;
            events.Add(told);
        }

        await BulkInsert.InsertAsync(db, newPeople, cancellationToken);
        await BulkInsert.InsertAsync(db, [.. added.Select(benefit => benefit.One)], cancellationToken);
    }
}
