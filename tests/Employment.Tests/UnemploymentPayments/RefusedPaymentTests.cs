using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.UnemploymentPayments;

/// <summary>What must not be paid, and by whom nothing is approved.</summary>
public sealed class RefusedPaymentTests : IAsyncLifetime
{
    BenefitHost service = null!;

    public async Task InitializeAsync() => service = await BenefitHost.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Lock_AfterTheDecisionWasRevoked_IsRefused_AndTheRunStaysADraft()
    {
        var claim = await service.GrantAsync();
        var run = await service.Prepare(3);
        await service.RevokeAsync(claim);

        await Refused.With(service.Payments.LockPaymentRunAsync(BenefitHost.Step(run)), StatusCode.FailedPrecondition, "payment.no_entitlement");

        (await service.Payments.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name })).ShouldBe(run);
    }

    [Fact]
    public async Task Add_OfSomebodyWithoutADecision_OrWhoDiedBefore_IsRefused()
    {
        var (dead, worker) = (Samples.Worker(), Samples.Worker());
        var benefit = await service.BenefitAsync(await service.GrantAsync(dead));
        await service.GrantAsync(worker);
        await service.Benefits.RecordBeneficiaryDeathAsync(new RecordBeneficiaryDeathRequest
        {
            Name = benefit.Name,
            Etag = benefit.Etag,
            DiedOn = Samples.Day(2026, 3, 28),
            RequestId = Samples.RequestId(),
        });
        var run = await service.Prepare(4);
        (run.Lines, run.AmountVnd).ShouldBe((2, 3 * 4_800_000));

        await Refused.With(Add(run, dead.CitizenNumber), StatusCode.FailedPrecondition, "payment.dead_before_month");
        await Refused.With(Add(run, Samples.Number()), StatusCode.FailedPrecondition, "payment.no_entitlement");
        await Refused.With(Add(run, worker.CitizenNumber), StatusCode.FailedPrecondition, "payment.month_already_paid");
    }

    [Fact]
    public async Task Approve_ByWhoPrepared_OrWithoutThePermission_IsRefused()
    {
        await service.GrantAsync();
        var run = await service.Payments.LockPaymentRunAsync(BenefitHost.Step(await service.Prepare(3)));

        await Refused.With(Approve("officer", "employment-approver"), StatusCode.PermissionDenied, "run.approved_by_preparer");
        await Refused.With(Approve("officer", "employment-officer"), StatusCode.PermissionDenied, "permission.missing");
        (await service.Payments.GetPaymentRunAsync(new GetPaymentRunRequest { Name = run.Name })).ShouldBe(run);

        AsyncUnaryCall<PaymentRun> Approve(string subject, string role) =>
            new UnemploymentPaymentService.UnemploymentPaymentServiceClient(service.As(subject, role)).ApprovePaymentRunAsync(BenefitHost.Step(run));
    }

    [Fact]
    public async Task AnOfficerOfAnotherProvince_NeitherSeesNorPays()
    {
        var benefit = await service.BenefitAsync(await service.GrantAsync());
        var foreign = service.Host.Channel(service.Host.Token(["46"], "employment-officer"));
        var benefits = new UnemploymentBenefitService.UnemploymentBenefitServiceClient(foreign);
        var payments = new UnemploymentPaymentService.UnemploymentPaymentServiceClient(foreign);

        await Refused.With(benefits.GetEntitlementAsync(new GetEntitlementRequest { Name = benefit.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        (await benefits.ListEntitlementsAsync(new ListEntitlementsRequest())).Entitlements.ShouldBeEmpty();
        await Refused.With(
            payments.PreparePaymentRunAsync(new PreparePaymentRunRequest { AreaCode = Samples.Commune, Month = Samples.Day(2026, 3, 0), RequestId = Samples.RequestId() }),
            StatusCode.PermissionDenied, "area.out_of_scope");
        (await service.Prepare(3)).Lines.ShouldBe(1);
    }

    AsyncUnaryCall<PaymentRun> Add(PaymentRun run, string citizenNumber) => service.Payments.AddPaymentLineAsync(
        new AddPaymentLineRequest { Name = run.Name, Etag = run.Etag, CitizenNumber = citizenNumber, RequestId = Samples.RequestId() });
}
