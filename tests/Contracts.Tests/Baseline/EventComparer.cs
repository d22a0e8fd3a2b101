namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>
/// Holds the event records of today against those that were published. A published record only ever gains optional members, and says so
/// by its schema version; anything else is a new record.
/// </summary>
static class EventComparer
{
    /// <summary>Every change that breaks a consumer or a stored event; empty when there is none.</summary>
    public static IReadOnlyList<string> BreakingChanges(EventSchemas published, EventSchemas current) =>
        [.. published.Records.SelectMany(record => CompareRecord(record.Key, record.Value, current.Records.GetValueOrDefault(record.Key)))];

    /// <summary>Every record and member that is not published yet.</summary>
    public static IReadOnlyList<string> Additions(EventSchemas published, EventSchemas current) =>
        [.. current.Elements().Except(published.Elements(), StringComparer.Ordinal)];

    static IEnumerable<string> CompareRecord(string name, EventSchema before, EventSchema? now)
    {
        if (now is null)
        {
            yield return $"event {name} was removed";
            yield break;
        }

        foreach (var (path, member) in before.Members)
        {
            foreach (var change in CompareMember(member, now.Members.GetValueOrDefault(path)))
            {
                yield return $"member {name}: {path} {change}";
            }
        }

        var added = now.Members.Where(member => !before.Members.ContainsKey(member.Key)).ToList();
        foreach (var (path, _) in added.Where(member => member.Value.Required && HolderIsPublished(before, member.Key)))
        {
            yield return $"member {name}: {path} is new and required; stored events lack it";
        }

        if (now.SchemaVersion < before.SchemaVersion + (added.Count > 0 ? 1 : 0))
        {
            yield return $"event {name} has schema version {now.SchemaVersion}; published is {before.SchemaVersion}, and new members raise it by one";
        }
    }

    static IEnumerable<string> CompareMember(EventMember before, EventMember? now)
    {
        if (now is null)
        {
            yield return "was removed";
            yield break;
        }

        if (before.Type != now.Type)
        {
            yield return $"was retyped from {before.Type} to {now.Type}";
        }

        if (before.Required != now.Required)
        {
            yield return now.Required ? "became required; stored events may lack it" : "became optional; readers count on it";
        }
    }

    // Inside a new optional object a required member is fine: whoever writes the object writes the member.
    static bool HolderIsPublished(EventSchema before, string path) =>
        path.LastIndexOf('.') is var dot && (dot < 0 || before.Members.ContainsKey(path[..dot].TrimEnd('[', ']')));
}
