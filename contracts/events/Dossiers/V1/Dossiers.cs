namespace AnSinh.Contracts.Events.Dossiers.V1;

/// <summary>
/// A dossier is held from a day on (the envelope's day). A dossier of the past may come with what happened to it since, so that a register
/// of hundreds of thousands is taken over by one event each.
/// </summary>
[EventType("ansinh.dossiers.v1.DossierRegistered")]
public sealed record DossierRegistered
{
    /// <summary>Register that it belongs to, such as <c>merit</c>.</summary>
    public required string Register { get; init; }

    /// <summary>Category, such as <c>NCC07</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Day on which it was appraised; absent when it is not yet.</summary>
    public DateOnly? AppraisedOn { get; init; }

    /// <summary>Day on which its digital copy was verified; absent when there is none yet.</summary>
    public DateOnly? DigitisedOn { get; init; }
}

/// <summary>A dossier went one step further in its workflow.</summary>
[EventType("ansinh.dossiers.v1.DossierAdvanced")]
public sealed record DossierAdvanced
{
    /// <summary>Register that it belongs to.</summary>
    public required string Register { get; init; }

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>State that it left, such as <c>verified</c>.</summary>
    public required string From { get; init; }

    /// <summary>State that it reached: <c>verified</c>, <c>appraised</c>, <c>approved</c>, <c>refused</c>, <c>returned</c>, <c>received</c> …</summary>
    public required string To { get; init; }

    /// <summary>True when it reached <see cref="To"/> for the first time: a dossier appraised twice counts once.</summary>
    public required bool FirstTime { get; init; }
}

/// <summary>The digital copy of a dossier was verified (số hóa xong).</summary>
[EventType("ansinh.dossiers.v1.DossierDigitised")]
public sealed record DossierDigitised
{
    /// <summary>Register that it belongs to.</summary>
    public required string Register { get; init; }

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>Pages of the copy; absent when not counted.</summary>
    public int? Pages { get; init; }
}

/// <summary>A dossier is no longer held here: it went to another province, or should never have been registered.</summary>
[EventType("ansinh.dossiers.v1.DossierReleased")]
public sealed record DossierReleased
{
    /// <summary>Register that it belonged to.</summary>
    public required string Register { get; init; }

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>Whether its digital copy had been verified.</summary>
    public required bool Digitised { get; init; }

    /// <summary>Why: <c>transferred_out</c>, <c>voided</c>.</summary>
    public required string Reason { get; init; }
}
