using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures of the social protection service that no shared register yields.</summary>
public static class ProtectionMeasures
{
    /// <summary>Stock of households on the list in force, by class: a list adds its numbers and takes back those of the list that it replaces.</summary>
    public static MeasureDefinition Household { get; } = new()
    {
        Code = "protection.household",
        NameVi = "Hộ trong danh sách rà soát đang có hiệu lực",
        RecordUnit = new Unit("danh sách"),
        QuantityUnit = new Unit("hộ"),
        Dimensions =
        [
            Dimensions.Of(
                "class", "Phân loại", ("poor", "Hộ nghèo"), ("near_poor", "Hộ cận nghèo"), ("average", "Hộ trung bình"), ("above_average", "Hộ trên trung bình")),
        ],
    };

    /// <summary>Stock of members of poor households: +1 on joining, −1 on leaving the list.</summary>
    public static MeasureDefinition PoorMember { get; } =
        new() { Code = "protection.poor_member", NameVi = "Thành viên hộ nghèo", RecordUnit = new Unit("lượt"), HasPerson = true };

    /// <summary>Stock of people found eligible for monthly social assistance.</summary>
    public static MeasureDefinition Eligible { get; } = new()
    {
        Code = "protection.eligible",
        NameVi = "Đối tượng đủ điều kiện hưởng trợ giúp xã hội",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions = [Dimensions.Category],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Household, PoorMember, Eligible];
}
