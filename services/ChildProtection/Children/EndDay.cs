using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.ChildProtection.Children;

/// <summary>The first day on which something is over.</summary>
static class EndDay
{
    /// <summary>The day as sent.</summary>
    /// <param name="sent">As sent.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="startedOn">Last beginning of what ends.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>date.invalid</c>, <c>end.day_required</c>, <c>end.day_out_of_range</c>.</exception>
    public static DateOnly Require(Google.Type.Date? sent, string field, DateOnly startedOn, DateOnly today)
    {
        var day = WireDate.ToDay(sent, field) ?? throw Refusal.Invalid(field, "end.day_required", "Phải ghi ngày kết thúc.");
        return day > startedOn && day <= today
            ? day
            : throw Refusal.Invalid(
                field, "end.day_out_of_range", $"Ngày kết thúc phải sau ngày {VietnamDay.Text(startedOn)} và không sau hôm nay ({VietnamDay.Text(today)}).");
    }
}
