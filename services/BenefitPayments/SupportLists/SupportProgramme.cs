using System.Globalization;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Kind of a programme; stored by number.</summary>
public enum SupportKind
{
    /// <summary>Relief (hỗ trợ khó khăn theo danh sách).</summary>
    Relief = 1,

    /// <summary>Gifts (quà Tết, quà 27/7).</summary>
    Gift = 2,
}

/// <summary>Who receives; stored by number.</summary>
public enum RecipientKind
{
    /// <summary>A person.</summary>
    Person = 1,

    /// <summary>A household, named by one of its people.</summary>
    Household = 2,

    /// <summary>A household business (hộ kinh doanh).</summary>
    HouseholdBusiness = 3,

    /// <summary>An enterprise.</summary>
    Enterprise = 4,
}

/// <summary>A relief programme or a gift campaign.</summary>
public sealed class SupportProgramme : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code, unique within the service.</summary>
    public required string Code { get; init; }

    /// <summary>Name as reports print it, at most 60 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Relief or gifts.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>Area whose authority runs it; entries lie within.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Legal basis.</summary>
    public required string LegalBasis { get; set; }

    /// <summary>First day on which entries may be approved.</summary>
    public DateOnly FromDate { get; set; }

    /// <summary>Last day on which entries may be approved; null when open.</summary>
    public DateOnly? ToDate { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Kind as events name it.</summary>
    public string KindName => Kind == SupportKind.Relief ? "relief" : "gift";

    /// <summary>Whether entries may be approved on a day.</summary>
    public bool OpenOn(DateOnly day) => day >= FromDate && (ToDate is not { } last || day <= last);
}

/// <summary>One group of recipients of a programme.</summary>
public sealed class SupportProgrammeGroup
{
    /// <summary>Programme.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>Code, unique within the programme.</summary>
    public required string Code { get; init; }

    /// <summary>Place in the programme, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Who receives.</summary>
    public RecipientKind Recipient { get; init; }

    /// <summary>Highest amount of an entry in VND; 0 where only levels bound it.</summary>
    public long CeilingVnd { get; init; }

    /// <summary>Value levels in VND, separated by commas; empty when any amount up to the ceiling is allowed.</summary>
    public required string Levels { get; init; }

    /// <summary>Whether the people paid are counted by person.</summary>
    public bool CountPeople { get; init; }

    /// <summary>Value levels in VND.</summary>
    public IReadOnlyList<long> LevelsVnd =>
        Levels.Length == 0 ? [] : [.. Levels.Split(',').Select(one => long.Parse(one, CultureInfo.InvariantCulture))];

    /// <summary>Recipient as events name it.</summary>
    public string RecipientName => Recipient switch
    {
        RecipientKind.Person => "person",
        RecipientKind.Household => "household",
        RecipientKind.HouseholdBusiness => "household_business",
        _ => "enterprise",
    };

    /// <summary>Whether a person (for a household one of its people) stands on the list, not a business.</summary>
    public bool NamesPerson => Recipient is RecipientKind.Person or RecipientKind.Household;
}

/// <summary>A programme with its groups.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Groups">Its groups by code.</param>
public sealed record ProgrammeWithGroups(SupportProgramme Programme, IReadOnlyDictionary<string, SupportProgrammeGroup> Groups)
{
    /// <summary>Whether approved entries of a group tell their people: relief to persons.</summary>
    public bool TellsApproved(SupportProgrammeGroup group) => Programme.Kind == SupportKind.Relief && group.Recipient == RecipientKind.Person;

    /// <summary>Whether delivered entries of a group tell their people: relief to persons where the programme counts people.</summary>
    public bool TellsDelivered(SupportProgrammeGroup group) => TellsApproved(group) && group.CountPeople;
}
