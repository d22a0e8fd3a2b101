namespace AnSinh.Contracts.Events.Support.V1;

/// <summary>
/// Entries of a support list (relief programme, gift campaign) of one commune were approved on one day (the envelope's area and day).
/// </summary>
[EventType("ansinh.support.v1.SupportApproved")]
public sealed record SupportApproved
{
    /// <summary>What kind of programme: <c>relief</c>, <c>gift</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Programme or campaign, such as <c>Nghị quyết 42/NQ-CP</c>; at most 60 characters.</summary>
    public required string Programme { get; init; }

    /// <summary>The entries by group and kind of recipient.</summary>
    public required IReadOnlyList<SupportGroup> Groups { get; init; }
}

/// <summary>Entries of a support list of one commune were paid, or their gifts delivered, on one day.</summary>
[EventType("ansinh.support.v1.SupportDelivered")]
public sealed record SupportDelivered
{
    /// <summary>What kind of programme: <c>relief</c>, <c>gift</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Programme or campaign.</summary>
    public required string Programme { get; init; }

    /// <summary>The entries by group and kind of recipient.</summary>
    public required IReadOnlyList<SupportGroup> Groups { get; init; }
}

/// <summary>Approved entries were struck off the list of a commune: the approval is booked back.</summary>
[EventType("ansinh.support.v1.SupportRevoked")]
public sealed record SupportRevoked
{
    /// <summary>What kind of programme: <c>relief</c>, <c>gift</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Programme or campaign.</summary>
    public required string Programme { get; init; }

    /// <summary>The entries, as when they were approved.</summary>
    public required IReadOnlyList<SupportGroup> Groups { get; init; }
}

/// <summary>Entries of one group and one kind of recipient.</summary>
public sealed record SupportGroup
{
    /// <summary>Group of the programme, such as <c>merit</c>, <c>social_assistance</c>, <c>poor_household</c>, <c>worker_suspended</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Who receives: <c>person</c>, <c>household</c>, <c>household_business</c>, <c>enterprise</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>Number of entries.</summary>
    public required long Entries { get; init; }

    /// <summary>Their sum in VND.</summary>
    public required long AmountVnd { get; init; }

    /// <summary>The persons among them as person keys, one per entry; absent where people are not counted.</summary>
    public IReadOnlyList<string>? PersonKeys { get; init; }
}
