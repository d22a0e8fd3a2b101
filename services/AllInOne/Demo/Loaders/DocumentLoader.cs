using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Documents issued: of the level that the group names, some of them carrying out a directive of the People's Committee.</summary>
public sealed class DocumentLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "reporting";

    /// <inheritdoc/>
    public string Record => "document";

    /// <inheritdoc/>
    public Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var level = Level(group);
        var directives = group.Attributes.ContainsKey("executing_people_committee_directive") ? group.Whole("executing_people_committee_directive") : 0;
        return WorkItemLoading.SendAsync(
            context,
            group,
            Enumerable.Range(0, group.Count).Select(number =>
            {
                var item = WorkItemLoading.Item(context, group, number, group.LastDay);
                item.Document = new Document { Level = level, Type = "cong_van", ExecutesDirective = number < directives };
                return item;
            }),
            cancellationToken);
    }

    static DocumentLevel Level(RecordGroup group) => group.Attributes.GetValueOrDefault("level", "department") switch
    {
        "central" => DocumentLevel.Central,
        "people_committee_directive" => DocumentLevel.PeopleCommitteeDirective,
        "department" => DocumentLevel.Department,
        "other" => DocumentLevel.Other,
        var level => throw new FormatException($"Dòng {group.Line}, mục level: \"{level}\" không đúng; cần central, people_committee_directive, department hoặc other."),
    };
}
