using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures of the work programme, which reporting keeps itself.</summary>
public static class WorkMeasures
{
    static readonly DimensionDefinition PetitionKind = Dimensions.Of(
        "kind", "Loại đơn", ("complaint", "Khiếu nại"), ("denunciation", "Tố cáo"), ("petition", "Kiến nghị, phản ánh"));

    /// <summary>One record per document issued.</summary>
    public static MeasureDefinition Document { get; } = new()
    {
        Code = "reporting.document",
        NameVi = "Văn bản ban hành",
        RecordUnit = new Unit("văn bản"),
        Dimensions =
        [
            Dimensions.YesNo("executes_directive", "Thực hiện chỉ đạo của Ủy ban nhân dân", "Có", "Không"),
            Dimensions.Of(
                "level",
                "Cấp",
                ("central", "Trung ương"), ("people_committee_directive", "Chỉ đạo của Ủy ban nhân dân"), ("department", "Sở"), ("other", "Khác")),
            Dimensions.Open("type", "Loại văn bản"),
        ],
    };

    /// <summary>One record per framework task assigned, in its year: on the day of assignment, or the nearest day of the year.</summary>
    public static MeasureDefinition TaskAssigned { get; } = Task("reporting.task_assigned", "Nhiệm vụ khung được giao");

    /// <summary>One record per framework task completed.</summary>
    public static MeasureDefinition TaskCompleted { get; } = Task(
        "reporting.task_completed", "Nhiệm vụ khung hoàn thành", Dimensions.YesNo("on_time", "Đúng hạn", "Đúng hạn", "Quá hạn"));

    /// <summary>One record when a petition is received, another when it is settled.</summary>
    public static MeasureDefinition Petition { get; } = new()
    {
        Code = "reporting.petition",
        NameVi = "Đơn thư",
        RecordUnit = new Unit("đơn"),
        Dimensions = [PetitionKind, Dimensions.Of("state", "Trạng thái", ("received", "Tiếp nhận"), ("settled", "Giải quyết"))],
    };

    /// <summary>Stock of administrative procedures in force.</summary>
    public static MeasureDefinition Procedure { get; } = new()
    {
        Code = "reporting.procedure",
        NameVi = "Thủ tục hành chính",
        RecordUnit = new Unit("thủ tục"),
        Dimensions = [Dimensions.Open("field", "Lĩnh vực")],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Document, TaskAssigned, TaskCompleted, Petition, Procedure];

    static MeasureDefinition Task(string code, string nameVi, params IReadOnlyList<DimensionDefinition> dimensions) =>
        new() { Code = code, NameVi = nameVi, RecordUnit = new Unit("nhiệm vụ"), Dimensions = [.. dimensions, Dimensions.Open("year", "Năm chương trình")] };
}
