using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Type of abuse (Law on Children 102/2016, Article 4); stored by number.</summary>
enum AbuseType
{
    Physical = 1,
    Sexual = 2,
    Emotional = 3,
    Neglect = 4,
    Exploitation = 5,
}

/// <summary>Who reported; stored by number.</summary>
enum ReportSource
{
    Hotline111 = 1,
    School = 2,
    Police = 3,
    Health = 4,
    Family = 5,
    Commune = 6,
    Other = 7,
}

/// <summary>Level of risk; stored by number.</summary>
enum RiskLevel
{
    Unknown = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>A child-abuse case (quản lý trường hợp; Decree 56/2017, Articles 22 to 32). What it says of people is encrypted.</summary>
sealed class AbuseCase : IVersioned
{
    public required Guid Id { get; init; }

    public required AbuseType AbuseType { get; init; }

    public required ReportSource Source { get; init; }

    /// <summary>When the report was received, UTC; deadlines run from here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The same as a day in Viet Nam.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>Commune, as it was on <see cref="ReportedOn"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary>What was reported, encrypted.</summary>
    public required byte[] SealedAccount { get; init; }

    /// <summary>The child's record; null while it is not in the register.</summary>
    public Guid? ChildId { get; set; }

    public CaseState State { get; set; } = CaseState.Reported;

    public RiskLevel Risk { get; set; }

    /// <summary>Until when the first assessment is due; null where no rule says so.</summary>
    public DateTimeOffset? AssessmentDueAt { get; set; }

    /// <summary>When the first assessment was made; null before.</summary>
    public DateTimeOffset? AssessedAt { get; set; }

    /// <summary>Until when the next step is due; null when nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Which step that is.</summary>
    public CaseAction? DueAction { get; set; }

    /// <summary>Cycle of the plan, from 1; 0 before the first.</summary>
    public int Cycle { get; set; }

    /// <summary>Account that drafted the plan of the cycle; empty before.</summary>
    public string PlannedBy { get; set; } = "";

    /// <summary>Whether what the plan set out was reached; for closed cases.</summary>
    public bool PlanMet { get; set; }

    /// <summary>Event that told of the opening.</summary>
    public Guid OpenedBy { get; set; }

    /// <summary>Event that told of the closing; null while the case is open.</summary>
    public Guid? ClosedBy { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    public List<CaseMember> Members { get; } = [];

    public List<PlannedService> Services { get; } = [];

    public List<CaseReferral> Referrals { get; } = [];

    public List<CaseStep> Steps { get; } = [];

    /// <summary>Services that are still to be given.</summary>
    public IEnumerable<PlannedService> OpenServices => Services.Where(one => one.State == ServiceState.Open);

    /// <summary>Whether the first assessment came too late, or is late now.</summary>
    public bool AssessedLate(DateTimeOffset now) => AssessmentDueAt is { } due && (AssessedAt ?? now) > due;
}
