using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Employment.Employers;

/// <summary>An employer (người sử dụng lao động): enterprise, cooperative, household business, or a company that sends workers abroad.</summary>
public sealed class Employer : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is found by: the tax code, or name and commune where there is none. Unique. See <see cref="EmployerKey"/>.</summary>
    public required string IdentityKey { get; init; }

    /// <summary>Registered name, Unicode NFC.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Tax code (mã số thuế); empty when there is none.</summary>
    public required string TaxCode { get; set; }

    /// <summary>Industry (VSIC 2018); empty when not known.</summary>
    public required string SectorCode { get; set; }

    /// <summary>Number of workers; null when not known.</summary>
    public int? Size { get; set; }

    /// <summary>Commune of the head office; empty when not known.</summary>
    public required string AreaCode { get; set; }

    /// <summary>A day on which the commune bore that code.</summary>
    public DateOnly AreaOn { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>An employer as somebody gives it, checked, not yet found or registered.</summary>
public sealed record EmployerDraft
{
    /// <summary>What it is found by.</summary>
    public required string IdentityKey { get; init; }

    /// <summary>Registered name, Unicode NFC.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Tax code; empty when there is none.</summary>
    public required string TaxCode { get; init; }

    /// <summary>Industry; empty when not known.</summary>
    public required string SectorCode { get; init; }

    /// <summary>Number of workers; null when not known.</summary>
    public int? Size { get; init; }

    /// <summary>Commune of the head office; empty when not known.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; init; }
}
