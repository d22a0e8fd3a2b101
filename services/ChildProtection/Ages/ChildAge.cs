using AnSinh.ServiceKit.Requests;

namespace AnSinh.ChildProtection.Ages;

/// <summary>Until which age the law calls somebody a child, from a day on.</summary>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while in force.</param>
/// <param name="Below">Completed years at which one is no child any more.</param>
/// <param name="LegalBasis">Law and article.</param>
sealed record ChildAgeRow(DateOnly From, DateOnly? To, int Below, string LegalBasis);

/// <summary>Who is a child on a day. Dates of birth may lack day and month; only what is certain counts.</summary>
static class ChildAge
{
    /// <summary>The rows, oldest first, without gaps.</summary>
    public static IReadOnlyList<ChildAgeRow> Rows { get; } =
    [
        new(new DateOnly(2005, 1, 1), new DateOnly(2017, 5, 31), 16, "Luật Bảo vệ, chăm sóc và giáo dục trẻ em 25/2004/QH11, Điều 1"),
        new(new DateOnly(2017, 6, 1), null, 16, "Luật Trẻ em 102/2016/QH13, Điều 1"),
    ];

    /// <summary>The row in force on a day; null before the first.</summary>
    public static ChildAgeRow? On(DateOnly day) => Rows.FirstOrDefault(row => row.From <= day && (row.To is null || day <= row.To));

    /// <summary>First day on which somebody of a birth is certainly no child any more; null when no row says so.</summary>
    public static DateOnly? OverOn(PartialDate birth) => Rows
        .Select(row => (Row: row, Day: Later(birth.Latest.AddYears(row.Below), row.From)))
        .Where(one => one.Row.To is not { } to || one.Day <= to)
        .Select(one => (DateOnly?)one.Day).FirstOrDefault();

    /// <summary>Whether somebody of a birth is certainly no child any more on a day under a row.</summary>
    public static bool IsOver(ChildAgeRow row, PartialDate birth, DateOnly day) => day >= birth.Latest.AddYears(row.Below);

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
