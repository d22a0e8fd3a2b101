using AnSinh.ChildProtection.Data;
using AnSinh.ChildProtection.Reading;
using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Children as messages.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="people">People as messages.</param>
sealed class ChildMessages(ChildDb db, PersonMessages people)
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "children";

    /// <summary>Permission to see citizen numbers whole.</summary>
    public const string ReadIdentity = "child.records.read_identity";

    /// <summary>The child for the answer to a command, which is kept as it is: without the person.</summary>
    public Wire.Child ForCommand(Child child) => Of(child, EtagAfterSaving.Of(db, child));

    /// <summary>The child for a list: without the person.</summary>
    public static Wire.Child ForList(Child child) => Of(child, Etag.Of(child));

    /// <summary>The child with the person.</summary>
    public Wire.Child ForReader(Child child, Person person)
    {
        var message = ForList(child);
        message.Person = people.ForQuery(person, ReadIdentity);
        return message;
    }

    static Wire.Child Of(Child child, string etag)
    {
        var message = new Wire.Child
        {
            Name = ResourceName.Format(Collection, child.Id),
            Code = RecordCode.Of("TE", child.Id),
            ExitedOn = child.ExitedOn is { } exited ? WireDate.Of(exited) : null,
            ExitReason = (Wire.ExitReason)(child.ExitReason ?? 0),
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(child.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(child.UpdatedAt),
        };
        message.Circumstances.AddRange(child.Circumstances.OrderBy(one => one.StartedOn).ThenBy(one => one.Kind).Select(one => new Wire.Circumstance
        {
            Kind = (Wire.CircumstanceKind)one.Kind,
            SubType = one.SubType,
            StartedOn = WireDate.Of(one.StartedOn),
            EndedOn = one.EndedOn is { } ended ? WireDate.Of(ended) : null,
        }));
        message.Supports.AddRange(child.Supports.OrderBy(one => one.StartedOn).ThenBy(one => one.Kind).Select(one => new Wire.Support
        {
            Kind = (Wire.SupportKind)one.Kind,
            StartedOn = WireDate.Of(one.StartedOn),
            EndedOn = one.EndedOn is { } ended ? WireDate.Of(ended) : null,
        }));
        return message;
    }
}
