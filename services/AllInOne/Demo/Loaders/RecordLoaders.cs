namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>The loaders of all kinds of records. A new kind is a new class: it is found by itself.</summary>
public static class RecordLoaders
{
    /// <summary>All loaders.</summary>
    public static IReadOnlyList<IRecordLoader> All { get; } = [.. typeof(RecordLoaders).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IRecordLoader)) && type is { IsClass: true, IsAbstract: false })
        .Select(type => (IRecordLoader)Activator.CreateInstance(type)!)];

    /// <summary>The loader of a group.</summary>
    /// <exception cref="FormatException">No service takes such records: the line, and which kinds there are.</exception>
    public static IRecordLoader Of(RecordGroup group) => All.SingleOrDefault(one => one.Service == group.Service && one.Record == group.Record)
        ?? throw new FormatException($"Dòng {group.Line}: không có loại hồ sơ \"{group.Service}/{group.Record}\"; có: {string.Join(", ", Kinds)}.");

    static IEnumerable<string> Kinds => All.Select(one => $"{one.Service}/{one.Record}").Order(StringComparer.Ordinal);

    /// <summary>Individual records of a group, for the progress.</summary>
    public static int Size(RecordGroup group) => group.Count + group.Parts.Values.Sum(part => Math.Max(part.Count, part.People + Extra(part)));

    static int Extra(RecordGroup part) => part.Attributes.ContainsKey("household_businesses") ? part.Whole("household_businesses") : 0;
}
