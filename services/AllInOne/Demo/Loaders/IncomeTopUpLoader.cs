using AnSinh.Contracts.Payments.V1;
using AnSinh.Contracts.Protection.V1;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Income top-ups of a provincial resolution: fixed amounts, a run a month; a few people join a month later so that the payments come out.</summary>
public sealed class IncomeTopUpLoader : IRecordLoader
{
    const int FirstPerson = 470_000;
    const int RowsInMessage = 500;

    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "income_topup_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var months = (group.LastDay.Year - group.FirstDay.Year) * 12 + group.LastDay.Month - group.FirstDay.Month + 1;
        var late = group.People * months - group.Count;
        var amounts = Amounts(group, months, late);
        var client = new TopUpService.TopUpServiceClient(context.Official);

        // The people are counted by their payments, which are the records of this group.
        using var call = client.ImportEntitlements(cancellationToken: cancellationToken);
        await QuietImport.SendAsync(
            call, options => new ImportEntitlementsRequest { Options = options },
            Enumerable.Range(0, group.People).Select(i => Row(i, amounts[i], i >= group.People - late, group, communes, context.Seed)).Chunk(RowsInMessage)
                .Select(rows => new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { rows } } }),
            context, context.FileName(group), cancellationToken);
        var steps = new PaymentRunSteps(context, "ansinh.protection.v1.TopUpPaymentService");
        var (lines, paid) = (0, 0L);
        for (var month = 0; month < months; month++)
        {
            var day = group.FirstDay.AddMonths(month);
            var run = await steps.PayAsync(day, day, cancellationToken);
            (lines, paid) = (lines + run.Lines, paid + run.AmountVnd);
            context.Advance(run.Lines);
        }

        if (lines != group.Count || paid != group.TotalVnd)
        {
            throw new InvalidOperationException($"Dòng {group.Line}: các đợt có {lines} khoản, {paid} đồng; cần {group.Count} khoản, {group.TotalVnd} đồng.");
        }
    }

    /// <summary>Amounts around the average in steps of 1,000 VND; who is paid every month takes up the remainder.</summary>
    static long[] Amounts(RecordGroup group, int months, int late)
    {
        const long Step = 1_000;
        var average = group.TotalVnd / group.Count / Step * Step;
        var amounts = Enumerable.Repeat(average, group.People).ToArray();
        var whole = group.People - late;
        for (var i = 0; i + 1 < whole; i += 2)
        {
            var shift = i % 200 * Step;
            amounts[i] += shift;
            amounts[i + 1] -= shift;
        }

        var left = group.TotalVnd - average * group.Count;
        if (left % (Step * months) != 0)
        {
            throw new FormatException($"Dòng {group.Line}: tổng số tiền không chia được cho các mức cố định tròn nghìn đồng.");
        }

        for (var i = 0; left > 0; i = (i + 1) % whole, left -= Step * months)
        {
            amounts[i] += Step;
        }

        return amounts;
    }

    static EntitlementRow Row(int i, long amount, bool late, RecordGroup group, IReadOnlyList<string> communes, int seed)
    {
        var commune = communes[Months.CommuneOf(i, group.People, communes.Count)];
        return new EntitlementRow
        {
            Line = i + 1,
            Entitlement = new Entitlement
            {
                Person = SyntheticPeople.Person(seed, FirstPerson + i, commune),
                AreaCode = commune,
                Category = "ho_ngheo",
                FixedAmountVnd = amount,
                StartMonth = Months.Month(late ? group.FirstDay.AddMonths(1) : group.FirstDay),
                Channel = PaymentChannel.PostCash,
                DecisionNo = "NQ-" + Months.Text(i + 1),
            },
        };
    }
}
