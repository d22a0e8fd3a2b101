using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using static AnSinh.MeritoriousPersons.Tests.Allowances.AllowanceHost;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

public sealed class ReturnFileTests
{
    const long Level = 3_174_000;

    [Fact]
    public async Task ABadFile_IsRefusedWhole_AndChangesNothing()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var run = await SentAsync(service, 3);
        string Row(int line, string state = "PAID", long amount = Level, PaymentRun? of = null) => AllowanceHost.Row(of ?? run, line, state, amount, service.Host.Time.GetUtcNow());
        var other = run.Clone();
        other.Name = $"paymentRuns/{Guid.NewGuid()}";
        await RefusedAsync(ReturnFile(Row(1), Row(2, of: other)), "return_file.other_run", "line 3");
        await RefusedAsync(ReturnFile(Row(1), Row(9)), "return_file.unknown_line", "line 3");
        await RefusedAsync(ReturnFile(Row(1), Row(2, amount: Level + 1)), "return_file.amount_differs", "line 3");
        await RefusedAsync(ReturnFile(Row(1), Row(1)), "return_file.duplicate_line", "line 3");
        await RefusedAsync(ReturnFile(Row(1), Row(2)).Replace(",2,PAID", ",3,PAID", StringComparison.Ordinal), "return_file.checksum_mismatch", "total");
        await RefusedAsync(ReturnFile(Row(1), Row(2)).Replace("TOTAL,2", "TOTAL,1", StringComparison.Ordinal), "return_file.totals_mismatch", "total");
        await RefusedAsync("nothing", "return_file.malformed", "line 1");
        (await service.GetAsync(run)).ShouldBe(run);
        (await service.LinesAsync(run)).ShouldAllBe(line => line.State == PaymentLineState.Open);

