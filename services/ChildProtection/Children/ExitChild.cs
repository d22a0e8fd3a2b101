using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Takes a child off the register: supports end, then circumstances.</summary>
/// <param name="book">Finds.</param>
/// <param name="events">Tells.</param>
/// <param name="time">Clock.</param>
sealed class ExitChild(ChildBook book, ChildEvents events, TimeProvider time)
{
    /// <summary>Takes off.</summary>
    /// <exception cref="Refusal">As <see cref="ChildBook.FindForChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>child.exited</c>.</exception>
    public async Task<Child> RunAsync(Wire.ExitChildRequest request, CancellationToken cancellationToken)
    {
        var (child, person) = await book.FindForChangeAsync(request.Name, request.Etag, cancellationToken);
        if (child.ExitedOn is not null)
        {
            throw Refusal.Precondition("child.exited", "Trẻ em này đã ra khỏi danh sách.");
        }

        if (request.ExitReason == 0 || !Enum.IsDefined(request.ExitReason))
        {
            throw Refusal.Invalid("exit_reason", "child.exit_reason_required", "Phải chọn lý do ra khỏi danh sách.");
        }

        var supports = child.Supports.Where(one => one.EndedOn is null).ToList();
        var circumstances = child.Circumstances.Where(one => one.EndedOn is null).ToList();
        var last = supports.Select(one => one.StartedOn).Concat(circumstances.Select(one => one.StartedOn)).Append(child.AreaOn).Max();
        var day = EndDay.Require(request.ExitedOn, "exited_on", last, VietnamDay.Today(time));
        supports.ForEach(one => events.End(one, person, day));
        circumstances.ForEach(one => events.End(one, person, day));
        (child.ExitedOn, child.ExitReason) = (day, (ExitReason)request.ExitReason);
        if (child.ExitReason == Children.ExitReason.Died)
        {
            person.DiedOn ??= day;
        }

        book.Touch(child);
        return child;
    }
}
