using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures of the meritorious persons service that no shared register yields.</summary>
public static class MeritMeasures
{
    /// <summary>One record per martyr's remains laid to rest.</summary>
    public static MeasureDefinition Reburial { get; } = new()
    {
        Code = "merit.reburial",
        NameVi = "Hài cốt liệt sĩ được quy tập, an táng",
        RecordUnit = new Unit("hài cốt"),
        Dimensions =
        [
            Dimensions.Of("identification", "Danh tính", ("named", "Có tên"), ("partly_named", "Biết một phần"), ("unknown", "Chưa biết tên")),
            Dimensions.Of("found_in", "Nơi quy tập", ("domestic", "Trong nước"), ("laos", "Lào"), ("cambodia", "Campuchia"), ("other", "Nơi khác")),
        ],
    };

    /// <summary>Policy households assessed in a living-standard survey, folded by commune: quantity is their number.</summary>
    public static MeasureDefinition HouseholdAssessed { get; } = new()
    {
        Code = "merit.household_assessed",
        NameVi = "Hộ chính sách được đánh giá mức sống",
        RecordUnit = new Unit("danh sách"),
        QuantityUnit = new Unit("hộ"),
        Dimensions = [Dimensions.Of("standing", "Mức sống", ("at_or_above", "Bằng hoặc cao hơn trung bình nơi cư trú"), ("below", "Thấp hơn trung bình"))],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Reburial, HouseholdAssessed];
}
