namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Payments of social assistance: one run at the end of the period pays every month that is due, so that each person is paid once.</summary>
public sealed class AssistancePaymentLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "protection";

    /// <inheritdoc/>
    public string Record => "assistance_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var run = await new PaymentRunSteps(context, "ansinh.protection.v1.AssistancePaymentService").PayAsync(group.LastDay, group.LastDay, cancellationToken);
        if (run.Lines != group.Count || run.AmountVnd != group.TotalVnd)
        {
            throw new InvalidOperationException($"Dòng {group.Line}: đợt chi trả có {run.Lines} khoản, {run.AmountVnd} đồng; cần {group.Count} khoản, {group.TotalVnd} đồng.");
        }

        context.Advance(group.Count);
    }
}
