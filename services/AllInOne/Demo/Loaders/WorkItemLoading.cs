using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Sends items of the work programme through their bulk import; they belong to the province itself.</summary>
static class WorkItemLoading
{
    const int RowsInMessage = 500;

    /// <summary>Sends the items of a group.</summary>
    public static Task SendAsync(LoadContext context, RecordGroup group, IEnumerable<WorkItem> items, CancellationToken cancellationToken)
    {
        var client = new WorkProgrammeService.WorkProgrammeServiceClient(context.Official);
        var rows = items.Select((item, index) => new WorkItemRow { Line = index + 2, Item = item }).Chunk(RowsInMessage)
            .Select(chunk => new ImportWorkItemsRequest { Rows = new WorkItemRows { Rows = { chunk } } });
        return context.ImportAsync(
            client.ImportWorkItems(cancellationToken: cancellationToken), options => new ImportWorkItemsRequest { Options = options }, rows,
            context.FileName(group), cancellationToken);
    }

    /// <summary>An item of a group, on one of the days from the group's first to the given one.</summary>
    public static WorkItem Item(LoadContext context, RecordGroup group, int number, DateOnly last) => new()
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"{number + 1:D3}/{group.Record}-{group.Line}"),
        Title = "Bản ghi mẫu",
        AreaCode = context.Province,
        Day = WireDate.Of(group.FirstDay.AddDays(number * 7 % (last.DayNumber - group.FirstDay.DayNumber + 1))),
    };
}
