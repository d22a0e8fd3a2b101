using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.People;

/// <summary>A natural person (cá nhân) as one service's register keeps it, with or without a citizen number.</summary>
public sealed class Person : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key in events, 22 characters: of the citizen number, or local to this service for somebody without one. Unique.</summary>
    public required string PersonKey { get; set; }

    /// <summary>What finds the person again: hash of the citizen number's key, or of name, birth and commune. Unique.</summary>
    public required byte[] IdentityKey { get; set; }

    /// <summary>Citizen number, encrypted; null for somebody without one.</summary>
    public byte[]? SealedNumber { get; set; }

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

    /// <summary>Day of death; null while alive as far as known.</summary>
    public DateOnly? DiedOn { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Name as those see it who pay out or check a list: family name and given name whole, the middle as initials.</summary>
    public string ShortName
    {
        get
        {
            var words = FullName.Split(' ');
            return words.Length <= 2 ? FullName : string.Join(' ', words.Select((word, at) => at == 0 || at == words.Length - 1 ? word : word[..1] + "."));
        }
    }
}
