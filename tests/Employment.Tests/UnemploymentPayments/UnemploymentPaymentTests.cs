using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.UnemploymentPayments;

/// <summary>From the decision to the reconciled payment.</summary>
public sealed class UnemploymentPaymentTests : IAsyncLifetime
{
    const long Monthly = 4_800_000;

    BenefitHost service = null!;

    public async Task InitializeAsync() => service = await BenefitHost.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Grant_IsPaidItsAmount_InTheMonthsOfTheDecision_AndNoLonger()
    {
        var claim = await service.GrantAsync();
        var benefit = await service.BenefitAsync(claim);
        (benefit.FixedAmountVnd, benefit.Channel, benefit.DecisionNo).ShouldBe((Monthly, PaymentChannel.PostCash, "12/QĐ-BHTN"));
        (benefit.StartMonth, benefit.EndMonth).ShouldBe((Samples.Day(2026, 3, 0), Samples.Day(2026, 5, 0)));

        var march = await service.PayAsync(3);
        (march.State, march.Lines, march.PaidVnd).ShouldBe((PaymentRunState.Reconciled, 1, Monthly));
        (await service.PayAsync(6)).PaidVnd.ShouldBe(2 * Monthly);
        await Refused.With(service.Prepare(7), StatusCode.FailedPrecondition, "run.nothing_due");

        var paid = await service.ToldAsync<PaymentsConfirmed>(atLeast: 6);
        paid.ShouldAllBe(one => one.Scheme == "employment.unemployment" && one.Groups.Count == 1 && one.Groups[0].Category == "unemployment");
        paid.Sum(one => one.Groups[0].AmountVnd).ShouldBe(3 * Monthly);
    }

    [Fact]
    public async Task Grant_ToABankAccount_IsPaidThere_AndABadAccountIsRefused()
    {
        var claim = await service.RecordAsync();
        var request = BenefitHost.Grant(claim);
        request.Channel = PaymentChannel.Bank;
        await Refused.Field(service.Approver.DecideClaimAsync(request), "account", "entitlement.account_invalid");
        (await service.Approver.GetClaimAsync(new GetClaimRequest { Name = claim.Name })).ShouldBe(claim);

        (request.Account, request.RequestId) = ("0123456789", Samples.RequestId());
        var benefit = await service.BenefitAsync(await service.Approver.DecideClaimAsync(request));
        (benefit.Channel, benefit.Account).ShouldBe((PaymentChannel.Bank, "*6789"));
    }

    [Fact]
    public async Task Revoke_StopsTheBenefit_AndANewClaimOfThatDayIsPaidOnce()
    {
        var worker = Samples.Worker();
        var revoked = await service.RevokeAsync(await service.GrantAsync(worker));
        (await service.BenefitAsync(revoked)).State.ShouldBe(EntitlementState.Stopped);
        await Refused.With(service.Prepare(3), StatusCode.FailedPrecondition, "run.nothing_due");

        var again = await service.GrantAsync(worker);
        again.Entitlement.ShouldNotBe(revoked.Entitlement);
        (await service.BenefitAsync(again)).Category.ShouldBe("unemployment.2");
        (await service.PayAsync(6)).PaidVnd.ShouldBe(3 * Monthly);
    }

    [Fact]
    public async Task Revoke_AfterAPayment_PaysNoMore_AndWhatWasPaidCanBeRecovered()
    {
        var claim = await service.GrantAsync();
        await service.PayAsync(3);
        var revoked = await service.RevokeAsync(claim);
        await Refused.With(service.Prepare(4), StatusCode.FailedPrecondition, "run.nothing_due");

        var recovery = await new UnemploymentRecoveryService.UnemploymentRecoveryServiceClient(service.As("officer", "employment-officer"))
            .AssessRecoveryAsync(new AssessRecoveryRequest
            {
                Recovery = new Recovery
                {
                    Entitlement = revoked.Entitlement,
                    AreaCode = Samples.Commune,
                    AmountVnd = Monthly,
                    Cause = OverpaymentCause.Other,
                    DecisionNo = "9/QĐ",
                    AssessedOn = Samples.Day(2026, 6, 12),
                },
                RequestId = Samples.RequestId(),
            });
        recovery.AmountVnd.ShouldBe(Monthly);
    }

