namespace AnSinh.Reporting.Periods;

/// <summary>What a reporting period is called after.</summary>
public enum PeriodKind
{
    /// <summary>tháng.</summary>
    Month,

    /// <summary>quý.</summary>
    Quarter,

    /// <summary>6 tháng đầu năm, 6 tháng cuối năm.</summary>
    Half,

    /// <summary>9 tháng đầu năm.</summary>
    NineMonths,

    /// <summary>năm.</summary>
    Year,

    /// <summary>From the first day of the year to a given day.</summary>
    YearToDate,

    /// <summary>giai đoạn 5 năm, such as 2021–2025.</summary>
    Term,

    /// <summary>A run of months that comes again every year and may go over its end, such as a school year.</summary>
    Season,

    /// <summary>Any other run of days.</summary>
    Range,
}
