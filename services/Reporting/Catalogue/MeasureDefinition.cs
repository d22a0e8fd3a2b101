using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>
/// What the events of a service yield: one kind of record in the ledger, with what may be asked about it. Measures are code,
/// since code derives them from events; the indicators over them are data.
/// </summary>
public sealed record MeasureDefinition
{
    /// <summary>The code that formulas use: the service's area, a point, the record (employment.placement).</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name of one record.</summary>
    public required string NameVi { get; init; }

    /// <summary>What one record counts as, the unit of count and stock: lượt, hộ, hồ sơ …</summary>
    public required Unit RecordUnit { get; init; }

    /// <summary>The unit of the records' quantity, or null when they carry none.</summary>
    public Unit? QuantityUnit { get; init; }

    /// <summary>Whether every record carries a person key, so that distinct people can be counted.</summary>
    public bool HasPerson { get; init; }

    /// <summary>Whether records carry an amount of VND.</summary>
    public bool HasAmount { get; init; }

    /// <summary>The dimensions of the records.</summary>
    public IReadOnlyList<DimensionDefinition> Dimensions { get; init; } = [];
}
