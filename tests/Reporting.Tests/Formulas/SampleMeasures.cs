using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Tests.Formulas;

/// <summary>Measures of several units, as later services bring them.</summary>
internal static class SampleMeasures
{
    public static MeasureDefinition Placement => EmploymentMeasures.Placement;

    public static MeasureDefinition Completion { get; } = new()
    {
        Code = "training.completion",
        NameVi = "Lượt tốt nghiệp",
        RecordUnit = new Unit("lượt"),
        HasPerson = true,
        Dimensions = [new() { Code = "sex", NameVi = "Giới tính" }, new() { Code = "level", NameVi = "Trình độ" }],
    };

    public static MeasureDefinition Payment { get; } = new()
    {
        Code = "protection.payment",
        NameVi = "Lượt chi trả",
        RecordUnit = new Unit("lượt"),
        QuantityUnit = new Unit("suất"),
        HasPerson = true,
        HasAmount = true,
    };

    public static MeasureDefinition Household { get; } = new()
    {
        Code = "protection.household",
        NameVi = "Hộ được rà soát",
        RecordUnit = new Unit("hộ"),
        Dimensions = [new() { Code = "class", NameVi = "Phân loại", Members = [new("poor", "Hộ nghèo"), new("near_poor", "Hộ cận nghèo"), new("none", "Không nghèo")] }],
    };

    public static IReadOnlyList<MeasureDefinition> All { get; } = [Placement, Completion, Payment, Household];

    public static FormulaScope Scope { get; } = new()
    {
        Measures = All.ToDictionary(measure => measure.Code),
        Indicators = new Dictionary<string, CheckedFormula?>(),
    };

    public static CheckedFormula Bind(string text) => FormulaBinder.TryBind(text, Scope, out var formula, out var errors)
        ? formula
        : throw new InvalidOperationException(string.Join('\n', errors));
}
