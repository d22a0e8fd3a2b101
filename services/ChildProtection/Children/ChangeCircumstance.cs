using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Begins and ends circumstances of a registered child.</summary>
/// <param name="book">Finds and adds.</param>
/// <param name="events">Tells.</param>
/// <param name="time">Clock.</param>
sealed class ChangeCircumstance(ChildBook book, ChildEvents events, TimeProvider time)
{
    /// <summary>Begins one; who had left the register is in it again.</summary>
    /// <exception cref="Refusal">As <see cref="ChildBook.FindForChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>circumstance.overlaps</c>.</exception>
    public async Task<Child> BeginAsync(Wire.BeginCircumstanceRequest request, CancellationToken cancellationToken)
    {
        var (child, person) = await book.FindForChangeAsync(request.Name, request.Etag, cancellationToken);
        var found = new List<Violation>();
        var draft = ChildRules.CheckCircumstance(request.Circumstance, "circumstance", VietnamDay.Today(time), found);
        if (draft is null || !ChildRules.CheckAge(person.Birth, draft.StartedOn, "circumstance", found))
        {
            throw Refusal.Invalid(found);
        }

        book.Add(child, person, draft);
        (child.ExitedOn, child.ExitReason) = (null, null);
        book.Touch(child);
        return child;
    }

    /// <summary>Ends one.</summary>
    /// <exception cref="Refusal">As <see cref="ChildBook.FindForChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>circumstance.not_in_force</c>, <c>support.in_force</c>.</exception>
    public async Task<Child> EndAsync(Wire.EndCircumstanceRequest request, CancellationToken cancellationToken)
    {
        var (child, person) = await book.FindForChangeAsync(request.Name, request.Etag, cancellationToken);
        var kind = (CircumstanceKind)request.Kind;
        var one = child.Circumstances.Find(candidate => candidate.Kind == kind && candidate.EndedOn is null)
            ?? throw Refusal.Precondition("circumstance.not_in_force", "Trẻ em hiện không ở trong hoàn cảnh này.");
        var day = EndDay.Require(request.EndedOn, "ended_on", one.StartedOn, VietnamDay.Today(time));
        if (!child.Circumstances.Exists(other => other != one && other.EndedOn is null) && child.Supports.Exists(support => support.EndedOn is null))
        {
            throw Refusal.Precondition(
                "support.in_force", "Đây là hoàn cảnh cuối cùng mà trẻ em còn đang được hỗ trợ; hãy kết thúc hỗ trợ trước, hoặc đưa ra khỏi danh sách.");
        }

        events.End(one, person, day);
        book.Touch(child);
        return child;
    }
}
