using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures that the vocational training service's events yield.</summary>
public static class TrainingMeasures
{
    static readonly DimensionDefinition Level = Dimensions.Of(
        "level", "Trình độ", ("college", "Cao đẳng"), ("intermediate", "Trung cấp"), ("elementary", "Sơ cấp"), ("under_three_months", "Dưới 3 tháng"));

    static readonly DimensionDefinition Kind = Dimensions.Of(
        "kind",
        "Loại cơ sở",
        ("college", "Trường cao đẳng"), ("intermediate_school", "Trường trung cấp"), ("training_centre", "Trung tâm giáo dục nghề nghiệp"),
        ("continuing_education_centre", "Trung tâm giáo dục nghề nghiệp – giáo dục thường xuyên"),
        ("vocational_secondary_school", "Trường trung học nghề"), ("enterprise", "Doanh nghiệp"));

    /// <summary>One record per enrolment (lượt tuyển sinh), on the day of enrolment.</summary>
    public static MeasureDefinition Enrolment { get; } = OfPerson(
        "training.enrolment", "Lượt tuyển sinh", Level, Dimensions.Sex, Dimensions.YesNo("rural_subsidy", "Hỗ trợ lao động nông thôn", "Có", "Không"));

    /// <summary>Stock of enrolments not yet completed or left: +1 on enrolment, −1 on completion or drop-out.</summary>
    public static MeasureDefinition Learner { get; } = OfPerson("training.learner", "Học viên đang học", Level, Dimensions.Sex);

    /// <summary>One record per completion (lượt tốt nghiệp).</summary>
    public static MeasureDefinition Completion { get; } = OfPerson("training.completion", "Lượt tốt nghiệp", Level, Dimensions.Sex);

    /// <summary>One record per trainee who left without completing.</summary>
    public static MeasureDefinition DropOut { get; } = OfPerson("training.drop_out", "Lượt bỏ học, thôi học", Level, Dimensions.Sex);

    /// <summary>Certificates issued less revoked; replacements count nothing.</summary>
    public static MeasureDefinition Certificate { get; } = new()
    {
        Code = "training.certificate",
        NameVi = "Văn bằng, chứng chỉ đã cấp",
        RecordUnit = new Unit("chứng chỉ"),
        Dimensions = [Level],
    };

    /// <summary>Stock of institutions: +1 when one opens, −1 when it closes or merges.</summary>
    public static MeasureDefinition Institution { get; } = new()
    {
        Code = "training.institution",
        NameVi = "Cơ sở giáo dục nghề nghiệp",
        RecordUnit = new Unit("cơ sở"),
        Dimensions = [Kind, Dimensions.Of("ownership", "Loại hình", ("public", "Công lập"), ("private", "Tư thục"), ("foreign", "Có vốn nước ngoài"))],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Enrolment, Learner, Completion, DropOut, Certificate, Institution];

    static MeasureDefinition OfPerson(string code, string nameVi, params IReadOnlyList<DimensionDefinition> dimensions) =>
        new() { Code = code, NameVi = nameVi, RecordUnit = new Unit("lượt"), HasPerson = true, Dimensions = dimensions };
}
