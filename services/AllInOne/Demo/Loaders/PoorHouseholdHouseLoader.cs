using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Houses of poor households, finished within the days of the group.</summary>
public sealed class PoorHouseholdHouseLoader : IRecordLoader
{
    const int FirstPerson = 475_000;
    const int RowsInMessage = 500;
    const int DaysOfWork = 30;

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "poor_household_house";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var client = new HousingService.HousingServiceClient(context.Official);
        await context.ImportAsync(
            client.ImportHousing(cancellationToken: cancellationToken), options => new ImportHousingRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => Row(i, group, communes, context.Seed)).Chunk(RowsInMessage)
                .Select(rows => new ImportHousingRequest { Rows = new HousingRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
    }

    static HousingRow Row(int i, RecordGroup group, IReadOnlyList<string> communes, int seed)
    {
        var commune = communes[Months.CommuneOf(i, group.Count, communes.Count)];
        var completed = group.FirstDay.AddDays(i * 31 % (group.LastDay.DayNumber - group.FirstDay.DayNumber + 1));
        return new HousingRow
        {
            Line = i + 1,
            Housing = new HousingSupport
            {
                Beneficiary = HousingBeneficiary.PoorHousehold,
                Person = SyntheticPeople.Person(seed, FirstPerson + i, commune),
                AreaCode = commune,
                Fund = group.Attributes["fund"],
                Work = HousingWork.Build,
                AmountVnd = 50_000_000 + i % 5 * 5_000_000,
                StartedOn = WireDate.Of(completed.AddDays(-DaysOfWork)),
                CompletedOn = WireDate.Of(completed),
            },
        };
    }
}
