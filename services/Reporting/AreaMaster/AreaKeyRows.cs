namespace AnSinh.Reporting.AreaMaster;

/// <summary>
/// One version of a key by which units that were divided are shared out. A key is never changed: importing it again makes the next version,
/// and a question as of a moment uses the version that was the newest then.
/// </summary>
public sealed class AreaKeyVersion
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>Name by which questions choose the key, such as "dan-so-2024".</summary>
    public required string Name { get; set; }

    /// <summary>Version, from 1.</summary>
    public int Version { get; set; }

    /// <summary>Legal basis: who decided that these shares are used.</summary>
    public required string LegalBasis { get; set; }

    /// <summary>Account that imported it.</summary>
    public required string SetBy { get; set; }

    /// <summary>When it was imported, UTC.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Old units in it.</summary>
    public int Units { get; set; }
}

/// <summary>Which share of an old unit counts in a new one.</summary>
public sealed class AreaKeyShare
{
    /// <summary>Name of the key.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the key.</summary>
    public int Version { get; set; }

    /// <summary>Code of the old unit, valid until the day before <see cref="EffectiveOn"/>.</summary>
    public required string OldCode { get; set; }

    /// <summary>First day of the new unit.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>Code of the new unit.</summary>
    public required string NewCode { get; set; }

    /// <summary>Numerator of the share, at least 0.</summary>
    public long Numerator { get; set; }

    /// <summary>Denominator of the share, at least 1.</summary>
    public long Denominator { get; set; }
}