        async Task RefusedAsync(string text, string code, string field)
        {
            var thrown = await Should.ThrowAsync<RpcException>(() => service.ReturnAsync(run, text));
            var refusal = Refusal.From(thrown).ShouldNotBeNull();
            refusal.Code.ShouldBe(code);
            refusal.Violations.ShouldContain(violation => violation.Field == field);
        }
    }

    [Fact]
    public async Task AFile_ReconcilesTheRun_AndTwiceTheSameChangesNothing()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var run = await SentAsync(service, 3);
        var text = ReturnFile(Row(run, 1, "PAID", Level, service.Host.Time.GetUtcNow()), Row(run, 2, "UNPAID", 0, reason: "Vắng nhà"), Row(run, 3, "PAID", Level, service.Host.Time.GetUtcNow()));
        (await service.ReturnAsync(run, text, dryRun: true)).DryRun.ShouldBeTrue();
        (await service.GetAsync(run)).ShouldBe(run);
        var first = await service.ReturnAsync(run, text);
        first.RunState.ShouldBe(PaymentRunState.Reconciled);
        first.Counts.Select(count => (count.State, count.Lines)).ShouldBe([(ReturnLineState.Matched, 2), (ReturnLineState.Unpaid, 1)]);
        var reconciled = await service.GetAsync(run);
        (reconciled.PaidLines, reconciled.PaidVnd, reconciled.UnpaidLines, reconciled.OpenLines).ShouldBe((2, 2 * Level, 1, 0));
        var again = await service.ReturnAsync(run, text);
        again.AlreadyImported.ShouldBeTrue();
        again.AlreadyImported = false;
        again.ShouldBe(first);
        (await service.GetAsync(run)).ShouldBe(reconciled);
        var told = await service.Host.EventsAsync("merit", 4);
        told.Count(one => one.Type == "ansinh.payments.v1.PaymentsConfirmed").ShouldBe(1);
    }

    [Fact]
    public async Task WhatWasNotPaid_IsDueAgain_AndOnce()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var run = await SentAsync(service, 2);
        await service.ReturnAsync(run, ReturnFile(Row(run, 1, "PAID", Level, service.Host.Time.GetUtcNow()), Row(run, 2, "UNPAID", Level)));
        var next = await service.SentAsync(202308);
        var lines = await service.LinesAsync(next);
        lines.Select(line => line.AmountVnd).Order().ShouldBe([Level, 2 * Level]);
        next.BackPayVnd.ShouldBe(Level);
        await service.ReturnAsync(next, ReturnFile([.. lines.Select(line => Row(next, line.LineNo, "PAID", line.AmountVnd, service.Host.Time.GetUtcNow()))]));
        (await service.GetAsync(next)).State.ShouldBe(PaymentRunState.Reconciled);
        await Refused.With(
            service.Payments.PreparePaymentRunAsync(new PreparePaymentRunRequest { AreaCode = "42", Month = Month(202308), RequestId = Id() }),
            StatusCode.FailedPrecondition, "run.nothing_due");
    }

    [Fact]
    public async Task WhatCameBack_IsReversed_AndDueAgain()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var run = await SentAsync(service, 1);
        await service.ReturnAsync(run, ReturnFile(Row(run, 1, "PAID", Level, service.Host.Time.GetUtcNow())));
        await service.ReturnAsync(run, ReturnFile(Row(run, 1, "RETURNED", Level, service.Host.Time.GetUtcNow(), "Sai tài khoản")));
        var after = await service.GetAsync(run);
        (after.PaidLines, after.PaidVnd, after.UnpaidLines).ShouldBe((0, 0, 1));
        (await service.PrepareAsync(202308)).AmountVnd.ShouldBe(2 * Level);
        var told = await service.Host.EventsAsync("merit", 3);
        told.Select(one => one.Type).ShouldContain("ansinh.payments.v1.PaymentsReversed");
        Contracts.Events.EventTypes.Read("ansinh.payments.v1.PaymentsConfirmed", told.Single(one => one.Type.EndsWith("PaymentsConfirmed", StringComparison.Ordinal)).Data is { } data ? System.Text.Encoding.UTF8.GetBytes(data) : [])
            .ShouldBeOfType<PaymentsConfirmed>().Groups.ShouldHaveSingleItem().AmountVnd.ShouldBe(Level);
    }

    [Fact]
    public async Task AnotherAmount_IsShownNotAbsorbed_UntilResolved()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var run = await SentAsync(service, 2);
        var text = ReturnFile(
            Row(run, 1, "PAID", Level, service.Host.Time.GetUtcNow()), Row(run, 2, "PAID", Level + 500, service.Host.Time.GetUtcNow()), Row(run, 7, "PAID", 1, service.Host.Time.GetUtcNow()));
        var result = await service.ReturnAsync(run, text, ReturnFileMode.KeepGood);
        result.RunState.ShouldBe(PaymentRunState.Sent);
        result.Problems.Select(problem => (problem.FileLine, problem.State)).ShouldBe([(3, ReturnLineState.AmountDiffers), (4, ReturnLineState.UnknownLine)]);
        run = await service.GetAsync(run);
        (run.PaidLines, run.OpenLines).ShouldBe((1, 1));
        (await service.LinesAsync(run))[1].ReportedVnd.ShouldBe(Level + 500);
        await Refused.With(Resolving(1, LineResolution.PaidAsListed), StatusCode.FailedPrecondition, "run.line_not_differing");
        await Refused.With(Resolving(5, LineResolution.PaidAsListed), StatusCode.NotFound, "run.line_not_found");
        run = await Resolving(2, LineResolution.PaidMore);
        run.State.ShouldBe(PaymentRunState.Reconciled);
        run.PaidVnd.ShouldBe(2 * Level);
        var recovery = (await service.Recoveries.ListRecoveriesAsync(new ListRecoveriesRequest { OutstandingOnly = true })).Recoveries.ShouldHaveSingleItem();
        recovery.AmountVnd.ShouldBe(500);

        AsyncUnaryCall<PaymentRun> Resolving(int line, LineResolution resolution) => service.Payments.ResolvePaymentLineAsync(
            new ResolvePaymentLineRequest { Name = run.Name, Etag = run.Etag, LineNo = line, Resolution = resolution, Reason = "Biên bản 3", RequestId = Id() });
    }

    [Fact]
    public async Task ThePayersFiles_HaveTotalsAndAChecksum()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await service.StartAsync(Content(202307, channel: PaymentChannel.Bank));
        var run = await SentAsync(service, 2);
        var post = (await service.ExportAsync(run, PaymentFileKind.Post)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        post.Length.ShouldBe(4);
        post[^1].ShouldBe($"TOTAL,2,{2 * Level},{Checksum(string.Concat(post[1..^1].Select(row => row + "\n")))}");
        var bank = (await service.ExportAsync(run, PaymentFileKind.Bank)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        bank[1].ShouldEndWith(",202307,202307,3174000,0123456789");
        var draft = await service.PrepareAsync(202308);
        Refusal.From(await Should.ThrowAsync<RpcException>(() => service.ExportAsync(draft, PaymentFileKind.Post))).ShouldNotBeNull().Code.ShouldBe("run.wrong_state");
    }

    [Fact]
    public async Task ARecovery_IsReceivedInInstalments_AndWaived_NeverBeyondWhatIsOutstanding()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var entitlement = await service.StartAsync(Content(202307));
        var recovery = await service.Recoveries.AssessRecoveryAsync(new AssessRecoveryRequest
        {
            Recovery = new Recovery
            {
                Entitlement = entitlement.Name,
                AreaCode = entitlement.AreaCode,
                AmountVnd = 1_000,
                Cause = OverpaymentCause.Died,
                DecisionNo = "9/QĐ",
                AssessedOn = Samples.Day(2023, 8, 1),
            },
            RequestId = Id(),
        });
        recovery = await Receiving(600);
        recovery.OutstandingVnd.ShouldBe(400);
        await Refused.With(Receiving(401), StatusCode.FailedPrecondition, "recovery.exceeds_outstanding");
        var approver = new Contracts.Merit.V1.AllowanceRecoveryService.AllowanceRecoveryServiceClient(service.As("merit-approver"));
        recovery = await approver.WaiveRecoveryAsync(
            new WaiveRecoveryRequest { Name = recovery.Name, Etag = recovery.Etag, AmountVnd = 400, Reason = "Không còn khả năng nộp", RequestId = Id() });
        (recovery.ReceivedVnd, recovery.WaivedVnd, recovery.OutstandingVnd).ShouldBe((600, 400, 0));
        (await service.Recoveries.ListRecoveriesAsync(new ListRecoveriesRequest { OutstandingOnly = true })).Recoveries.ShouldBeEmpty();

        AsyncUnaryCall<Recovery> Receiving(long amount) => service.Recoveries.RecordRecoveryReceiptAsync(new RecordRecoveryReceiptRequest
        {
            Name = recovery.Name,
            Etag = recovery.Etag,
            AmountVnd = amount,
            ReceivedOn = Samples.Day(2023, 8, 9),
            VoucherNo = "PT-1",
            RequestId = Id(),
        });
    }

    static async Task<PaymentRun> SentAsync(AllowanceHost service, int people)
    {
        for (var at = 0; at < people; at++)
        {
            await service.StartAsync(Content(202307));
        }

        return await service.SentAsync(202307);
    }
}
