using AnSinh.ServiceKit.Errors;
using Date = Google.Type.Date;

namespace AnSinh.ServiceKit.Requests;

/// <summary>google.type.Date to days and back.</summary>
public static class WireDate
{
    /// <summary>The message of a day.</summary>
    public static Date Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The message of a date of which only a part may be known.</summary>
    public static Date Of(PartialDate date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>The day of a message, or null when there is none or it is no day; then a violation is added.</summary>
    /// <param name="date">As sent.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="found">Where <c>date.invalid</c> is added.</param>
    public static DateOnly? ToDay(Date? date, string field, ICollection<Violation> found)
    {
        if (date is null)
        {
            return null;
        }

        if (date.Day > 0 && PartialDate.Of(date.Year, date.Month, date.Day) is { } whole)
        {
            return whole.Earliest;
        }

        found.Add(Invalid(date, field, "cần đủ năm, tháng, ngày có thật"));
        return null;
    }

    /// <summary>The day of a message.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>date.invalid</c>.</exception>
    public static DateOnly? ToDay(Date? date, string field)
    {
        var found = new List<Violation>();
        var day = ToDay(date, field, found);
        return found.Count == 0 ? day : throw Refusal.Invalid(found);
    }

    /// <summary>The date of a message whose month and day may be 0, or null when there is none or it is no date.</summary>
    /// <inheritdoc cref="ToDay(Date?, string, ICollection{Violation})"/>
    public static PartialDate? ToPartial(Date? date, string field, ICollection<Violation> found)
    {
        if (date is null)
        {
            return null;
        }

        if (PartialDate.Of(date.Year, date.Month, date.Day) is { } partial)
        {
            return partial;
        }

        found.Add(Invalid(date, field, "cần năm, hoặc năm và tháng, hoặc đủ năm, tháng, ngày có thật"));
        return null;
    }

    static Violation Invalid(Date date, string field, string allowed) =>
        new(field, "date.invalid", $"Ngày {date.Day}/{date.Month}/{date.Year} không đúng; {allowed}.");
}
