using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>The record of the tests' own module: a column of every type that services use.</summary>
public sealed class Note : IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Natural key.</summary>
    public required string Title { get; set; }

    public string? Text { get; set; }

    public Guid? Owner { get; set; }

    public NoteKind Kind { get; set; }

    public NoteKind? FormerKind { get; set; }

    public DateOnly? Due { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public bool Done { get; set; }

    public int Pages { get; set; }

    public long Weight { get; set; }

    public byte[]? Attachment { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[]? SealedText { get; set; }

    public int Version { get; set; }
}

public enum NoteKind
{
    Plain = 1,
    Urgent = 7,
}

/// <summary>What a subscription of the tests has booked.</summary>
public sealed class Booking
{
    /// <summary>Time-ordered, so the order of the keys is the order of booking; not unique by event, so that doubles show.</summary>
    public Guid Id { get; set; }

    public required string Source { get; set; }

    public long Sequence { get; set; }

    public Guid EventId { get; set; }
}
