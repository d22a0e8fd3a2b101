using AnSinh.Contracts.Payments.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using static AnSinh.MeritoriousPersons.Tests.Allowances.AllowanceHost;
using Client = AnSinh.Contracts.Merit.V1.AllowancePaymentService.AllowancePaymentServiceClient;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

public sealed class PaymentRunStateTests
{
    static readonly Dictionary<string, Func<Client, PaymentRun, AsyncUnaryCall<PaymentRun>>> actions = new()
    {
        ["lock"] = (client, run) => client.LockPaymentRunAsync(Step(run)),
        ["approve"] = (client, run) => client.ApprovePaymentRunAsync(Step(run)),
        ["send"] = (client, run) => client.SendPaymentRunAsync(Step(run)),
        ["close"] = (client, run) => client.ClosePaymentRunAsync(Step(run)),
        ["cancel"] = (client, run) => client.CancelPaymentRunAsync(new CancelPaymentRunRequest { Name = run.Name, Etag = run.Etag, Reason = "Lập nhầm", RequestId = Id() }),
    };

    static readonly Dictionary<(PaymentRunState, string), PaymentRunState> turns = new()
    {
        [(PaymentRunState.Draft, "lock")] = PaymentRunState.Locked,
        [(PaymentRunState.Draft, "cancel")] = PaymentRunState.Cancelled,
        [(PaymentRunState.Locked, "approve")] = PaymentRunState.Approved,
        [(PaymentRunState.Locked, "cancel")] = PaymentRunState.Cancelled,
        [(PaymentRunState.Approved, "send")] = PaymentRunState.Sent,
        [(PaymentRunState.Reconciled, "close")] = PaymentRunState.Closed,
    };

    static readonly Dictionary<string, string[]> mayDo = new()
    {
        ["merit-viewer"] = [],
        ["merit-clerk"] = [],
        ["merit-officer"] = ["lock", "send", "close", "cancel"],
        ["merit-approver"] = ["approve"],
    };

    /// <summary>Every state × role × action: refused for the permission, refused for the state, or done.</summary>
    [Fact]
    public async Task EveryAction_IsThatOfTheStateAndTheRole()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        foreach (var state in Enum.GetValues<PaymentRunState>().Where(state => state != PaymentRunState.Unspecified))
        {
            foreach (var action in actions.Keys)
            {
                await service.StartAsync(Content(202307));
                var run = await InStateAsync(service, state);
                foreach (var role in mayDo.Keys.Where(role => !mayDo[role].Contains(action)))
                {
                    (await RefusalAsync(actions[action](new Client(service.As(role)), run))).Code.ShouldBe("permission.missing", $"{state} {action} {role}");
                }

                var allowed = new Client(service.As(mayDo.Single(role => role.Value.Contains(action)).Key));
                if (turns.TryGetValue((state, action), out var next))
                {
                    (await actions[action](allowed, run)).State.ShouldBe(next, $"{state} {action}");
                }
                else
                {
                    (await RefusalAsync(actions[action](allowed, run))).Code.ShouldBe("run.wrong_state", $"{state} {action}");
                    (await service.GetAsync(run)).ShouldBe(run);
                }

                // What is left open must not be due in the next round.
                if ((await service.GetAsync(run)) is { State: PaymentRunState.Draft or PaymentRunState.Locked } open)
                {
                    await actions["cancel"](service.Payments, open);
                }
            }
        }
    }

    [Fact]
    public async Task Approve_ByWhoPrepared_IsRefused_AndChangesNothing()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await service.StartAsync(Content(202307));
        var both = new Client(service.Host.Channel(service.Host.Token(["*"], ["merit-officer", "merit-approver"], [], "both")));
        var run = await both.PreparePaymentRunAsync(new PreparePaymentRunRequest { AreaCode = "42", Month = Month(202307), RequestId = Id() });
        run = await both.LockPaymentRunAsync(Step(run));
        await Refused.With(both.ApprovePaymentRunAsync(Step(run)), StatusCode.PermissionDenied, "run.approved_by_preparer");
        (await service.GetAsync(run)).ShouldBe(run);
        (await service.Approving.ApprovePaymentRunAsync(Step(run))).ApprovedBy.ShouldBe(["account-merit-approver"]);
    }

    [Fact]
    public async Task ARunAboveTheThreshold_NeedsTwoApprovers()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await service.Payments.SetApprovalThresholdAsync(new SetApprovalThresholdRequest
        {
            Threshold = new ApprovalThreshold { AppliedFrom = Samples.Day(2023, 8, 1), AmountVnd = 3_000_000, Approvals = 2, LegalBasis = "8/QĐ" },
            RequestId = Id(),
        });
        await service.StartAsync(Content(202307));
        var run = await service.LockAsync(await service.PrepareAsync(202307));
        run.ApprovalsRequired.ShouldBe(2);
        run = await service.Approving.ApprovePaymentRunAsync(Step(run));
        run.State.ShouldBe(PaymentRunState.Locked);
        await Refused.With(service.Approving.ApprovePaymentRunAsync(Step(run)), StatusCode.PermissionDenied, "run.approved_twice_by_one");
        run = await new Client(service.As("merit-approver", "another")).ApprovePaymentRunAsync(Step(run));
        run.State.ShouldBe(PaymentRunState.Approved);
        run.ApprovedBy.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Lock_AfterADeath_IsRefused()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var one = await service.StartAsync(Content(202307));
        var run = await service.PrepareAsync(202308);
        one = await service.Allowances.GetEntitlementAsync(new GetEntitlementRequest { Name = one.Name });
        await service.Allowances.RecordBeneficiaryDeathAsync(
            new RecordBeneficiaryDeathRequest { Name = one.Name, Etag = one.Etag, DiedOn = Samples.Day(2023, 7, 31), RequestId = Id() });
        await Refused.With(service.Payments.LockPaymentRunAsync(Step(run)), StatusCode.FailedPrecondition, "payment.dead_before_month");
    }

    static async Task<PaymentRun> InStateAsync(AllowanceHost service, PaymentRunState state)
    {
        if (state is PaymentRunState.Reconciled or PaymentRunState.Closed)
        {
            var paid = await service.PaidAsync(202307);
            return state == PaymentRunState.Closed ? await service.Payments.ClosePaymentRunAsync(Step(paid)) : paid;
        }

        var run = await service.PrepareAsync(202307);
        if (state == PaymentRunState.Cancelled)
        {
            return await actions["cancel"](service.Payments, run);
        }

        run = state >= PaymentRunState.Locked ? await service.LockAsync(run) : run;
        run = state >= PaymentRunState.Approved ? await service.Approving.ApprovePaymentRunAsync(Step(run)) : run;
        return state >= PaymentRunState.Sent ? await service.Payments.SendPaymentRunAsync(Step(run)) : run;
    }

    static async Task<Refusal> RefusalAsync(AsyncUnaryCall<PaymentRun> call) =>
        Refusal.From(await Should.ThrowAsync<RpcException>(call.ResponseAsync)).ShouldNotBeNull();
}
