using AnSinh.MeritoriousPersons.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Finds meritorious persons in the caller's areas, and shows them.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="people">People as messages.</param>
public sealed class PersonBook(MeritDb db, RecordScope scope, PersonMessages people)
{
    /// <summary>Finds the record that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>merit_person.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public Task<MeritPerson> FindAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(ResourceName.Parse(PersonNames.Persons, name, "name"), cancellationToken);

    /// <inheritdoc cref="FindAsync(string, CancellationToken)"/>
    public async Task<MeritPerson> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var record = await db.MeritPersons.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("merit_person.not_found", "Không có người có công này.");
        scope.Require(record.AreaCode, record.AreaOn);
        return record;
    }

    /// <summary>Refuses a change to a voided record or one decided on another version.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>merit_person.voided</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public static void RequireInForce(MeritPerson record, string etag)
    {
        if (record.IsVoided)
        {
            throw Refusal.Precondition("merit_person.voided", "Bản ghi người có công này đã bị hủy, không thể thay đổi nữa.");
        }

        Etag.Check(record, etag, "etag");
    }

    /// <summary>The record, with relatives, for the answer to a command that is not saved yet: numbers always masked.</summary>
    public async Task<Wire.MeritPerson> ForCommandAsync(MeritPerson record, CancellationToken cancellationToken)
    {
        var message = Of(record, EtagAfterSaving.Of(db, record));
        message.Person = people.ForCommand((await db.Set<Person>().FindAsync([record.PersonId], cancellationToken))!);
        var relatives = await db.MeritRelatives.Where(one => one.MeritPersonId == record.Id).ToListAsync(cancellationToken);
        foreach (var relative in relatives.Union(db.MeritRelatives.Local.Where(one => one.MeritPersonId == record.Id)).OrderBy(one => one.Id))
        {
            message.Relatives.Add(Of(relative, people.ForCommand((await db.Set<Person>().FindAsync([relative.PersonId], cancellationToken))!)));
        }

        return message;
    }

    /// <summary>The record, with relatives, for a query.</summary>
    public async Task<Wire.MeritPerson> ForQueryAsync(MeritPerson record, CancellationToken cancellationToken)
    {
        var message = (await ForListAsync([record], cancellationToken))[0];
        var relatives = await db.MeritRelatives.AsNoTracking().Where(one => one.MeritPersonId == record.Id).OrderBy(one => one.Id)
            .Join(db.Set<Person>(), one => one.PersonId, person => person.Id, (relative, person) => new { relative, person }).ToListAsync(cancellationToken);
        message.Relatives.AddRange(relatives.Select(one => Of(one.relative, people.ForQuery(one.person, PersonNames.ReadIdentity))));
        return message;
    }

    /// <summary>Records of a list, without relatives, in their order.</summary>
    public async Task<IReadOnlyList<Wire.MeritPerson>> ForListAsync(IReadOnlyList<MeritPerson> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(one => one.PersonId).Distinct().ToList();
        var known = await db.Set<Person>().AsNoTracking().Where(person => EF.Parameter(ids).Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        return
        [
            .. records.Select(record =>
            {
                var message = Of(record, Etag.Of(record));
                message.Person = people.ForQuery(known[record.PersonId], PersonNames.ReadIdentity);
                return message;
            }),
        ];
    }

    static Wire.Relative Of(MeritRelative relative, Contracts.Common.V1.Person person) => new()
    {
        Name = ResourceName.Format(PersonNames.Relatives, relative.Id),
        Person = person,
        Relation = (Wire.Relation)relative.Relation,
    };

    static Wire.MeritPerson Of(MeritPerson record, string etag) => new()
    {
        Name = ResourceName.Format(PersonNames.Persons, record.Id),
        Category = record.Category,
        AreaCode = record.AreaCode,
        RecognisedOn = record.RecognisedOn is { } day ? WireDate.Of(day) : null,
        DecisionNumber = record.DecisionNumber,
        InjuryPercent = record.InjuryPercent,
        Voided = record.IsVoided,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(record.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(record.UpdatedAt),
    };
}
