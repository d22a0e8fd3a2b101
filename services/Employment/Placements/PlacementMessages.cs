using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>Placements as messages.</summary>
static class PlacementMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "placements";

    /// <summary>The placement for the answer to a command that is not saved yet.</summary>
    public static Wire.Placement ForCommand(EmploymentDb db, Placement placement) => Of(placement, EtagAfterSaving.Of(db, placement));

    /// <summary>The placement for a query.</summary>
    public static Wire.Placement ForQuery(Placement placement) => Of(placement, Etag.Of(placement));

    static Wire.Placement Of(Placement placement, string etag) => new()
    {
        Name = ResourceName.Format(Collection, placement.Id),
        Worker = ResourceName.Format(WorkerMessages.Collection, placement.WorkerId),
        Employer = placement.EmployerId is { } employer ? ResourceName.Format(EmployerGrpc.Collection, employer) : "",
        Channel = (Wire.Channel)placement.Channel,
        StartDate = WireDate.Of(placement.StartDate),
        AreaCode = placement.AreaCode,
        OccupationCode = placement.OccupationCode,
        Overseas = placement.Channel != PlacementChannel.OverseasContract ? null : new Wire.OverseasTerms
        {
            MarketCode = placement.MarketCode,
            ContractMonths = placement.ContractMonths ?? 0,
            ReturnDate = placement.ReturnDate is { } returned ? WireDate.Of(returned) : null,
        },
        Loan = placement.Channel != PlacementChannel.Loan ? null : new Wire.LoanTerms
        {
            AmountVnd = placement.LoanAmountVnd ?? 0,
            ProjectRef = placement.LoanProjectRef ?? "",
        },
        State = (Wire.PlacementState)placement.State,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(placement.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(placement.UpdatedAt),
    };
}
