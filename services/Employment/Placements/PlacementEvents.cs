using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements;

/// <summary>Placements as events tell of them: no name, no number, no date of birth.</summary>
static class PlacementEvents
{
    /// <summary>What a placement says.</summary>
    public static PlacementContent Content(Placement placement, string personKey, Sex sex, PartialDate? birth) => new()
    {
        PersonKey = personKey,
        Channel = placement.Channel switch
        {
            PlacementChannel.Domestic => "domestic",
            PlacementChannel.Loan => "loan",
            _ => "overseas_contract",
        },
        StartDate = placement.StartDate,
        AreaCode = placement.AreaCode,
        Sex = SexNames.Of(sex),
        AgeBand = AgeRules.BandOn(birth, placement.StartDate),
        Occupation = placement.OccupationCode.Length == 0 ? null : placement.OccupationCode,
        EmployerId = placement.EmployerId,
        Market = placement.MarketCode,
        ContractMonths = placement.ContractMonths,
        LoanAmountVnd = placement.LoanAmountVnd,
    };

    /// <inheritdoc cref="Content(Placement, string, Sex, PartialDate?)"/>
    public static PlacementContent Content(Placement placement, Worker worker) => Content(placement, worker.PersonKey, worker.Sex, worker.Birth);

    /// <summary>The return of a worker abroad.</summary>
    public static OverseasWorkerReturned Returned(Placement placement, string personKey) => new()
    {
        PersonKey = personKey,
        ReturnDate = placement.ReturnDate!.Value,
        Market = placement.MarketCode!,
    };
}
