namespace AnSinh.Contracts.Events.Child.V1;

/// <summary>A child is in a special circumstance from a day on (Law on Children 102/2016, Article 10).</summary>
[EventType("ansinh.child.v1.CircumstanceBegan", SchemaVersion = 2)]
public sealed record CircumstanceBegan
{
    /// <summary>Child as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Circumstance: <c>orphan</c>, <c>abandoned</c>, <c>no_support</c>, <c>disabled</c>, <c>hiv</c>, <c>law_violation</c>, <c>drug_addiction</c>, <c>school_dropout</c>,
    /// <c>violence</c>, <c>exploited</c>, <c>sexually_abused</c>, <c>trafficked</c>, <c>critically_ill</c>, <c>migrant</c>.</summary>
    public required string Circumstance { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }

    /// <summary>First day on which the person is no child any more by age, known in advance; from it on the circumstance counts no more.
    /// Absent while no day is certain. By it a birth can be told: it is for counting, and goes no further.</summary>
    public DateOnly? OutOfAgeOn { get; init; }
}

/// <summary>A child is no longer in a special circumstance.</summary>
[EventType("ansinh.child.v1.CircumstanceEnded", SchemaVersion = 2)]
public sealed record CircumstanceEnded
{
    /// <summary>Child as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Circumstance, as when it began.</summary>
    public required string Circumstance { get; init; }

    /// <summary><c>male</c>, <c>female</c>, as when it began.</summary>
    public string? Sex { get; init; }

    /// <summary>First day on which the person is no child any more, as when it began: an end on that day or later changes no count.</summary>
    public DateOnly? OutOfAgeOn { get; init; }
}

/// <summary>A child in special circumstances is cared for or supported from a day on.</summary>
[EventType("ansinh.child.v1.SupportBegan")]
public sealed record SupportBegan
{
    /// <summary>Child as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Support: <c>monthly_allowance</c>, <c>alternative_care</c>, <c>facility_care</c>, <c>scholarship</c>, <c>medical</c>, <c>sponsorship</c>, <c>other</c>.</summary>
    public required string Support { get; init; }
}

/// <summary>A support of a child ended.</summary>
[EventType("ansinh.child.v1.SupportEnded")]
public sealed record SupportEnded
{
    /// <summary>Child as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Support, as when it began.</summary>
    public required string Support { get; init; }
}

/// <summary>An incident happened to a child. It carries no person key: few incidents, and who it was is nobody's business outside.</summary>
[EventType("ansinh.child.v1.IncidentRecorded")]
public sealed record IncidentRecorded
{
    /// <summary>Kind: <c>drowning</c>, <c>traffic_accident</c>, <c>other_accident</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the child died of it.</summary>
    public required bool Fatal { get; init; }

    /// <summary>Place: <c>river</c>, <c>pond</c>, <c>sea</c>, <c>pool</c>, <c>home</c>, <c>school</c>, <c>road</c>, <c>other</c>.</summary>
    public required string Place { get; init; }
}

/// <summary>An incident should not have been recorded: the event that it replaces is booked back.</summary>
[EventType("ansinh.child.v1.IncidentVoided")]
public sealed record IncidentVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}

/// <summary>A child-abuse case was opened on a report. It carries no person key.</summary>
[EventType("ansinh.child.v1.AbuseCaseOpened")]
public sealed record AbuseCaseOpened
{
    /// <summary>Type: <c>physical</c>, <c>sexual</c>, <c>emotional</c>, <c>neglect</c>, <c>exploitation</c>.</summary>
    public required string AbuseType { get; init; }
}

/// <summary>A case was referred to another body.</summary>
[EventType("ansinh.child.v1.CaseReferred")]
public sealed record CaseReferred
{
    /// <summary>Type of the case's abuse, as when it was opened.</summary>
    public required string AbuseType { get; init; }

    /// <summary>To whom: <c>police</c>, <c>court</c>, <c>health</c>, <c>school</c>, <c>other</c>.</summary>
    public required string To { get; init; }

    /// <summary>True for the case's first referral to that body: a case referred twice counts once.</summary>
    public required bool FirstTime { get; init; }
}

/// <summary>A case was closed. When it is opened again, <see cref="CaseReopened"/> takes this back.</summary>
[EventType("ansinh.child.v1.CaseClosed")]
public sealed record CaseClosed
{
    /// <summary>Whether what the plan set out was reached.</summary>
    public required bool PlanMet { get; init; }
}

/// <summary>A closed case was opened again: the event that it replaces is booked back, so that the case counts once, at its last closing.</summary>
[EventType("ansinh.child.v1.CaseReopened")]
public sealed record CaseReopened
{
    /// <summary>Event that told of the closing.</summary>
    public required Guid Replaces { get; init; }
}
