using AnSinh.ServiceKit.Persistence;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>What somebody is to a meritorious person; stored by number, the numbers of ansinh.merit.v1.Relation.</summary>
public enum Relation
{
    /// <summary>Cha đẻ, mẹ đẻ.</summary>
    Parent = 1,

    /// <summary>Vợ hoặc chồng.</summary>
    Spouse = 2,

    /// <summary>Con đẻ, con nuôi.</summary>
    Child = 3,

    /// <summary>Người có công nuôi liệt sĩ.</summary>
    FosterParent = 4,

    /// <summary>Người phục vụ.</summary>
    Carer = 5,

    /// <summary>Người thờ cúng liệt sĩ.</summary>
    Worshipper = 6,
}

/// <summary>A person in one category of the Ordinance.</summary>
public sealed class MeritPerson : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The natural person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Category, such as <c>NCC07</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Commune whose list the person stands on.</summary>
    public required string AreaCode { get; init; }

    /// <summary>A day on which the commune bore that code.</summary>
    public DateOnly AreaOn { get; init; }

    /// <summary>Day of the decision that recognised the person; null when not known.</summary>
    public DateOnly? RecognisedOn { get; init; }

    /// <summary>Number of that decision; empty when not known.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Loss of working capacity in percent; 0 when none was assessed.</summary>
    public int InjuryPercent { get; init; }

    /// <summary>Whether the record was voided.</summary>
    public bool IsVoided { get; set; }

    /// <summary>Why it was voided; empty otherwise.</summary>
    public required string VoidReason { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A relative of a meritorious person.</summary>
public sealed class MeritRelative
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The meritorious person.</summary>
    public required Guid MeritPersonId { get; init; }

    /// <summary>The relative.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the relative is to the meritorious person.</summary>
    public required Relation Relation { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
