using System.Globalization;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Payments of the unemployment benefit that decisions granted: a run a month, paid on the day of the group's first payment.</summary>
public sealed class UnemploymentPaymentLoader : IRecordLoader
{
    /// <inheritdoc/>
    public string Service => "employment";

    /// <inheritdoc/>
    public string Record => "unemployment_payment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var steps = new PaymentRunSteps(context, "ansinh.employment.v1.UnemploymentPaymentService");
        var (lines, paid) = (0, 0L);
        for (var day = group.FirstDay; day <= group.LastDay; day = day.AddMonths(1))
        {
            var run = await steps.PayAsync(day, day, cancellationToken);
            (lines, paid) = (lines + run.Lines, paid + run.AmountVnd);
            context.Advance(run.Lines);
        }

        // The amounts follow from the decisions by the law: the scenario says what they come to, and nothing is bent to meet it.
        if (lines != group.Count || paid != group.TotalVnd)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Dòng {group.Line}: các đợt có {lines} khoản, {paid} đồng; cần {group.Count} khoản, {group.TotalVnd} đồng."));
        }
    }
}
