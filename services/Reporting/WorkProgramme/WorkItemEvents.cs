using AnSinh.Contracts.Events.Reporting.V1;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>What is told of items.</summary>
static class WorkItemEvents
{
    /// <summary>The event of an item on its day.</summary>
    public static object Begun(WorkItem item) => item.Kind switch
    {
        WorkItemKind.Document => new DocumentIssued { Level = item.Category, Type = item.Type, ExecutesDirective = item.ExecutesDirective },
        WorkItemKind.Task => new TaskAssigned { Year = item.Year },
        WorkItemKind.Petition => new PetitionReceived { Kind = item.Category },
        _ => new ProcedurePublished { Field = item.Category },
    };

    /// <summary>The event of an item on the day on which it was done.</summary>
    public static object Done(WorkItem item) => item.Kind switch
    {
        WorkItemKind.Task => new TaskCompleted { Year = item.Year, OnTime = item.DueOn is null || item.DoneOn <= item.DueOn },
        WorkItemKind.Petition => new PetitionSettled { Kind = item.Category },
        WorkItemKind.Procedure => new ProcedureWithdrawn { Field = item.Category },
        _ => throw new InvalidOperationException("A document is never done."),
    };

    /// <summary>Where the item's unit lies on the day on which it was done.</summary>
    public static string AreaWhenDone(AreaDirectory areas, WorkItem item) => CommuneOnDay.Of(areas, item.AreaCode, item.Day, item.DoneOn!.Value);
}
