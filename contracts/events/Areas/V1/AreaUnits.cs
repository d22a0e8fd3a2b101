namespace AnSinh.Contracts.Events.Areas.V1;

/// <summary>An administrative unit was defined or redefined; code and first day of validity are its key.</summary>
[EventType("ansinh.areas.v1.AreaUnitDefined", SchemaVersion = 2)]
public sealed record AreaUnitDefined
{
    /// <summary>Code: 2, 3 or 5 digits.</summary>
    public required string Code { get; init; }

    /// <summary>Name with its type.</summary>
    public required string Name { get; init; }

    /// <summary>Type, such as Tỉnh, Huyện, Phường.</summary>
    public required string Type { get; init; }

    /// <summary><c>province</c>, <c>district</c> or <c>commune</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Code of the unit above; absent for a province.</summary>
    public string? ParentCode { get; init; }

    /// <summary>First day of validity; absent where it is not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; absent while valid.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True when the unit was told by mistake and never was; otherwise absent. A later definition with the same key makes it hold again.</summary>
    public bool? Withdrawn { get; init; }
}

/// <summary>A unit went into another, whole or in part.</summary>
[EventType("ansinh.areas.v1.AreaUnitSucceeded", SchemaVersion = 2)]
public sealed record AreaUnitSucceeded
{
    /// <summary>Level of the old unit: <c>province</c>, <c>district</c> or <c>commune</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Code of the old unit, valid until the day before <see cref="EffectiveOn"/>.</summary>
    public required string OldCode { get; init; }

    /// <summary>Code of the new unit, valid from <see cref="EffectiveOn"/>.</summary>
    public required string NewCode { get; init; }

    /// <summary>Whether the whole of the old unit went into the new one.</summary>
    public required bool Full { get; init; }

    /// <summary>First day of the new unit.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>True when the succession was told by mistake and never took place; otherwise absent.</summary>
    public bool? Withdrawn { get; init; }
}
