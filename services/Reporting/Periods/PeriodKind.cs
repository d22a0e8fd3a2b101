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

    /// <summary>Any other run of days.</summary>
    Range,
}
