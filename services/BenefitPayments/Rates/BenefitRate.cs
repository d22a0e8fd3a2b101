using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>What the value of a level is; stored by number.</summary>
public enum RateKind
{
    /// <summary>VND a month of the category.</summary>
    Amount = 1,

    /// <summary>Standard in VND that coefficients multiply.</summary>
    Standard = 2,

    /// <summary>Coefficient of the category in thousandths.</summary>
    Coefficient = 3,
}

/// <summary>One level of a benefit schedule with its dates and its document.</summary>
public sealed class BenefitRate : IVersioned
{
    /// <summary>Who enters the levels that come with the build.</summary>
    public const string BuildAccount = "service:rates";

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Benefit scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Category; empty for a standard.</summary>
    public required string Category { get; init; }

    /// <summary>Coarse category of the figures; empty for a standard.</summary>
    public required string ReportCategory { get; init; }

    /// <summary>What the value is.</summary>
    public required RateKind Kind { get; init; }

    /// <summary>VND, or thousandths.</summary>
    public required long Value { get; init; }

    /// <summary>Province of a higher standard; empty for the country.</summary>
    public required string ProvinceCode { get; init; }

    /// <summary>Day of signature.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>Day of coming into force.</summary>
    public required DateOnly InForceOn { get; init; }

    /// <summary>First day that it applies to.</summary>
    public required DateOnly AppliedFrom { get; init; }

    /// <summary>Last day that it applies to; null while until a later level.</summary>
    public DateOnly? AppliedTo { get; init; }

    /// <summary>Document.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Whether an officer confirmed it, or the build's tables were checked against the document.</summary>
    public bool Confirmed { get; private set; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Who confirmed it; null until then.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>When, UTC; null until then.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Confirms it.</summary>
    public void Confirm(string account, DateTimeOffset at) => (Confirmed, ConfirmedBy, ConfirmedAt) = (true, account, at);
}

/// <summary>A level that comes with the build, from a published table.</summary>
/// <param name="Category">Category; empty for a standard.</param>
/// <param name="ReportCategory">Coarse category.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">VND, or thousandths.</param>
/// <param name="Basis">The document and its dates.</param>
public sealed record BuiltInRate(string Category, string ReportCategory, RateKind Kind, long Value, RateBasis Basis);

/// <summary>A document that sets levels.</summary>
/// <param name="Code">Code within the tables, such as <c>77-2024</c>.</param>
/// <param name="LegalBasis">Its number, such as <c>77/2024/NĐ-CP</c>.</param>
/// <param name="SignedOn">Day of signature.</param>
/// <param name="InForceOn">Day of coming into force.</param>
/// <param name="AppliedFrom">First day that its levels apply to.</param>
/// <param name="AppliedTo">Last day; null while until a later document.</param>
/// <param name="Confirmed">Whether the table was checked against the document.</param>
public sealed record RateBasis(
    string Code, string LegalBasis, DateOnly SignedOn, DateOnly InForceOn, DateOnly AppliedFrom, DateOnly? AppliedTo, bool Confirmed);
