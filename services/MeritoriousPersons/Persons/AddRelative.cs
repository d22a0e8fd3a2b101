using AnSinh.MeritoriousPersons.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Links a relative to a meritorious person.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="rules">What a person must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="time">Clock.</param>
public sealed class AddRelative(MeritDb db, PersonBook book, PersonRules rules, PersonRegistry<MeritDb> registry, TimeProvider time)
{
    /// <summary>Links.</summary>
    /// <exception cref="Refusal">As <see cref="PersonBook.FindAsync(string, CancellationToken)"/> and
    /// <see cref="PersonBook.RequireInForce"/>; INVALID_ARGUMENT with the field; ALREADY_EXISTS <c>relative.duplicate</c>.</exception>
    public async Task<MeritPerson> RunAsync(Wire.AddRelativeRequest request, CancellationToken cancellationToken)
    {
        var record = await book.FindAsync(request.Name, cancellationToken);
        PersonBook.RequireInForce(record, request.Etag);
        var sent = request.Relative ?? new Wire.Relative();
        var found = new List<Violation>();
        var relation = (Relation)sent.Relation;
        if (!Enum.IsDefined(relation))
        {
            found.Add(new Violation("relative.relation", "relative.relation_invalid", "Phải ghi quan hệ: cha mẹ, vợ chồng, con, người có công nuôi, người phục vụ hoặc người thờ cúng."));
        }

        var draft = rules.Check(sent.Person, "relative.person", VietnamDay.Today(time), null, found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var person = await registry.FindOrRegisterAsync(draft!, cancellationToken);
        if (person.Id == record.PersonId)
        {
            throw Refusal.Invalid("relative.person", "relative.same_person", "Thân nhân phải là người khác với người có công.");
        }

        if (await db.MeritRelatives.AnyAsync(one => one.MeritPersonId == record.Id && one.PersonId == person.Id && one.Relation == relation, cancellationToken))
        {
            throw Refusal.AlreadyExists("relative.duplicate", "Thân nhân này đã được ghi với cùng quan hệ.");
        }

        db.Add(new MeritRelative
        {
            Id = TimeOrderedId.Next(time),
            MeritPersonId = record.Id,
            PersonId = person.Id,
            Relation = relation,
            CreatedAt = time.GetUtcNow(),
        });
        record.UpdatedAt = time.GetUtcNow();
        return record;
    }
}
