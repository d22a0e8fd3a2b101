using AnSinh.BenefitPayments.Entitlements;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>
/// Records the day on which a meritorious person or a relative died. The day stands with the natural person, in whatever category, and the
/// person's allowances end with the month of death.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="allowances">Ends the person's allowances.</param>
/// <param name="time">Clock.</param>
public sealed class RecordDeath(MeritDb db, PersonBook book, TurnEntitlement<MeritDb> allowances, TimeProvider time)
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>merit_person.not_found</c>, <c>relative.not_found</c>;
    /// PERMISSION_DENIED <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>person.died_already</c>.</exception>
    public async Task<MeritPerson> RunAsync(Wire.RecordDeathRequest request, CancellationToken cancellationToken)
    {
        var (record, personId) = await FindAsync(request.Name, cancellationToken);
        var person = (await db.Set<Person>().FindAsync([personId], cancellationToken))!;
        if (person.DiedOn is { } already)
        {
            throw Refusal.Precondition("person.died_already", $"Ngày mất đã được ghi: {VietnamDay.Text(already)}.");
        }

        await allowances.StopForDeathAsync(person, Day(request, person), cancellationToken);
        return record;
    }

    async Task<(MeritPerson Record, Guid PersonId)> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse(PersonNames.Relatives, name, out var id))
        {
            var record = await book.FindAsync(name, cancellationToken);
            return (record, record.PersonId);
        }

        var relative = await db.MeritRelatives.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("relative.not_found", "Không có thân nhân này.");
        return (await book.FindAsync(relative.MeritPersonId, cancellationToken), relative.PersonId);
    }

    DateOnly Day(Wire.RecordDeathRequest request, Person person)
    {
        var found = new List<Violation>();
        var day = WireDate.ToDay(request.DiedOn, "died_on", found);
        if (request.DiedOn is null)
        {
            found.Add(new Violation("died_on", "person.died_on_required", "Phải ghi ngày mất."));
        }
        else if (day > VietnamDay.Today(time))
        {
            found.Add(new Violation("died_on", "person.died_in_future", "Ngày mất không được ở trong tương lai."));
        }
        else if (day < person.Birth?.Earliest)
        {
            found.Add(new Violation("died_on", "person.died_before_birth", "Ngày mất không được trước ngày sinh."));
        }

        return found.Count > 0 ? throw Refusal.Invalid(found) : day!.Value;
    }
}
