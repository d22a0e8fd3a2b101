namespace AnSinh.Contracts.Events.Protection.V1;

/// <summary>
/// The list of a poverty survey was approved for one commune (the envelope's area) and is in force from the envelope's day. It takes the
/// place of the list before it, whose numbers come along, so that stocks can be booked without looking back.
/// </summary>
[EventType("ansinh.protection.v1.PovertyListApproved")]
public sealed record PovertyListApproved
{
    /// <summary>Survey, a UUID of the service.</summary>
    public required Guid Survey { get; init; }

    /// <summary>Households by class on the list that it replaces; empty for a commune's first.</summary>
    public required IReadOnlyList<HouseholdClass> Before { get; init; }

    /// <summary>Households by class on this list.</summary>
    public required IReadOnlyList<HouseholdClass> Now { get; init; }

    /// <summary>Members of poor households who were in none on the list before, as person keys.</summary>
    public required IReadOnlyList<string> JoinedPoor { get; init; }

    /// <summary>Members of poor households of the list before who are in none now, as person keys.</summary>
    public required IReadOnlyList<string> LeftPoor { get; init; }
}

/// <summary>Households of one class.</summary>
public sealed record HouseholdClass
{
    /// <summary>Class: <c>poor</c>, <c>near_poor</c>, <c>average</c>, <c>above_average</c>.</summary>
    public required string Class { get; init; }

    /// <summary>Number of households.</summary>
    public required long Households { get; init; }
}

/// <summary>Somebody was found eligible for monthly social assistance (đủ điều kiện hưởng).</summary>
[EventType("ansinh.protection.v1.EligibilityFound")]
public sealed record EligibilityFound
{
    /// <summary>Person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Category of the benefit schedule.</summary>
    public required string Category { get; init; }
}

/// <summary>Somebody found eligible no longer is.</summary>
[EventType("ansinh.protection.v1.EligibilityLost")]
public sealed record EligibilityLost
{
    /// <summary>Person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Category, as when it was found.</summary>
    public required string Category { get; init; }
}
