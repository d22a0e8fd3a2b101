using AnSinh.People;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>What happened; stored by number.</summary>
enum IncidentKind
{
    Drowning = 1,
    TrafficAccident = 2,
    OtherAccident = 3,
}

/// <summary>Kind of place; stored by number.</summary>
enum IncidentPlace
{
    River = 1,
    Pond = 2,
    Sea = 3,
    Pool = 4,
    Home = 5,
    School = 6,
    Road = 7,
    Other = 8,
}

/// <summary>Whether a child could swim; stored by number.</summary>
enum SwimmingSkill
{
    Unknown = 0,
    Yes = 1,
    No = 2,
}

/// <summary>Whether an incident counts; stored by number.</summary>
enum IncidentState
{
    Recorded = 1,
    Voided = 2,
}

/// <summary>What an incident says, checked. It names nobody.</summary>
sealed record IncidentDraft
{
    public required IncidentKind Kind { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>Commune on that day.</summary>
    public required string AreaCode { get; init; }

    public required bool Fatal { get; init; }

    public required IncidentPlace Place { get; init; }

    /// <summary>Age in completed years; null when not known.</summary>
    public int? VictimAge { get; init; }

    public Sex VictimSex { get; init; }

    public SwimmingSkill Swimming { get; init; }

    /// <summary>Number of the commune's report; empty when there is none.</summary>
    public required string Reference { get; init; }
}

/// <summary>An incident that happened to a child (tai nạn, thương tích trẻ em).</summary>
sealed class Incident : IVersioned, INaturalRecord
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of what makes two reports the same incident; unique. See <see cref="IncidentKey"/>.</summary>
    public required byte[] NaturalKey { get; init; }

    public required IncidentKind Kind { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>Commune, as it was on <see cref="HappenedOn"/>.</summary>
    public required string AreaCode { get; init; }

    public required bool Fatal { get; init; }

    public required IncidentPlace Place { get; init; }

    public int? VictimAge { get; init; }

    public Sex VictimSex { get; init; }

    public SwimmingSkill Swimming { get; init; }

    public required string Reference { get; init; }

    public IncidentState State { get; set; } = IncidentState.Recorded;

    /// <summary>Why it was voided; null while it counts.</summary>
    public string? VoidedBecause { get; set; }

    /// <summary>Event that booked it, which a void replaces.</summary>
    public Guid BookedBy { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Makes an incident of checked content.</summary>
    public static Incident Of(IncidentDraft draft, Guid id, byte[] naturalKey, DateTimeOffset now) => new()
    {
        Id = id,
        NaturalKey = naturalKey,
        Kind = draft.Kind,
        HappenedOn = draft.HappenedOn,
        AreaCode = draft.AreaCode,
        Fatal = draft.Fatal,
        Place = draft.Place,
        VictimAge = draft.VictimAge,
        VictimSex = draft.VictimSex,
        Swimming = draft.Swimming,
        Reference = draft.Reference,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
