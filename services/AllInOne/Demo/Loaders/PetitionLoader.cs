using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Petitions received, the first of them settled by the group's last day.</summary>
public sealed class PetitionLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "reporting";

    /// <inheritdoc/>
    public string Record => "petition";

    /// <inheritdoc/>
    public Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var settled = group.Attributes.ContainsKey("settled") ? group.Whole("settled") : 0;
        return WorkItemLoading.SendAsync(
            context,
            group,
            Enumerable.Range(0, group.Count).Select(number =>
            {
                var item = WorkItemLoading.Item(context, group, number, group.LastDay);
                item.Petition = new Petition { Kind = PetitionKind.Petition };
                item.DoneOn = number < settled ? WireDate.Of(group.LastDay) : null;
                return item;
            }),
            cancellationToken);
    }
}