    [Fact]
    public async Task Suspend_SkipsMonthsForGood_AndTheTermDoesNotMove()
    {
        var claim = await service.GrantAsync();
        await service.PayAsync(3);
        var benefit = await service.BenefitAsync(claim);
        benefit = await service.Benefits.SuspendEntitlementAsync(new SuspendEntitlementRequest
        {
            Name = benefit.Name,
            Etag = benefit.Etag,
            FromMonth = Samples.Day(2026, 4, 0),
            Reason = "Không thông báo tìm kiếm việc làm",
            RequestId = Samples.RequestId(),
        });
        await Refused.With(service.Prepare(4), StatusCode.FailedPrecondition, "run.nothing_due");
        await service.Benefits.ResumeEntitlementAsync(new ResumeEntitlementRequest
        {
            Name = benefit.Name,
            Etag = benefit.Etag,
            FromMonth = Samples.Day(2026, 5, 0),
            Reason = "Đã thông báo",
            RequestId = Samples.RequestId(),
        });
        (await service.PayAsync(6)).PaidVnd.ShouldBe(Monthly);
    }

    [Fact]
    public async Task Stop_EndsTheBenefitWithItsLastMonth()
    {
        var benefit = await service.BenefitAsync(await service.GrantAsync());
        await service.Benefits.StopEntitlementAsync(new StopEntitlementRequest
        {
            Name = benefit.Name,
            Etag = benefit.Etag,
            LastMonth = Samples.Day(2026, 4, 0),
            Cause = EntitlementEndCause.Ineligible,
            Reason = "Có việc làm",
            RequestId = Samples.RequestId(),
        });
        (await service.PayAsync(6)).PaidVnd.ShouldBe(2 * Monthly);
    }

    [Fact]
    public async Task Grant_WhileAnotherBenefitIsPaid_IsRefused_AndChangesNothing()
    {
        var worker = Samples.Worker();
        await service.GrantAsync(worker);
        var facts = BenefitHost.Facts();
        facts.FiledOn = Samples.Day(2026, 4, 1);
        var claim = await service.RecordAsync(facts, worker);
        var request = BenefitHost.Grant(claim);
        request.DecidedOn = Samples.Day(2026, 4, 20);

        await Refused.With(service.Approver.DecideClaimAsync(request), StatusCode.FailedPrecondition, "entitlement.excluded_by");

        (await service.Approver.GetClaimAsync(new GetClaimRequest { Name = claim.Name })).ShouldBe(claim);
        (await service.Prepare(6)).AmountVnd.ShouldBe(3 * Monthly);
    }

    [Fact]
    public async Task Grant_AfterTheFormerBenefitRanOut_IsPaid()
    {
        var worker = Samples.Worker();
        var former = BenefitHost.Facts();
        (former.FiledOn, former.ContractEndedOn, former.LastPaidMonth) = (Samples.Day(2025, 6, 2), Samples.Day(2025, 5, 15), Samples.Day(2025, 5, 1));
        var request = BenefitHost.Grant(await service.RecordAsync(former, worker));
        request.DecidedOn = Samples.Day(2025, 7, 1);
        await service.Approver.DecideClaimAsync(request);

        (await service.BenefitAsync(await service.GrantAsync(worker))).State.ShouldBe(EntitlementState.Active);
    }

    [Fact]
    public async Task Identify_GivesTheBenefitTheNumberToo()
    {
        var worker = Samples.WorkerWithoutNumber();
        var claim = await service.GrantAsync(worker);
        var workers = new WorkerService.WorkerServiceClient(service.As("officer", "employment-officer"));
        var registered = await workers.GetWorkerAsync(new GetWorkerRequest { Name = claim.Worker });
        var number = Samples.Number();
        await workers.IdentifyWorkerAsync(new IdentifyWorkerRequest
        {
            Name = claim.Worker,
            Etag = registered.Etag,
            CitizenNumber = number,
            Reason = "Đã có số định danh",
            RequestId = Samples.RequestId(),
        });

        (await service.BenefitAsync(claim)).Person.CitizenNumber.ShouldBe(number);
        var started = (await service.ToldAsync<EntitlementStarted>(atLeast: 4)).Single();
        (await service.ToldAsync<UnemploymentClaimDecided>(atLeast: 4)).Single().PersonKey.ShouldBe(started.PersonKey);
    }
}
