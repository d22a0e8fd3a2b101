namespace AnSinh.ChildProtection.Cases;

/// <summary>Kind of service in a plan; stored by number.</summary>
enum ServiceKind
{
    Health = 1,
    Counselling = 2,
    LegalAid = 3,
    Education = 4,
    Shelter = 5,
    FamilySupport = 6,
    Other = 7,
}

/// <summary>What became of a service; stored by number.</summary>
enum ServiceState
{
    Open = 1,
    Done = 2,
    Cancelled = 3,
}

/// <summary>Body that a case is referred to; stored by number.</summary>
enum ReferredTo
{
    Police = 1,
    Court = 2,
    Health = 3,
    School = 4,
    Other = 5,
}

/// <summary>What another body answered; stored by number.</summary>
enum ReferralState
{
    Sent = 1,
    Accepted = 2,
    Refused = 3,
    Done = 4,
}

/// <summary>An account that reads a case and works on it.</summary>
sealed class CaseMember
{
    public required Guid CaseId { get; init; }

    public required string Account { get; init; }
}

/// <summary>A service of a plan.</summary>
sealed class PlannedService
{
    public required Guid CaseId { get; init; }

    /// <summary>Number within the case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Cycle of the plan that it belongs to.</summary>
    public required int Cycle { get; init; }

    public required ServiceKind Kind { get; init; }

    /// <summary>Body that gives it.</summary>
    public required string Agency { get; init; }

    public required DateOnly DueOn { get; init; }

    public ServiceState State { get; set; } = ServiceState.Open;
}

/// <summary>A referral to another body.</summary>
sealed class CaseReferral
{
    public required Guid CaseId { get; init; }

    /// <summary>Number within the case, from 1.</summary>
    public required int Number { get; init; }

    public required ReferredTo To { get; init; }

    public required DateTimeOffset ReferredAt { get; init; }

    public ReferralState State { get; set; } = ReferralState.Sent;

    /// <summary>Why it was referred without the consent of the child's side, encrypted; null when they agreed.</summary>
    public byte[]? SealedOverride { get; init; }
}

/// <summary>Something that was done with a case: by whom, when, to what end.</summary>
sealed class CaseStep
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required CaseAction Action { get; init; }

    /// <summary>State that it led to.</summary>
    public required CaseState State { get; init; }

    public required DateTimeOffset DoneAt { get; init; }

    public required string Actor { get; init; }

    /// <summary>What was written down with it, encrypted; null for nothing.</summary>
    public byte[]? SealedNote { get; init; }
}
