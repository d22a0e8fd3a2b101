using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Begins and ends supports of a registered child.</summary>
/// <param name="book">Finds and adds.</param>
/// <param name="events">Tells.</param>
/// <param name="time">Clock.</param>
sealed class ChangeSupport(ChildBook book, ChildEvents events, TimeProvider time)
{
    /// <summary>Begins one.</summary>
    /// <exception cref="Refusal">As <see cref="ChildBook.FindForChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>support.overlaps</c>, <c>support.no_circumstance</c>.</exception>
    public async Task<Child> BeginAsync(Wire.BeginSupportRequest request, CancellationToken cancellationToken)
    {
        var (child, person) = await book.FindForChangeAsync(request.Name, request.Etag, cancellationToken);
        var found = new List<Violation>();
        var draft = ChildRules.CheckSupport(request.Support, "support", VietnamDay.Today(time), found) ?? throw Refusal.Invalid(found);
        book.Add(child, person, draft);
        book.Touch(child);
        return child;
    }

    /// <summary>Ends one.</summary>
    /// <exception cref="Refusal">As <see cref="ChildBook.FindForChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>support.not_in_force</c>.</exception>
    public async Task<Child> EndAsync(Wire.EndSupportRequest request, CancellationToken cancellationToken)
    {
        var (child, person) = await book.FindForChangeAsync(request.Name, request.Etag, cancellationToken);
        var kind = (SupportKind)request.Kind;
        var one = child.Supports.Find(candidate => candidate.Kind == kind && candidate.EndedOn is null)
            ?? throw Refusal.Precondition("support.not_in_force", "Trẻ em hiện không hưởng loại hỗ trợ này.");
        events.End(one, person, EndDay.Require(request.EndedOn, "ended_on", one.StartedOn, VietnamDay.Today(time)));
        book.Touch(child);
        return child;
    }
}
