namespace AnSinh.Contracts.Events.Employment.V1;

/// <summary>A worker or job seeker was registered.</summary>
[EventType("ansinh.employment.v1.WorkerRegistered")]
public sealed record WorkerRegistered
{
    /// <summary>Worker as a person key; local to the service where there is no citizen number.</summary>
    public required string PersonKey { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>
/// A person received a citizen number, or another one: <see cref="FormerKey"/> and <see cref="PersonKey"/> are the same person from now
/// on, in every figure, for the past too.
/// </summary>
[EventType("ansinh.employment.v1.PersonIdentified")]
public sealed record PersonIdentified
{
    /// <summary>Key under which the person was known.</summary>
    public required string FormerKey { get; init; }

    /// <summary>Key under which the person is known now.</summary>
    public required string PersonKey { get; init; }
}

/// <summary>An employer was registered.</summary>
[EventType("ansinh.employment.v1.EmployerRegistered")]
public sealed record EmployerRegistered
{
    /// <summary>Industry (VSIC 2018); absent when not known.</summary>
    public string? Sector { get; init; }

    /// <summary>Number of workers; absent when not known.</summary>
    public int? Size { get; init; }
}
