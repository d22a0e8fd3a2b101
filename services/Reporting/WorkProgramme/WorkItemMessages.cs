using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>Items as messages.</summary>
static class WorkItemMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "workItems";

    /// <summary>The item for the answer to a command that is not saved yet.</summary>
    public static Wire.WorkItem ForCommand(ReportingDb db, WorkItem item) => Of(item, EtagAfterSaving.Of(db, item));

    /// <summary>The item for a query.</summary>
    public static Wire.WorkItem ForQuery(WorkItem item) => Of(item, Etag.Of(item));

    static Wire.WorkItem Of(WorkItem item, string etag)
    {
        var message = new Wire.WorkItem
        {
            Name = ResourceName.Format(Collection, item.Id),
            Number = item.Number,
            Title = item.Title,
            AreaCode = item.AreaCode,
            Day = WireDate.Of(item.Day),
            DueOn = item.DueOn is { } due ? WireDate.Of(due) : null,
            DoneOn = item.DoneOn is { } done ? WireDate.Of(done) : null,
            State = (Wire.WorkItemState)item.State,
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(item.CreatedAt),
        };
        switch (item.Kind)
        {
            case WorkItemKind.Document:
                message.Document = new Wire.Document { Level = WorkItemWords.Level(item.Category), Type = item.Type, ExecutesDirective = item.ExecutesDirective };
                break;
            case WorkItemKind.Task:
                message.Task = new Wire.FrameworkTask { Year = item.Year };
                break;
            case WorkItemKind.Petition:
                message.Petition = new Wire.Petition { Kind = WorkItemWords.Kind(item.Category) };
                break;
            default:
                message.Procedure = new Wire.Procedure { Field = item.Category };
                break;
        }

        return message;
    }
}
