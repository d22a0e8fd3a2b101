using System.Diagnostics;
using AnSinh.AllInOne.Demo;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Payments.V1;

namespace AnSinh.Benchmarks.Measures;

/// <summary>How long the steps of a payment run took.</summary>
/// <param name="Prepare">From the call to a draft with its lines.</param>
/// <param name="Decide">Locked, approved, sent.</param>
/// <param name="Export">Both payers' files.</param>
/// <param name="Reconcile">Both return files read and booked, and the run closed.</param>
public sealed record PaymentRunTimes(TimeSpan Prepare, TimeSpan Decide, TimeSpan Export, TimeSpan Reconcile)
{
    /// <summary>Every step by its name, then all of them.</summary>
    public IReadOnlyList<(string Step, TimeSpan Took)> Steps =>
    [
        ("prepared", Prepare), ("locked, approved, sent", Decide), ("files exported", Export), ("return files booked, closed", Reconcile),
        ("from generation to closed", Prepare + Decide + Export + Reconcile),
    ];
}

/// <summary>
/// A month of allowances for a province: entitlements imported, then one run from generation to closed, half of it by bank. Everything
/// over the public API, prepared by one account and approved by another. The payers' work between the files is not counted.
/// </summary>
static class PaymentRunMeasure
{
    const int Month = 202001;
    static readonly DateOnly PaidOn = new(2020, 1, 15);

    /// <summary>Imports the entitlements, and confirms the levels that they are paid by.</summary>
    public static async Task<TimeSpan> ImportAsync(RunningPlatform platform, int people)
    {
        var levels = new ConfirmBenefitRatesRequest { LegalBasis = MeritAllowanceLoader.Decree, RequestId = Guid.NewGuid().ToString() };
        await new AllowanceService.AllowanceServiceClient(platform.Clients.Approver).ConfirmBenefitRatesAsync(levels);
        var messages = Entitlements.Messages(people).ToList();
        var clock = Stopwatch.StartNew();
        await Entitlements.ImportAsync(platform, messages);
        var answered = clock.Elapsed;
        // Reporting books the events of the import meanwhile; the run is timed without it.
        await new CatchUp(platform.Clients, TimeProvider.System).WaitAsync("merit", _ => { }, CancellationToken.None);
        return answered;
    }

    /// <summary>Pays the month.</summary>
    /// <exception cref="InvalidOperationException">The run did not end as it must: closed, with a state for every line.</exception>
    public static async Task<PaymentRunTimes> PayAsync(RunningPlatform platform, int people)
    {
        var official = new AllowancePaymentService.AllowancePaymentServiceClient(platform.Clients.Official);
        var approver = new AllowancePaymentService.AllowancePaymentServiceClient(platform.Clients.Approver);
        var clock = Stopwatch.StartNew();
        var run = await official.PreparePaymentRunAsync(new PreparePaymentRunRequest
        {
            AreaCode = RunningPlatform.Province,
            Month = new() { Year = Month / 100, Month = Month % 100 },
            RequestId = Guid.NewGuid().ToString(),
        });
        var prepare = Lap(clock);
        run = await official.LockPaymentRunAsync(Step(run));
        run = await approver.ApprovePaymentRunAsync(Step(run));
        run = await official.SendPaymentRunAsync(Step(run));
        var decide = Lap(clock);
        var listed = new[] { await Payer.ExportAsync(official, run, PaymentFileKind.Post), await Payer.ExportAsync(official, run, PaymentFileKind.Bank) };
        var export = Lap(clock);
        var returned = listed.Select(file => Payer.Answer(file, PaidOn)).ToList();
        clock.Restart();
        foreach (var file in returned)
        {
            await Payer.ReturnAsync(official, run, file);
        }

        run = await official.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name });
        run = await official.ClosePaymentRunAsync(Step(run));
        var reconcile = Lap(clock);
        await RequireNamedStatesAsync(official, run, people);
        return new PaymentRunTimes(prepare, decide, export, reconcile);
    }

    static async Task RequireNamedStatesAsync(AllowancePaymentService.AllowancePaymentServiceClient official, PaymentRun run, int people)
    {
        var unnamed = 0;
        foreach (var state in new[] { PaymentLineState.Open, PaymentLineState.AmountDiffers })
        {
            unnamed += (await official.ListPaymentLinesAsync(new ListPaymentLinesRequest { Name = run.Name, State = state })).Lines.Count;
        }

        if (run.State != PaymentRunState.Closed || run.Lines != people || run.PaidLines + run.UnpaidLines != people || run.UnpaidLines == 0 || unnamed > 0)
        {
            throw new InvalidOperationException(
                $"The run of {people} ended {run.State} with {run.Lines} lines: {run.PaidLines} paid, {run.UnpaidLines} unpaid, {run.OpenLines} open.");
        }
    }

    static AdvancePaymentRunRequest Step(PaymentRun run) => new() { Name = run.Name, Etag = run.Etag, RequestId = Guid.NewGuid().ToString() };

    static TimeSpan Lap(Stopwatch clock)
    {
        var elapsed = clock.Elapsed;
        clock.Restart();
        return elapsed;
    }
}
