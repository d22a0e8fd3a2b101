using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures that the child protection service's events yield. Incidents and cases carry no person.</summary>
public static class ChildMeasures
{
    static readonly DimensionDefinition AbuseType = Dimensions.Of(
        "abuse_type",
        "Loại xâm hại",
        ("physical", "Bạo lực thể chất"), ("sexual", "Xâm hại tình dục"), ("emotional", "Bạo lực tinh thần"), ("neglect", "Bỏ mặc"), ("exploitation", "Bóc lột"));

    /// <summary>Stock of circumstances of children: +1 when one begins, −1 when it ends or the child turns 16, whichever comes first.</summary>
    public static MeasureDefinition Circumstance { get; } = new()
    {
        Code = "child.circumstance",
        NameVi = "Hoàn cảnh đặc biệt của trẻ em",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions =
        [
            Dimensions.Of(
                "circumstance",
                "Hoàn cảnh",
                ("orphan", "Mồ côi"), ("abandoned", "Bị bỏ rơi"), ("no_support", "Không nơi nương tựa"), ("disabled", "Khuyết tật"), ("hiv", "Nhiễm HIV/AIDS"),
                ("law_violation", "Vi phạm pháp luật"), ("drug_addiction", "Nghiện ma túy"), ("school_dropout", "Bỏ học"), ("violence", "Bị bạo lực"),
                ("exploited", "Bị bóc lột"), ("sexually_abused", "Bị xâm hại tình dục"), ("trafficked", "Bị mua bán"),
                ("critically_ill", "Mắc bệnh hiểm nghèo"), ("migrant", "Di cư, lánh nạn")),
            Dimensions.Sex,
        ],
    };

    /// <summary>Stock of supports of children in force.</summary>
    public static MeasureDefinition Support { get; } = new()
    {
        Code = "child.support",
        NameVi = "Hình thức chăm sóc, hỗ trợ trẻ em",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions =
        [
            Dimensions.Of(
                "support",
                "Hình thức",
                ("monthly_allowance", "Trợ cấp hằng tháng"), ("alternative_care", "Chăm sóc thay thế"), ("facility_care", "Nuôi dưỡng tại cơ sở"),
                ("scholarship", "Học bổng"), ("medical", "Y tế"), ("sponsorship", "Đỡ đầu"), ("other", "Khác")),
        ],
    };

    /// <summary>One record per incident of a child.</summary>
    public static MeasureDefinition Incident { get; } = new()
    {
        Code = "child.incident",
        NameVi = "Tai nạn của trẻ em",
        RecordUnit = new Unit("vụ"),
        Dimensions =
        [
            Dimensions.Of("kind", "Loại", ("drowning", "Đuối nước"), ("traffic_accident", "Tai nạn giao thông"), ("other_accident", "Tai nạn khác")),
            Dimensions.YesNo("fatal", "Tử vong", "Tử vong", "Không tử vong"),
            Dimensions.Of(
                "place",
                "Nơi xảy ra",
                ("river", "Sông, suối"), ("pond", "Ao, hồ"), ("sea", "Biển"), ("pool", "Bể bơi"), ("home", "Nhà ở"), ("school", "Trường học"), ("road", "Đường"),
                ("other", "Nơi khác")),
        ],
    };

    /// <summary>One record per abuse case opened.</summary>
    public static MeasureDefinition AbuseCase { get; } =
        new() { Code = "child.abuse_case", NameVi = "Vụ xâm hại trẻ em", RecordUnit = new Unit("vụ"), Dimensions = [AbuseType] };

    /// <summary>One record per case and body that it was referred to.</summary>
    public static MeasureDefinition Referral { get; } = new()
    {
        Code = "child.referral",
        NameVi = "Vụ xâm hại được chuyển cơ quan khác",
        RecordUnit = new Unit("vụ"),
        Dimensions =
        [
            AbuseType,
            Dimensions.Of("to", "Cơ quan", ("police", "Công an"), ("court", "Tòa án"), ("health", "Y tế"), ("school", "Trường học"), ("other", "Khác")),
        ],
    };

    /// <summary>One record per case closed and not opened again since: a case counts once, at its last closing.</summary>
    public static MeasureDefinition CaseClosed { get; } = new()
    {
        Code = "child.case_closed",
        NameVi = "Ca đã kết thúc",
        RecordUnit = new Unit("ca"),
        Dimensions = [Dimensions.YesNo("plan_met", "Đạt kế hoạch trợ giúp", "Đạt", "Không đạt")],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Circumstance, Support, Incident, AbuseCase, Referral, CaseClosed];
}
