using AnSinh.MeritoriousPersons.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Registers a person in a category of the Ordinance; a person may hold several categories, each once.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a record must look like.</param>
/// <param name="registry">Finds and makes people.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterMeritPerson(MeritDb db, PersonRecordRules rules, PersonRegistry<MeritDb> registry, RecordScope scope, TimeProvider time)
{
    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>merit_person.duplicate</c>.</exception>
    public async Task<MeritPerson> RunAsync(Wire.RegisterMeritPersonRequest request, CancellationToken cancellationToken)
    {
        var sent = request.MeritPerson ?? new Wire.MeritPerson();
        var found = new List<Violation>();
        if (rules.Check(sent, VietnamDay.Today(time), found) is not var (draft, recognisedOn, areaOn))
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(sent.AreaCode, areaOn);
        var person = await registry.FindOrRegisterAsync(draft, cancellationToken);
        var twin = await db.MeritPersons.AsNoTracking().Where(one => one.PersonId == person.Id && one.Category == sent.Category && !one.IsVoided)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        if (twin is { } id)
        {
            var name = ResourceName.Format(PersonNames.Persons, id);
            throw new Refusal(RefusalKind.AlreadyExists, "merit_person.duplicate", $"Người này đã được ghi diện {sent.Category}: {name}.")
            {
                Metadata = new Dictionary<string, string> { ["merit_person"] = name },
            };
        }

        var record = new MeritPerson
        {
            Id = TimeOrderedId.Next(time),
            PersonId = person.Id,
            Category = sent.Category,
            AreaCode = sent.AreaCode,
            AreaOn = areaOn,
            RecognisedOn = recognisedOn,
            DecisionNumber = sent.DecisionNumber.Trim(),
            InjuryPercent = sent.InjuryPercent,
            VoidReason = "",
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        db.Add(record);
        return record;
    }
}
