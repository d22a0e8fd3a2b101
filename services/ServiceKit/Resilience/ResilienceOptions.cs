namespace AnSinh.ServiceKit.Resilience;

/// <summary>How calls to other services are repeated and given up (section <c>Resilience</c>).</summary>
public sealed record ResilienceOptions
{
    /// <summary>Longest time for a call with all its tries, in seconds; a shorter deadline of the caller counts.</summary>
    public double TotalSeconds { get; init; } = 30;

    /// <summary>Longest time for one try, in seconds. A try without an answer in time counts as UNAVAILABLE.</summary>
    public double TrySeconds { get; init; } = 10;

    /// <summary>Tries in all, 1 to 10.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Longest wait before the second try, in seconds; doubles from try to try, and the wait is random between 0 and it.</summary>
    public double BaseDelaySeconds { get; init; } = 0.2;

    /// <summary>Share of failed tries, 0 to 1, at which a target is left alone for a while.</summary>
    public double BreakerFailureRatio { get; init; } = 0.5;

    /// <summary>Fewest tries in 30 seconds before the share counts.</summary>
    public int BreakerMinimumTries { get; init; } = 10;

    /// <summary>How long a target is left alone, in seconds.</summary>
    public double BreakerSeconds { get; init; } = 5;
}
