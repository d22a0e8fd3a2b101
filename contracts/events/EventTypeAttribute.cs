namespace AnSinh.Contracts.Events;

/// <summary>
/// Pins the published name of an event record: package, major version and record name, such as
/// <c>ansinh.employment.v1.PlacementRecorded</c>. The name outlives renames of the class.
/// </summary>
/// <param name="name">Published name; never changed once shipped.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name) : Attribute
{
    /// <summary>Published name of the record.</summary>
    public string Name { get; } = name;

    /// <summary>Minor version: 1 at first, one more each time an optional member is added.</summary>
    public int SchemaVersion { get; init; } = 1;
}
