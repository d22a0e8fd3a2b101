using AnSinh.Contracts.Payments.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>
/// People on monthly social assistance. The published total of the group of payments behind it is met exactly by a standard of the province of
/// 300,000 VND (an assumption of these data: resolutions may set one above the national 270,000) and coefficients × months that add up to it.
/// </summary>
public sealed class AssistanceInPaymentLoader : IRecordLoader
{
    /// <summary>Number of the first person.</summary>
    public const int FirstPerson = 400_000;

    const int RowsInMessage = 500;
    const long Standard = 300_000;
    const string Resolution = "Nghị quyết mẫu về mức chuẩn trợ giúp xã hội";

    // Category, coefficient in halves, months: products from 8 to 18 half coefficients.
    static readonly (string Category, int Halves, int Months)[] profiles =
    [
        ("5.5c", 2, 4), ("5.5c", 2, 5), ("5.6-nang", 3, 3), ("5.6-dbn", 4, 3), ("5.5c", 2, 6), ("5.6-nang", 3, 4), ("5.6-dbn", 4, 4), ("5.6-nang", 3, 5), ("5.6-nang", 3, 6),
    ];

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "assistance_in_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var payments = context.Scenario.Records.FirstOrDefault(one => one is { Service: "protection", Record: "assistance_payment" })
            ?? throw new FormatException($"Dòng {group.Line}: nhóm assistance_in_payment cần nhóm assistance_payment.");
        await SetRatesAsync(context, cancellationToken);
        var communes = await context.CommunesAsync(payments.FirstDay, cancellationToken);
        var halves = ExactSplit.Of(context.Seed, group.Count, payments.TotalVnd / (Standard / 2), [.. profiles.Select(one => (long)one.Halves * one.Months)]);
        var client = new AssistanceService.AssistanceServiceClient(context.Official);
        await context.ImportAsync(
            client.ImportEntitlements(cancellationToken: cancellationToken), options => new ImportEntitlementsRequest { Options = options },
            Enumerable.Range(0, group.Count).Select(i => Row(i, halves[i], group, payments, communes, context.Seed)).Chunk(RowsInMessage)
                .Select(rows => new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { rows } } }),
            context.FileName(group), cancellationToken);
    }

    static EntitlementRow Row(int i, long halves, RecordGroup group, RecordGroup payments, IReadOnlyList<string> communes, int seed)
    {
        var fitting = profiles.Where(one => one.Halves * one.Months == halves).ToList();
        var (category, _, months) = fitting[i % fitting.Count];
        var payable = payments.LastDay.AddMonths(1 - months);
        var commune = communes[Months.CommuneOf(i, group.Count, communes.Count)];
        var span = payable.DayNumber - group.FirstDay.DayNumber;
        return new EntitlementRow
        {
            Line = i + 1,
            Entitlement = new Entitlement
            {
                Person = SyntheticPeople.Person(seed, FirstPerson + i, commune),
                AreaCode = commune,
                Category = category,
                StartMonth = Months.Month(group.FirstDay.AddDays((int)(i * 7919L % (span + 1)))),
                PayableFrom = Months.Month(payable),
                Channel = PaymentChannel.PostCash,
                DecisionNo = "QĐ-" + Months.Text(i + 1),
            },
        };
    }

    /// <summary>Enters the province's standard and has it and the levels of Decree 136/2013 confirmed by the other account.</summary>
    static async Task SetRatesAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var official = new AssistanceService.AssistanceServiceClient(context.Official);
        await official.EnterBenefitRateAsync(
            new EnterBenefitRateRequest
            {
                Rate = new BenefitRate
                {
                    Kind = RateKind.Standard,
                    Value = Standard,
                    ProvinceCode = context.Province,
                    SignedOn = WireDate.Of(new DateOnly(2015, 12, 10)),
                    InForceOn = WireDate.Of(new DateOnly(2016, 1, 1)),
                    AppliedFrom = WireDate.Of(new DateOnly(2016, 1, 1)),
                    AppliedTo = WireDate.Of(new DateOnly(2021, 6, 30)),
                    LegalBasis = Resolution,
                },
                RequestId = context.RequestId("assistance standard"),
            },
            cancellationToken: cancellationToken);
        var approver = new AssistanceService.AssistanceServiceClient(context.Approver);
        foreach (var basis in (string[])["136/2013/NĐ-CP", Resolution])
        {
            await approver.ConfirmBenefitRatesAsync(
                new ConfirmBenefitRatesRequest { LegalBasis = basis, RequestId = context.RequestId("confirm " + basis) }, cancellationToken: cancellationToken);
        }
    }
}
