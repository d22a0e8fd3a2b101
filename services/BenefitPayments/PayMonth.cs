using System.Globalization;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Date = Google.Type.Date;

namespace AnSinh.BenefitPayments;

/// <summary>Months as numbers yyyymm: they sort, they are small, and a person reading a table understands them.</summary>
public static class PayMonth
{
    /// <summary>The month of a day.</summary>
    public static int Of(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>The month so many months later; earlier for a negative number.</summary>
    public static int Plus(int month, int months)
    {
        var count = month / 100 * 12 + month % 100 - 1 + months;
        return count / 12 * 100 + count % 12 + 1;
    }

    /// <summary>First day.</summary>
    public static DateOnly FirstDay(int month) => new(month / 100, month % 100, 1);

    /// <summary>Last day.</summary>
    public static DateOnly LastDay(int month) => FirstDay(Plus(month, 1)).AddDays(-1);

    /// <summary>As people write it: MM/yyyy.</summary>
    public static string Text(int month) => string.Create(CultureInfo.InvariantCulture, $"{month % 100:00}/{month / 100}");

    /// <summary>As a message: the date with day 0.</summary>
    public static Date ToWire(int month) => new() { Year = month / 100, Month = month % 100 };

    /// <summary>Reads a month; adds a violation and answers null when there is none or it is no month.</summary>
    /// <param name="sent">As sent; a day in it is ignored.</param>
    /// <param name="field">Field that held it.</param>
    /// <param name="found">Where <c>month.required</c> or <c>month.invalid</c> is added.</param>
    /// <param name="required">Whether a missing one is a violation.</param>
    public static int? Read(Date? sent, string field, List<Violation> found, bool required = true)
    {
        if (sent is null)
        {
            if (required)
            {
                found.Add(new Violation(field, "month.required", "Chưa ghi tháng; cần năm và tháng."));
            }

            return null;
        }

        if (sent is { Year: >= 1900 and <= 2200, Month: >= 1 and <= 12 })
        {
            return sent.Year * 100 + sent.Month;
        }

        found.Add(new Violation(field, "month.invalid", $"Tháng {sent.Month}/{sent.Year} không đúng; cần năm từ 1900 đến 2200 và tháng từ 1 đến 12."));
        return null;
    }

    /// <summary>Reads a month that must be there.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>month.required</c>, <c>month.invalid</c>.</exception>
    public static int Require(Date? sent, string field)
    {
        var found = new List<Violation>();
        return Read(sent, field, found) ?? throw Refusal.Invalid(found);
    }

    /// <summary>A day that is over or is today, read from a message.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>date.invalid</c>, <c>date.required</c>, <c>date.in_future</c>.</exception>
    public static DateOnly RequirePastDay(Date? sent, string field, DateOnly today)
    {
        var day = WireDate.ToDay(sent, field) ?? throw Refusal.Invalid(field, "date.required", "Chưa ghi ngày.");
        return day <= today ? day : throw Refusal.Invalid(field, "date.in_future", $"Ngày {VietnamDay.Text(day)} ở tương lai; cho phép đến {VietnamDay.Text(today)}.");
    }
}
