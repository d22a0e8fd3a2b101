using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.People;

/// <summary>Finds people by what is known of them, and registers new ones.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="keys">Person keys.</param>
/// <param name="cipher">Encrypts numbers.</param>
/// <param name="time">Clock.</param>
public sealed class PersonRegistry<TDb>(TDb db, PersonKeys keys, FieldCipher cipher, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Finds the person of a draft, or registers it; inside a command.</summary>
    public async Task<Person> FindOrRegisterAsync(PersonDraft draft, CancellationToken cancellationToken)
    {
        var identity = Identity(draft, out var personKey);
        if (await FindAsync(identity, cancellationToken) is { } known)
        {
            return known;
        }

        var person = Make(draft, identity, personKey);
        db.Add(person);
        return person;
    }

    /// <summary>Finds the person whom another register of the service keeps under a person key, or registers it under that key; inside a command.</summary>
    /// <param name="draft">The person as the other register knows it.</param>
    /// <param name="personKey">Key in that register: of the citizen number, or local.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<Person> FindOrRegisterAsync(PersonDraft draft, string personKey, CancellationToken cancellationToken)
    {
        var identity = PersonIdentity.OfKey(personKey);
        if (await FindAsync(identity, cancellationToken) is { } known)
        {
            return known;
        }

        var person = Make(draft, personKey);
        db.Add(person);
        return person;
    }

    /// <summary>Makes a person under a person key that another register of the service gave; adds nothing to the database.</summary>
    public Person Make(PersonDraft draft, string personKey) => Make(draft, PersonIdentity.OfKey(personKey), personKey);

    /// <summary>Follows another register of the service that gave somebody a citizen number, or a new one; nothing when nobody has the former key.</summary>
    /// <param name="formerKey">Person key until now.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task FollowAsync(string formerKey, CitizenNumber number, CancellationToken cancellationToken)
    {
        if (await FindAsync(PersonIdentity.OfKey(formerKey), cancellationToken) is not { } person)
        {
            return;
        }

        person.PersonKey = keys.ForCitizenNumber(number.Digits);
        person.IdentityKey = PersonIdentity.OfKey(person.PersonKey);
        person.SealedNumber = cipher.Encrypt(number.Digits);
        person.UpdatedAt = time.GetUtcNow();
    }

    /// <summary>Finds the person of a draft, tracked; null when nobody is registered.</summary>
    public Task<Person?> FindAsync(PersonDraft draft, CancellationToken cancellationToken) => FindAsync(Identity(draft, out _), cancellationToken);

    /// <summary>Finds the person who has a citizen number, tracked; null when nobody is registered.</summary>
    public Task<Person?> FindAsync(CitizenNumber number, CancellationToken cancellationToken) =>
        FindAsync(PersonIdentity.OfKey(keys.ForCitizenNumber(number.Digits)), cancellationToken);

    /// <summary>Finds or makes the people of many drafts, with one look-up; for a bulk insert, inside its transaction or before it.</summary>
    /// <param name="drafts">The drafts; several may be one person.</param>
    /// <param name="added">Where the new people are added, each once, with version 1; the caller inserts them.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>One person a draft, in their order; not tracked.</returns>
    public async Task<IReadOnlyList<Person>> ResolveAsync(IReadOnlyList<PersonDraft> drafts, List<Person> added, CancellationToken cancellationToken)
    {
        var wanted = new (byte[] Identity, string? PersonKey)[drafts.Count];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = (Identity(drafts[i], out var personKey), personKey);
        }

        var known = await KnownAsync([.. wanted.Select(one => one.Identity)], cancellationToken);
        var people = new Person[drafts.Count];
        for (var i = 0; i < people.Length; i++)
        {
            if (!known.TryGetValue(wanted[i].Identity, out var person))
            {
                person = Make(drafts[i], wanted[i].Identity, wanted[i].PersonKey);
                person.Version = 1;
                known.Add(wanted[i].Identity, person);
                added.Add(person);
            }

            people[i] = person;
        }

        return people;
    }

    async Task<Dictionary<byte[], Person>> KnownAsync(List<byte[]> identities, CancellationToken cancellationToken) => identities.Count == 0
        ? new(HashedKeys.Instance)
        : await db.Set<Person>().AsNoTracking().Where(one => EF.Parameter(identities).Contains(one.IdentityKey))
            .ToDictionaryAsync(one => one.IdentityKey, HashedKeys.Instance, cancellationToken);

    Task<Person?> FindAsync(byte[] identity, CancellationToken cancellationToken) =>
        db.Set<Person>().Local.FirstOrDefault(one => HashedKeys.Instance.Equals(one.IdentityKey, identity)) is { } added
            ? Task.FromResult<Person?>(added)
            : db.Set<Person>().SingleOrDefaultAsync(one => one.IdentityKey == identity, cancellationToken);

    byte[] Identity(PersonDraft draft, out string? personKey)
    {
        personKey = draft.Number is { } number ? keys.ForCitizenNumber(number.Digits) : null;
        return personKey is null ? PersonIdentity.Of(draft) : PersonIdentity.OfKey(personKey);
    }

    Person Make(PersonDraft draft, byte[] identity, string? personKey)
    {
        var id = TimeOrderedId.Next(time);
        var now = time.GetUtcNow();
        return new Person
        {
            Id = id,
            PersonKey = personKey ?? keys.Local(id),
            IdentityKey = identity,
            SealedNumber = draft.Number is { } number ? cipher.Encrypt(number.Digits) : null,
            FullName = draft.FullName,
            Birth = draft.Birth,
            Sex = draft.Sex,
            AreaCode = draft.AreaCode,
            AreaOn = draft.AreaOn,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
