namespace AnSinh.Contracts.Events.Merit.V1;

/// <summary>Remains of a martyr were laid to rest (quy tập, an táng hài cốt liệt sĩ); one event for each.</summary>
[EventType("ansinh.merit.v1.RemainsReburied")]
public sealed record RemainsReburied
{
    /// <summary>Whether the martyr is known: <c>named</c>, <c>partly_named</c>, <c>unknown</c>.</summary>
    public required string Identification { get; init; }

    /// <summary>Where they were found: <c>domestic</c>, <c>laos</c>, <c>cambodia</c>, <c>other</c>.</summary>
    public required string FoundIn { get; init; }
}

/// <summary>A reburial should not have been recorded: the event that it replaces is booked back.</summary>
[EventType("ansinh.merit.v1.ReburialVoided")]
public sealed record ReburialVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}

/// <summary>The list of a living-standard survey of policy households was approved for one commune (the envelope's area; its day is the survey's).</summary>
[EventType("ansinh.merit.v1.LivingStandardsApproved")]
public sealed record LivingStandardsApproved
{
    /// <summary>Survey, a UUID of the service.</summary>
    public required Guid Survey { get; init; }

    /// <summary>Households assessed.</summary>
    public required long Households { get; init; }

    /// <summary>Those at or above the average living standard of where they live.</summary>
    public required long AtOrAboveAverage { get; init; }
}
