using AnSinh.ChildProtection.Ages;
using AnSinh.ChildProtection.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ChildProtection.Children;

/// <summary>What the use cases of children have in common: finding the record, adding to it, marking it changed.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="events">Tells.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
sealed class ChildBook(ChildDb db, RecordScope scope, ChildEvents events, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Finds the child that a request names, in the caller's areas, with all that it was and is in.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>child.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Child> FindAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ChildMessages.Collection, name, field);
        var child = await db.Children.Include(one => one.Circumstances).Include(one => one.Supports)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("child.not_found", "Không có hồ sơ trẻ em này.");
        scope.Require(child.AreaCode, child.AreaOn);
        return child;
    }

    /// <summary>Finds the child of a change, and who it is.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<(Child Child, Person Person)> FindForChangeAsync(string name, string etag, CancellationToken cancellationToken)
    {
        var child = await FindAsync(name, "name", cancellationToken);
        Etag.Check(child, etag, "etag");
        return (child, await PersonOfAsync(child, cancellationToken));
    }

    /// <summary>Who a child is.</summary>
    public Task<Person> PersonOfAsync(Child child, CancellationToken cancellationToken) => db.People.SingleAsync(
        one => one.Id == child.PersonId, cancellationToken);

    /// <summary>Adds a circumstance and tells of it.</summary>
    /// <param name="child">The child.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="draft">The circumstance.</param>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>circumstance.overlaps</c>, <c>circumstance.before_area</c>.</exception>
    public void Add(Child child, Person person, CircumstanceDraft draft)
    {
        if (Overlap(child, draft) is { } violation)
        {
            throw Refusal.Precondition(violation.Code, violation.Message);
        }

        // Codes are used again: before its first day, the code may have been another commune's.
        if (areas.Find(child.AreaCode, child.AreaOn) is { ValidFrom: { } from } && draft.StartedOn < from)
        {
            throw Refusal.Precondition(
                "circumstance.before_area",
                $"Mã địa bàn {child.AreaCode} của hồ sơ chỉ có hiệu lực từ ngày {VietnamDay.Text(from)}; hãy ghi ngày bắt đầu từ ngày đó.");
        }

        var areaCode = CommuneOnDay.Of(areas, child.AreaCode, child.AreaOn, draft.StartedOn);
        var added = Make(child, person, draft, areaCode);
        child.Circumstances.Add(added);
        db.Add(added);
        events.TellBegan(added, person);
    }

    /// <summary>Adds a support and tells of it.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>support.overlaps</c>, <c>support.no_circumstance</c>.</exception>
    public void Add(Child child, Person person, SupportDraft draft)
    {
        if (Overlaps(child, draft))
        {
            throw Refusal.Precondition("support.overlaps", "Trẻ em đã hưởng loại hỗ trợ này trong thời gian đó.");
        }

        var added = Make(child, draft) ?? throw Refusal.Precondition("support.no_circumstance", NoCircumstance(draft));
        child.Supports.Add(added);
        db.Add(added);
        events.TellBegan(added, person);
    }

    /// <summary>The record changed: its version goes up, also when nothing but its parts did.</summary>
    public void Touch(Child child)
    {
        child.UpdatedAt = time.GetUtcNow();
        db.Entry(child).Property(one => one.UpdatedAt).IsModified = true;
    }

    /// <summary>A circumstance of a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="draft">The circumstance.</param>
    /// <param name="areaCode">Commune on the first day.</param>
    public ChildCircumstance Make(Child child, Person person, CircumstanceDraft draft, string areaCode) => new()
    {
        Id = TimeOrderedId.Next(time),
        ChildId = child.Id,
        Kind = draft.Kind,
        SubType = draft.SubType,
        StartedOn = draft.StartedOn,
        OutOfAgeOn = person.Birth is { } birth ? ChildAge.OverOn(birth) : null,
        AreaCode = areaCode,
    };

    /// <summary>A support of a child, where the commune of its circumstance lies on the first day; null without a circumstance on it.</summary>
    public ChildSupport? Make(Child child, SupportDraft draft) => child.CircumstanceOn(draft.StartedOn) is not { } under ? null : new()
    {
        Id = TimeOrderedId.Next(time),
        ChildId = child.Id,
        Kind = draft.Kind,
        StartedOn = draft.StartedOn,
        AreaCode = CommuneOnDay.Of(areas, under.AreaCode, under.StartedOn, draft.StartedOn),
    };

    /// <summary>Why a circumstance cannot begin; null when it can.</summary>
    public static Violation? Overlap(Child child, CircumstanceDraft draft) =>
        child.Circumstances.Exists(one => one.Kind == draft.Kind && (one.EndedOn is not { } end || draft.StartedOn < end))
            ? new Violation(
                "circumstance.started_on", "circumstance.overlaps", "Trẻ em đã ở trong hoàn cảnh này trong thời gian đó; phải kết thúc trước khi ghi lại.")
            : null;

    /// <summary>Whether a support cannot begin because the child has it.</summary>
    public static bool Overlaps(Child child, SupportDraft draft) =>
        child.Supports.Exists(one => one.Kind == draft.Kind && (one.EndedOn is not { } end || draft.StartedOn < end));

    /// <summary>Why a support cannot begin without a circumstance.</summary>
    public static string NoCircumstance(SupportDraft draft) =>
        $"Vào ngày {VietnamDay.Text(draft.StartedOn)} trẻ em không ở trong hoàn cảnh đặc biệt nào nên không thể ghi hỗ trợ.";
}
