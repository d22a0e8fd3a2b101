using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>The measures of dossiers, whichever service's register they belong to.</summary>
public static class DossierMeasures
{
    static readonly DimensionDefinition Register = Dimensions.Of("register", "Sổ hồ sơ", ("merit", "Người có công"));

    /// <summary>Stock of dossiers held: +1 when registered, −1 when released.</summary>
    public static MeasureDefinition Held { get; } = Of("dossier.held", "Hồ sơ đang lưu giữ", Dimensions.Category, Register);

    /// <summary>Stock of dossiers held with a verified digital copy.</summary>
    public static MeasureDefinition Digitised { get; } = Of("dossier.digitised", "Hồ sơ đã số hóa", Dimensions.Category, Register);

    /// <summary>One record when a dossier reaches a state for the first time.</summary>
    public static MeasureDefinition Step { get; } = Of(
        "dossier.step", "Hồ sơ lần đầu đến một bước", Dimensions.Category, Register, Dimensions.Open("state", "Bước"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [Held, Digitised, Step];

    static MeasureDefinition Of(string code, string nameVi, params IReadOnlyList<DimensionDefinition> dimensions) =>
        new() { Code = code, NameVi = nameVi, RecordUnit = new Unit("hồ sơ"), Dimensions = dimensions };
}
