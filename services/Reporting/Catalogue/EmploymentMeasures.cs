using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures that the employment service's events yield.</summary>
public static class EmploymentMeasures
{
    /// <summary>
    /// One record per placement in work (lượt giải quyết việc làm), on its start date; its amount is that of the loan, if any. Somebody placed twice in a period is one
    /// person and two placements.
    /// </summary>
    public static MeasureDefinition Placement { get; } = new()
    {
        Code = "employment.placement",
        NameVi = "Lượt giải quyết việc làm",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        HasAmount = true,
        Dimensions =
        [
            new()
            {
                Code = "channel",
                NameVi = "Kênh giải quyết việc làm",
                Members =
                [
                    new("domestic", "Làm việc trong nước"),
                    new("loan", "Vay vốn giải quyết việc làm"),
                    new("overseas_contract", "Đi làm việc ở nước ngoài theo hợp đồng"),
                ],
            },
            Dimensions.Sex,
            new() { Code = "market", NameVi = "Thị trường" },
            new() { Code = "occupation", NameVi = "Nghề" },
            new() { Code = "age_band", NameVi = "Nhóm tuổi" },
        ],
    };

    /// <summary>One record per worker abroad under contract who came home, on the day of the return.</summary>
    public static MeasureDefinition OverseasReturn { get; } = new()
    {
        Code = "employment.overseas_return",
        NameVi = "Lượt lao động hết hạn hợp đồng ở nước ngoài trở về",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions = [new() { Code = "market", NameVi = "Thị trường" }],
    };

    /// <summary>One record per visit for counselling or referral (lượt tư vấn, giới thiệu việc làm).</summary>
    public static MeasureDefinition Counselling { get; } = new()
    {
        Code = "employment.counselling",
        NameVi = "Lượt tư vấn, giới thiệu việc làm",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions =
        [
            Dimensions.Of(
                "kind",
                "Loại tư vấn",
                ("job_counselling", "Tư vấn việc làm"), ("job_referral", "Giới thiệu việc làm"),
                ("training_counselling", "Tư vấn học nghề"), ("policy_counselling", "Tư vấn chính sách")),
            Dimensions.Sex,
        ],
    };

    /// <summary>One record per decision on a claim for unemployment benefit; its amount is the monthly benefit, 0 when refused.</summary>
    public static MeasureDefinition UnemploymentDecision { get; } = new()
    {
        Code = "employment.unemployment_decision",
        NameVi = "Quyết định về trợ cấp thất nghiệp",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        HasAmount = true,
        Dimensions = [Dimensions.Of("decision", "Quyết định", ("granted", "Được hưởng"), ("refused", "Không được hưởng")), Dimensions.Sex],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Placement, OverseasReturn, Counselling, UnemploymentDecision];
}
