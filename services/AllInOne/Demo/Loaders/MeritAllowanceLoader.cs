using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// Allowances in payment: a level of the decree's table for each person, chosen so that the months of the payments group add up to its
/// published total. The levels come from the service, as they would for any client.
/// </summary>
public sealed class MeritAllowanceLoader : IRecordLoader
{
    /// <summary>Decree whose levels are in force in the scenarios' months.</summary>
    public const string Decree = "58/2019/NĐ-CP";

    const int RowsInMessage = 500;
    const int MostLevels = 1000;

    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "allowance_in_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var allowances = new AllowanceService.AllowanceServiceClient(context.Official);
        var payments = context.Scenario.Records.First(one => one is { Service: "merit", Record: "allowance_payment" });
        var months = Months.Of(payments);
        var levels = await LevelsAsync(allowances, cancellationToken);
        var amounts = ExactSplit.Of(context.Seed, group.Count, payments.TotalVnd / months.Count, [.. levels.Select(level => level.Key)]);
        var communes = await context.CommunesAsync(months[0], cancellationToken);
        await context.ImportAsync(
            allowances.ImportEntitlements(cancellationToken: cancellationToken),
            options => new ImportEntitlementsRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => Row(group, context, communes, levels[amounts[i]], months[0], i))
                .Chunk(RowsInMessage).Select(rows => new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
    }

    static EntitlementRow Row(RecordGroup group, LoadContext context, IReadOnlyList<string> communes, IReadOnlyList<string> categories, DateOnly payableFrom, int i)
    {
        var dice = MeritPeople.Dice(context, 5, i);
        var start = group.FirstDay.AddDays(dice.Next(group.LastDay.DayNumber - group.FirstDay.DayNumber + 1));
        var commune = communes[(int)((long)i * communes.Count / group.Count)];
        return new EntitlementRow
        {
            Line = i + 1,
            Entitlement = new Entitlement
            {
                Person = MeritPeople.Of(context, MeritPeople.First + i, commune),
                AreaCode = commune,
                Category = categories[dice.Next(categories.Count)],
                StartMonth = Months.Month(start),
                PayableFrom = Months.Month(payableFrom),
                Channel = PaymentChannel.PostCash,
                DecisionNo = "Quyết định mẫu",
            },
        };
    }

    /// <summary>The decree's categories by amount.</summary>
    static async Task<Dictionary<long, IReadOnlyList<string>>> LevelsAsync(AllowanceService.AllowanceServiceClient allowances, CancellationToken cancellationToken)
    {
        var rates = await allowances.ListBenefitRatesAsync(new ListBenefitRatesRequest { LegalBasis = Decree, PageSize = MostLevels }, cancellationToken: cancellationToken);
        return rates.Rates.Where(rate => rate.Kind == RateKind.Amount).GroupBy(rate => rate.Value)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(rate => rate.Category).Order(StringComparer.Ordinal)]);
    }
}
