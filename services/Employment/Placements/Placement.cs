using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Employment.Placements;

/// <summary>Way in which a job was found; stored by number.</summary>
public enum PlacementChannel
{
    /// <summary>Việc làm trong nước.</summary>
    Domestic = 1,

    /// <summary>Qua vay vốn giải quyết việc làm.</summary>
    Loan = 2,

    /// <summary>Đi làm việc ở nước ngoài theo hợp đồng (Law 69/2020).</summary>
    OverseasContract = 3,
}

/// <summary>Whether a placement counts; stored by number.</summary>
public enum PlacementState
{
    /// <summary>Counts in the figures.</summary>
    Recorded = 1,

    /// <summary>Was voided and counts nowhere.</summary>
    Voided = 2,
}

/// <summary>A worker starts a job (giải quyết việc làm).</summary>
public sealed class Placement : IVersioned, INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of who, when, how and with whom; unique, so that the same paper is recorded once. See <see cref="NaturalKey"/>.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Worker.</summary>
    public Guid WorkerId { get; set; }

    /// <summary>Employer, or the company that sends the worker abroad; null when not known.</summary>
    public Guid? EmployerId { get; set; }

    /// <summary>Way in which the job was found.</summary>
    public PlacementChannel Channel { get; set; }

    /// <summary>First day at work, or day of departure.</summary>
    public DateOnly StartDate { get; set; }

    /// <summary>Commune of residence, as it was on <see cref="StartDate"/>.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Occupation (VSCO 2020); empty when not known.</summary>
    public required string OccupationCode { get; set; }

    /// <summary>Receiving country or territory; null unless overseas.</summary>
    public string? MarketCode { get; set; }

    /// <summary>Length of the contract in months; null unless overseas.</summary>
    public int? ContractMonths { get; set; }

    /// <summary>Day on which the worker came home; null while abroad, and unless overseas.</summary>
    public DateOnly? ReturnDate { get; set; }

    /// <summary>Loan in VND; null unless by loan.</summary>
    public long? LoanAmountVnd { get; set; }

    /// <summary>Loan project at the Social Policy Bank; null unless by loan, empty when not known.</summary>
    public string? LoanProjectRef { get; set; }

    /// <summary>Whether it counts.</summary>
    public PlacementState State { get; set; }

    /// <summary>Event that booked it last, which a correction or a void replaces.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>Event that told of the return; null while abroad.</summary>
    public Guid? ReturnToldBy { get; set; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Makes a placement of checked content.</summary>
    public static Placement Of(PlacementDraft draft, Guid id, byte[] naturalKey, Guid workerId, Guid? employerId, DateTimeOffset now)
    {
        var placement = new Placement
        {
            Id = id,
            NaturalKey = naturalKey,
            AreaCode = draft.AreaCode,
            OccupationCode = draft.OccupationCode,
            State = PlacementState.Recorded,
            CreatedAt = now,
        };
        placement.Take(draft, workerId, employerId, now);
        placement.ReturnDate = draft.ReturnDate;
        return placement;
    }

    /// <summary>Takes other content over; a return that was recorded stays.</summary>
    public void Take(PlacementDraft draft, Guid workerId, Guid? employerId, DateTimeOffset now)
    {
        WorkerId = workerId;
        EmployerId = employerId;
        Channel = draft.Channel;
        StartDate = draft.StartDate;
        AreaCode = draft.AreaCode;
        OccupationCode = draft.OccupationCode;
        MarketCode = draft.MarketCode;
        ContractMonths = draft.ContractMonths;
        LoanAmountVnd = draft.LoanAmountVnd;
        LoanProjectRef = draft.LoanProjectRef;
        UpdatedAt = now;
    }
}

/// <summary>What a placement says, checked.</summary>
public sealed record PlacementDraft
{
    /// <summary>Way in which the job was found.</summary>
    public required PlacementChannel Channel { get; init; }

    /// <summary>First day at work, or day of departure.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>Commune of residence on that day.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Occupation; empty when not known.</summary>
    public required string OccupationCode { get; init; }

    /// <summary>Receiving country or territory; null unless overseas.</summary>
    public string? MarketCode { get; init; }

    /// <summary>Length of the contract in months; null unless overseas.</summary>
    public int? ContractMonths { get; init; }

    /// <summary>Day of the return; null while abroad.</summary>
    public DateOnly? ReturnDate { get; init; }

    /// <summary>Loan in VND; null unless by loan.</summary>
    public long? LoanAmountVnd { get; init; }

    /// <summary>Loan project; null unless by loan.</summary>
    public string? LoanProjectRef { get; init; }
}
