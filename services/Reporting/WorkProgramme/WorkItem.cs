using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>An item of the work programme: a document, a framework task, a petition or an administrative procedure.</summary>
public sealed class WorkItem : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of what makes it this item and no other; see <see cref="WorkItemDraft.NaturalKey"/>.</summary>
    public required byte[] NaturalKey { get; set; }

    /// <summary>What it is.</summary>
    public WorkItemKind Kind { get; set; }

    /// <summary>Number by which the office knows it.</summary>
    public required string Number { get; set; }

    /// <summary>What it is about; may be empty.</summary>
    public required string Title { get; set; }

    /// <summary>Unit that it belongs to, of any level.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Day on which it was issued, assigned, received or put in force.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Day by which it is due.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Day on which it was completed, settled or withdrawn.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Level of a document, kind of a petition, field of a procedure; empty for a task.</summary>
    public required string Category { get; set; }

    /// <summary>Type of a document; empty for the others.</summary>
    public required string Type { get; set; }

    /// <summary>Whether a document carries out a directive.</summary>
    public bool ExecutesDirective { get; set; }

    /// <summary>Year of a task's programme; 0 for the others.</summary>
    public int Year { get; set; }

    /// <summary>State.</summary>
    public WorkItemState State { get; set; }

    /// <summary>Event that told of it.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>Event that told that it was done.</summary>
    public Guid? DoneBy { get; set; }

    /// <summary>Why it was voided; empty otherwise.</summary>
    public string VoidReason { get; set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What an item is; the numbers of ansinh.reporting.v1.WorkItemKind.</summary>
public enum WorkItemKind
{
    /// <summary>Văn bản.</summary>
    Document = 1,

    /// <summary>Nhiệm vụ khung.</summary>
    Task = 2,

    /// <summary>Đơn thư.</summary>
    Petition = 3,

    /// <summary>Thủ tục hành chính.</summary>
    Procedure = 4,
}

/// <summary>State of an item; the numbers of ansinh.reporting.v1.WorkItemState.</summary>
public enum WorkItemState
{
    /// <summary>In force or open.</summary>
    Open = 1,

    /// <summary>Completed, settled, withdrawn.</summary>
    Done = 2,

    /// <summary>Should never have been recorded.</summary>
    Voided = 3,
}
