namespace AnSinh.ServiceKit.Areas;

/// <summary>A unit as stored; <see cref="ValidFrom"/> is <see cref="DateOnly.MinValue"/> where the first day is not known.</summary>
public sealed class AreaUnitRow
{
    /// <summary>Code.</summary>
    public required string Code { get; set; }

    /// <summary>First day of validity, part of the key.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day of validity; null while valid.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Name with its type.</summary>
    public required string Name { get; set; }

    /// <summary>Type.</summary>
    public required string Type { get; set; }

    /// <summary>Level; 0 where the unit was withdrawn. The row stays, so that an older event that comes late does not bring the unit back.</summary>
    public AreaLevel Level { get; set; }

    /// <summary>Code of the unit above.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Event that defined it last; a later event wins.</summary>
    public Guid Revision { get; set; }

    /// <summary>The unit that the row holds.</summary>
    public AreaUnit ToUnit() => new()
    {
        Code = Code,
        Name = Name,
        Type = Type,
        Level = Level,
        ParentCode = ParentCode,
        ValidFrom = ValidFrom == DateOnly.MinValue ? null : ValidFrom,
        ValidTo = ValidTo,
        IsWithdrawn = Level == default,
    };

    /// <summary>The row of a unit.</summary>
    public static AreaUnitRow Of(AreaUnit unit, Guid revision) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        Type = unit.Type,
        Level = unit.IsWithdrawn ? default : unit.Level,
        ParentCode = unit.ParentCode,
        ValidFrom = unit.ValidFrom ?? DateOnly.MinValue,
        ValidTo = unit.ValidTo,
        Revision = revision,
    };
}

/// <summary>A succession as stored.</summary>
public sealed class AreaSuccessionRow
{
    /// <summary>Level of the new unit; 0 where the succession was withdrawn.</summary>
    public AreaLevel Level { get; set; }

    /// <summary>Code of the old unit.</summary>
    public required string OldCode { get; set; }

    /// <summary>Code of the new unit.</summary>
    public required string NewCode { get; set; }

    /// <summary>Whether the whole of the old unit went into the new one.</summary>
    public bool Full { get; set; }

    /// <summary>First day of the new unit.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>Event that said it last; a later event wins.</summary>
    public Guid Revision { get; set; }
}
