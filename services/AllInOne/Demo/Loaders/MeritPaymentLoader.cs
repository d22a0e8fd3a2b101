using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Monthly payments of merit allowances: the levels are confirmed, then a run a month, paid on the day of the group's first payment.</summary>
public sealed class MeritPaymentLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "merit";

    /// <inheritdoc/>
    public string Record => "allowance_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var confirming = new ConfirmBenefitRatesRequest { LegalBasis = MeritAllowanceLoader.Decree, RequestId = context.RequestId("allowance levels confirmed") };
        await new AllowanceService.AllowanceServiceClient(context.Approver).ConfirmBenefitRatesAsync(confirming, cancellationToken: cancellationToken);
        var steps = new PaymentRunSteps(context, "ansinh.merit.v1.AllowancePaymentService");
        foreach (var month in Months.Of(group))
        {
            var run = await steps.PayAsync(month, new DateOnly(month.Year, month.Month, group.FirstDay.Day), cancellationToken);
            context.Advance(run.PaidLines);
        }
    }
}
