using AnSinh.ChildProtection.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Registers a child with its circumstances and supports.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a child must look like.</param>
/// <param name="people">Finds and registers people.</param>
/// <param name="book">Adds to records.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
sealed class RegisterChild(ChildDb db, ChildRules rules, PersonRegistry<ChildDb> people, ChildBook book, RecordScope scope, TimeProvider time)
{
    const int MostParts = 14;

    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>child.registered</c>; FAILED_PRECONDITION <c>circumstance.overlaps</c>, <c>support.overlaps</c>, <c>support.no_circumstance</c>.</exception>
    public async Task<Child> RunAsync(Wire.RegisterChildRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Child ?? new Wire.Child();
        var today = VietnamDay.Today(time);
        var found = new List<Violation>();
        if (sent.Circumstances.Count is 0 or > MostParts || sent.Supports.Count > MostParts)
        {
            found.Add(new Violation("child.circumstances", "child.circumstances_required",
                $"Phải ghi từ 1 đến {MostParts} hoàn cảnh, và không quá {MostParts} hỗ trợ."));
            throw Refusal.Invalid(found);
        }

        var circumstances = sent.Circumstances.Select((one, at) => ChildRules.CheckCircumstance(one, $"child.circumstances[{at}]", today, found)).ToList();
        var supports = sent.Supports.Select((one, at) => ChildRules.CheckSupport(one, $"child.supports[{at}]", today, found)).ToList();
        var first = circumstances.Min(one => one?.StartedOn);
        var draft = rules.CheckPerson(sent.Person, "child.person", today, first, found);
        for (var at = 0; draft is not null && at < circumstances.Count; at++)
        {
            if (circumstances[at] is { } circumstance)
            {
                ChildRules.CheckAge(draft.Birth, circumstance.StartedOn, $"child.circumstances[{at}]", found);
            }
        }

        if (draft is null || found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft.AreaCode, draft.AreaOn);
        var person = await people.FindOrRegisterAsync(draft, cancellationToken);
        await RequireNewAsync(person, cancellationToken);
        var child = Of(draft, person, time);
        db.Add(child);
        circumstances.ForEach(one => book.Add(child, person, one!));
        supports.ForEach(one => book.Add(child, person, one!));
        return child;
    }

    /// <summary>A record of a person, without circumstances.</summary>
    public static Child Of(PersonDraft draft, Person person, TimeProvider time) => new()
    {
        Id = TimeOrderedId.Next(time),
        PersonId = person.Id,
        AreaCode = draft.AreaCode,
        AreaOn = draft.AreaOn,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    async Task RequireNewAsync(Person person, CancellationToken cancellationToken)
    {
        var known = await db.Children.AsNoTracking().Where(one => one.PersonId == person.Id)
            .Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            var name = ResourceName.Format(ChildMessages.Collection, id);
            throw new Refusal(RefusalKind.AlreadyExists, "child.registered", $"Trẻ em này đã có hồ sơ: {name}.")
            {
                Metadata = new Dictionary<string, string> { ["child"] = name },
            };
        }
    }
}
