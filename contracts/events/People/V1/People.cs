namespace AnSinh.Contracts.Events.People.V1;

/// <summary>
/// A person received a citizen number, or another one: <see cref="FormerKey"/> and <see cref="PersonKey"/> are the same person from now
/// on, in every figure, for the past too.
/// </summary>
[EventType("ansinh.people.v1.PersonIdentified")]
public sealed record PersonIdentified
{
    /// <summary>Key under which the person was known.</summary>
    public required string FormerKey { get; init; }

    /// <summary>Key under which the person is known now.</summary>
    public required string PersonKey { get; init; }
}
