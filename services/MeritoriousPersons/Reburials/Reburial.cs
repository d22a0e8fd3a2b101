using AnSinh.ServiceKit.Persistence;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>Whether a martyr is known; stored by number, the numbers of ansinh.merit.v1.Identification.</summary>
public enum Identification
{
    /// <summary>Đã xác định thông tin.</summary>
    Named = 1,

    /// <summary>Xác định được một phần.</summary>
    PartlyNamed = 2,

    /// <summary>Chưa xác định được.</summary>
    Unknown = 3,
}

/// <summary>Where remains were found; stored by number, the numbers of ansinh.merit.v1.FoundIn.</summary>
public enum FoundIn
{
    /// <summary>Trong nước.</summary>
    Domestic = 1,

    /// <summary>Lào.</summary>
    Laos = 2,

    /// <summary>Campuchia.</summary>
    Cambodia = 3,

    /// <summary>Another country.</summary>
    Other = 4,
}

/// <summary>Remains of a martyr were laid to rest (an táng hài cốt liệt sĩ).</summary>
public sealed class Reburial : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Day of the burial.</summary>
    public required DateOnly ReburiedOn { get; init; }

    /// <summary>Commune of the cemetery on that day.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Whether the martyr is known.</summary>
    public required Identification Identification { get; init; }

    /// <summary>Name on the grave; empty when unknown.</summary>
    public required string MartyrName { get; init; }

    /// <summary>Where the remains were found.</summary>
    public required FoundIn FoundIn { get; init; }

    /// <summary>Cemetery.</summary>
    public required string Cemetery { get; init; }

    /// <summary>Lot, row and number; null when not numbered yet, so that numbered graves can be unique.</summary>
    public string? Grave { get; init; }

    /// <summary>Whether the record was voided.</summary>
    public bool IsVoided { get; set; }

    /// <summary>Why it was voided; empty otherwise.</summary>
    public required string VoidReason { get; set; }

    /// <summary>Event that booked it.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
