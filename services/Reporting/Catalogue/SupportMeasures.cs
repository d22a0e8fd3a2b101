using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>
/// The measures of support lists (relief programmes, gift campaigns) and of housing support, whichever service keeps them: the dimension
/// <c>department</c> tells.
/// </summary>
public static class SupportMeasures
{
    static readonly DimensionDefinition[] ListDimensions =
    [
        Dimensions.Of("department", "Ngành", ("merit", "Người có công"), ("protection", "Bảo trợ xã hội"), ("employment", "Việc làm"), ("child", "Trẻ em")),
        Dimensions.Open("group", "Nhóm đối tượng"),
        Dimensions.Open("programme", "Chương trình"),
        Dimensions.Of(
            "recipient",
            "Loại đối tượng",
            ("person", "Cá nhân"), ("household", "Hộ gia đình"), ("household_business", "Hộ kinh doanh"), ("enterprise", "Doanh nghiệp")),
    ];

    /// <summary>Entries of relief lists approved, folded: quantity is their number, amount their sum; revoked ones with sign −1.</summary>
    public static MeasureDefinition ReliefApproved { get; } = Entries("support.relief_approved", "Đối tượng được phê duyệt hỗ trợ", "đối tượng");

    /// <summary>Persons approved for relief, one record per entry.</summary>
    public static MeasureDefinition ReliefApprovedPerson { get; } = Persons("support.relief_approved_person", "Người được phê duyệt hỗ trợ");

    /// <summary>Entries of relief lists paid, folded.</summary>
    public static MeasureDefinition ReliefPaid { get; } = Entries("support.relief_paid", "Đối tượng được chi trả hỗ trợ", "đối tượng");

    /// <summary>Persons whose relief was paid, one record per entry; only of groups whose people are counted.</summary>
    public static MeasureDefinition ReliefPaidPerson { get; } = Persons("support.relief_paid_person", "Người được chi trả hỗ trợ");

    /// <summary>Gifts approved, folded.</summary>
    public static MeasureDefinition GiftApproved { get; } = Entries("support.gift_approved", "Suất quà được phê duyệt", "suất");

    /// <summary>Gifts delivered, folded: quantity is their number, amount their value.</summary>
    public static MeasureDefinition GiftDelivered { get; } = Entries("support.gift_delivered", "Suất quà đã trao", "suất");

    /// <summary>One record per house finished with support; its amount is the support.</summary>
    public static MeasureDefinition House { get; } = new()
    {
        Code = "support.house",
        NameVi = "Nhà ở được hỗ trợ đã hoàn thành",
        RecordUnit = new Unit("nhà"),
        HasAmount = true,
        Dimensions =
        [
            Dimensions.Of("beneficiary", "Chủ nhà", ("merit", "Người có công"), ("poor_household", "Hộ nghèo")),
            Dimensions.Open("fund", "Nguồn kinh phí"),
            Dimensions.Of("work", "Hạng mục", ("build", "Xây mới"), ("repair", "Sửa chữa")),
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } =
        [ReliefApproved, ReliefApprovedPerson, ReliefPaid, ReliefPaidPerson, GiftApproved, GiftDelivered, House];

    static MeasureDefinition Entries(string code, string nameVi, string unit) => new()
    {
        Code = code,
        NameVi = nameVi,
        RecordUnit = new Unit("đợt"),
        QuantityUnit = new Unit(unit),
        HasAmount = true,
        Dimensions = ListDimensions,
    };

    static MeasureDefinition Persons(string code, string nameVi) =>
        new() { Code = code, NameVi = nameVi, RecordUnit = new Unit("lượt"), HasPerson = true, Dimensions = ListDimensions };
}
