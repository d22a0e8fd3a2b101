using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ChildProtection.Children;

/// <summary>The 14 special circumstances (Law on Children 102/2016, Article 10); stored by number.</summary>
enum CircumstanceKind
{
    Orphan = 1,
    Abandoned = 2,
    NoSupport = 3,
    Disabled = 4,
    Hiv = 5,
    LawViolation = 6,
    DrugAddiction = 7,
    SchoolDropout = 8,
    Violence = 9,
    Exploited = 10,
    SexuallyAbused = 11,
    Trafficked = 12,
    CriticallyIll = 13,
    Migrant = 14,
}

/// <summary>Kind of support; stored by number.</summary>
enum SupportKind
{
    MonthlyAllowance = 1,
    AlternativeCare = 2,
    FacilityCare = 3,
    Scholarship = 4,
    Medical = 5,
    Sponsorship = 6,
    Other = 7,
}

/// <summary>Why a child left the register; stored by number.</summary>
enum ExitReason
{
    AgedOut = 1,
    CircumstancesOver = 2,
    MovedAway = 3,
    Died = 4,
    Mistake = 5,
}

/// <summary>A child in special circumstances (trẻ em có hoàn cảnh đặc biệt); one record a person.</summary>
sealed class Child : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Who it is; unique.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Commune that answers for the child.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code.</summary>
    public required DateOnly AreaOn { get; init; }

    /// <summary>First day on which the child is not in the register; null while it is.</summary>
    public DateOnly? ExitedOn { get; set; }

    public ExitReason? ExitReason { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    public List<ChildCircumstance> Circumstances { get; } = [];

    public List<ChildSupport> Supports { get; } = [];

    /// <summary>A circumstance that the child is in on a day; null when it is in none.</summary>
    public ChildCircumstance? CircumstanceOn(DateOnly day) => Circumstances.Find(one => one.InForceOn(day));
}

/// <summary>A child is in a circumstance. Day, kind and child tell it from others.</summary>
sealed class ChildCircumstance
{
    public required Guid Id { get; init; }

    public required Guid ChildId { get; init; }

    public required CircumstanceKind Kind { get; init; }

    /// <summary>Sub-type by Decree 56/2017; 0 when not said.</summary>
    public int SubType { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>First day on which it is over; null while in force.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>First day on which the person is no child any more, as its event told: from then on it counts no more.</summary>
    public DateOnly? OutOfAgeOn { get; init; }

    /// <summary>Commune, as it was on <see cref="StartedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Event that told of the beginning.</summary>
    public Guid BookedBy { get; set; }

    public bool InForceOn(DateOnly day) => StartedOn <= day && (EndedOn is null || day < EndedOn);
}

/// <summary>A child is supported.</summary>
sealed class ChildSupport
{
    public required Guid Id { get; init; }

    public required Guid ChildId { get; init; }

    public required SupportKind Kind { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>First day on which it is over; null while in force.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Commune, as it was on <see cref="StartedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Event that told of the beginning.</summary>
    public Guid BookedBy { get; set; }
}
