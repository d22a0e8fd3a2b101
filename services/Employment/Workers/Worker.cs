using AnSinh.People;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Workers;

/// <summary>A worker or job seeker (người lao động), with or without a citizen number.</summary>
public sealed class Worker : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key in events, 22 characters: of the citizen number, or local to this service for somebody without one. Unique.</summary>
    public required string PersonKey { get; set; }

    /// <summary>Citizen number, encrypted; null for somebody without one.</summary>
    public byte[]? SealedNumber { get; set; }

    /// <summary>Since when <see cref="PersonKey"/> has been the key, UTC.</summary>
    public DateTimeOffset KeyedAt { get; set; }

    /// <summary>Full name, Unicode NFC.</summary>
    public required string FullName { get; set; }

    /// <summary>Date of birth as far as known; null when not known.</summary>
    public PartialDate? Birth { get; set; }

    /// <summary>Sex as registered.</summary>
    public Sex Sex { get; set; }

    /// <summary>Commune of residence.</summary>
    public required string AreaCode { get; set; }

    /// <summary>A day on which the commune bore that code.</summary>
    public DateOnly AreaOn { get; set; }

    /// <summary>Highest level of schooling or training.</summary>
    public Education Education { get; set; }

    /// <summary>Occupation (VSCO 2020), 1 to 5 digits; empty when not known.</summary>
    public required string OccupationCode { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Takes another key and number; answers what was held before, for the history.</summary>
    /// <param name="personKey">Key of the new number.</param>
    /// <param name="sealedNumber">The new number, encrypted.</param>
    /// <param name="reason">Why, and on what legal basis.</param>
    /// <param name="id">Key of the history row.</param>
    /// <param name="at">Now, UTC.</param>
    public WorkerIdentifier Identify(string personKey, byte[] sealedNumber, string reason, Guid id, DateTimeOffset at)
    {
        var former = new WorkerIdentifier
        {
            Id = id,
            WorkerId = Id,
            PersonKey = PersonKey,
            SealedNumber = SealedNumber,
            ValidFrom = KeyedAt,
            ValidTo = at,
            ReplacedBecause = reason,
        };
        PersonKey = personKey;
        SealedNumber = sealedNumber;
        KeyedAt = at;
        UpdatedAt = at;
        return former;
    }
}

/// <summary>
/// A key and number that a worker once had. The law lets a number be cancelled and established anew (Law on Identification 26/2023,
/// Article 12); papers with the old one still find the worker.
/// </summary>
public sealed class WorkerIdentifier
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>Person key of that time.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Citizen number of that time, encrypted; null where there was none.</summary>
    public byte[]? SealedNumber { get; init; }

    /// <summary>From when it was the key, UTC.</summary>
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when, UTC.</summary>
    public DateTimeOffset ValidTo { get; init; }

    /// <summary>Why it was replaced, and on what legal basis; 1 to 500 characters.</summary>
    public required string ReplacedBecause { get; init; }
}
