namespace AnSinh.ServiceKit.Areas;

/// <summary>Level of an administrative unit.</summary>
public enum AreaLevel
{
    /// <summary>Tỉnh, thành phố trực thuộc trung ương: 2 digits.</summary>
    Province = 1,

    /// <summary>Quận, huyện, thị xã: 3 digits; none from 2025-07-01.</summary>
    District = 2,

    /// <summary>Xã, phường, thị trấn, đặc khu: 5 digits.</summary>
    Commune = 3,
}

/// <summary>An administrative unit over its days of validity. Codes are used again, so code and first day together are the key.</summary>
public sealed record AreaUnit
{
    /// <summary>Code: 2 digits for a province, 3 for a district, 5 for a commune; leading zeros count.</summary>
    public required string Code { get; init; }

    /// <summary>Name with its type, such as "Tỉnh Hà Tĩnh".</summary>
    public required string Name { get; init; }

    /// <summary>Type, such as "Phường".</summary>
    public required string Type { get; init; }

    /// <summary>Level.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Code of the unit above; null for a province.</summary>
    public string? ParentCode { get; init; }

    /// <summary>First day of validity; null where it is not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null while valid.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether the unit was told by mistake and never was. The directory shows no such unit; it only remembers what was withdrawn when.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether the unit bore its code on a day.</summary>
    public bool ValidOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);

    /// <summary>The level that a code's length tells, or null for a length that no level has.</summary>
    public static AreaLevel? LevelOf(string code) => code.All(char.IsAsciiDigit)
        ? code.Length switch { 2 => AreaLevel.Province, 3 => AreaLevel.District, 5 => AreaLevel.Commune, _ => null }
        : null;
}

/// <summary>What became of a unit: it went into another, whole or in part.</summary>
/// <param name="Level">Level of the old unit.</param>
/// <param name="OldCode">Code of the old unit, valid until the day before.</param>
/// <param name="NewCode">Code of the new unit.</param>
/// <param name="Full">Whether the whole of the old unit went into the new one.</param>
/// <param name="EffectiveOn">First day of the new unit.</param>
public sealed record AreaSuccession(AreaLevel Level, string OldCode, string NewCode, bool Full, DateOnly EffectiveOn)
{
    /// <summary>Whether the succession was told by mistake and never took place; the directory shows no such succession.</summary>
    public bool IsWithdrawn { get; init; }
}
