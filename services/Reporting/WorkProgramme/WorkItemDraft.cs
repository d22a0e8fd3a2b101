using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>An item as it was sent, checked.</summary>
public sealed record WorkItemDraft
{
    /// <summary>What it is.</summary>
    public required WorkItemKind Kind { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Unit that it belongs to.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day of effect.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Day by which it is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Day on which it was done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Level, kind or field.</summary>
    public string Category { get; init; } = "";

    /// <summary>Type of a document.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether a document carries out a directive.</summary>
    public bool ExecutesDirective { get; init; }

    /// <summary>Year of a task.</summary>
    public int Year { get; init; }

    /// <summary>SHA-256 of kind, number, area and day: offices number by year and begin again; after a void the next ordinal is free.</summary>
    /// <param name="ordinal">How many voided items had the key before.</param>
    public byte[] NaturalKey(int ordinal) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Kind}\u001f{Number.ToUpperInvariant()}\u001f{AreaCode}\u001f{Day:yyyy-MM-dd}\u001f{ordinal}")));

    /// <summary>The item of this draft.</summary>
    public WorkItem ToItem(Guid id, byte[] key, DateTimeOffset now) => new()
    {
        Id = id,
        NaturalKey = key,
        Kind = Kind,
        Number = Number,
        Title = Title,
        AreaCode = AreaCode,
        Day = Day,
        DueOn = DueOn,
        DoneOn = DoneOn,
        Category = Category,
        Type = Type,
        ExecutesDirective = ExecutesDirective,
        Year = Year,
        State = DoneOn is null ? WorkItemState.Open : WorkItemState.Done,
        CreatedAt = now,
    };
}
