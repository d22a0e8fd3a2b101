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
            new() { Code = "sex", NameVi = "Giới tính", Members = [new("male", "Nam"), new("female", "Nữ")] },
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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Placement, OverseasReturn];
}
