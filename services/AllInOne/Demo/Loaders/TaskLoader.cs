using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Framework tasks of a year, the first of them completed by a day.</summary>
public sealed class TaskLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "reporting";

    /// <inheritdoc/>
    public string Record => "task";

    /// <inheritdoc/>
    public Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var completed = group.Attributes.ContainsKey("completed") ? group.Whole("completed") : 0;
        var by = group.Attributes.TryGetValue("completed_by", out var text) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : group.LastDay;
        return WorkItemLoading.SendAsync(
            context,
            group,
            Enumerable.Range(0, group.Count).Select(number =>
            {
                var isDone = number < completed;
                var item = WorkItemLoading.Item(context, group, number, isDone ? by : group.LastDay);
                item.Task = new FrameworkTask { Year = group.FirstDay.Year };
                item.DueOn = WireDate.Of(group.LastDay);
                item.DoneOn = isDone ? WireDate.Of(by) : null;
                return item;
            }),
            cancellationToken);
    }
}
