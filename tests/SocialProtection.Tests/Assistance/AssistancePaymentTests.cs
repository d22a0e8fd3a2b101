using AnSinh.Contracts.Payments.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.Assistance;

/// <summary>The examples of the decrees, from the entitlement to the line of the run.</summary>
public sealed class AssistancePaymentTests : IAsyncLifetime
{
    // After Decree 335/2026 came into force (5 October 2026), which applies from July 2026.
    ServiceTestHost? host;

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(
        builder => builder.AddSocialProtection(), new ManualTime(new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero)));

    public async Task DisposeAsync() => await host!.DisposeAsync();

    CallInvoker As(string subject, string role) => host!.Channel(host.Token(["*"], [role], [], subject));

    AssistanceService.AssistanceServiceClient Officer => new(As("officer", "protection-officer"));

    AssistancePaymentService.AssistancePaymentServiceClient Runs => new(As("officer", "protection-officer"));

    // Phường Thành Sen from 1 July 2025; the same code was Phường Nam Hà before.
    static StartEntitlementRequest Start(AnSinh.Contracts.Common.V1.Person person, string category, int year, int month, int multiplier = 0, int? endMonth = null) => new()
    {
        Entitlement = new Entitlement
        {
            Person = person,
            AreaCode = Samples.Commune,
            Category = category,
            MultiplierThousandths = multiplier,
            StartMonth = Samples.Day(year, month, 0),
            EndMonth = endMonth is { } end ? Samples.Day(year, end, 0) : null,
            Channel = PaymentChannel.PostCash,
            DecisionNo = "12/QĐ-UBND",
        },
        RequestId = Samples.RequestId(),
    };

    AsyncUnaryCall<PaymentRun> Prepare(int year, int month) => Runs.PreparePaymentRunAsync(
        new PreparePaymentRunRequest { AreaCode = Samples.Commune, Month = Samples.Day(year, month, 0), RequestId = Samples.RequestId() });

    [Fact]
    public async Task Run_OfASevereDisability_In2024_Pays750000()
    {
        await Officer.StartEntitlementAsync(Start(Samples.Person(), "5.6-nang", 2024, 8, endMonth: 8));

        (await Prepare(2024, 8)).AmountVnd.ShouldBe(750_000);
    }

    [Fact]
    public async Task Run_UnderTheNewestDecree_IsBlocked_UntilAnotherAccountConfirms_ThenPaysParentAndChildren()
    {
        var parent = Samples.Person();
        await Officer.StartEntitlementAsync(Start(parent, "5.4", 2026, 8, multiplier: 2_000, endMonth: 8));
        await Officer.StartEntitlementAsync(Start(parent, "5.6-nang", 2026, 8, endMonth: 8));
        await Officer.StartEntitlementAsync(Start(Samples.Person(), "5.6-nang", 2026, 8, endMonth: 8));
        await Refused.With(Prepare(2026, 8), StatusCode.FailedPrecondition, "rate.unconfirmed");

        await new AssistanceService.AssistanceServiceClient(As("approver", "protection-approver")).ConfirmBenefitRatesAsync(
            new ConfirmBenefitRatesRequest { LegalBasis = "335/2026/NĐ-CP", RequestId = Samples.RequestId() });
        var run = await Prepare(2026, 8);

        var lines = await Runs.ListPaymentLinesAsync(new ListPaymentLinesRequest { Name = run.Name });
        lines.Lines.Select(line => line.AmountVnd).Order().ShouldBe([810_000, 810_000, 1_080_000]);
        run.AmountVnd.ShouldBe(2_700_000);
    }

    [Fact]
    public async Task Start_OfASecondClause_IsRefused_UnlessASingleParents()
    {
        var person = Samples.Person();
        await Officer.StartEntitlementAsync(Start(person, "5.6-nang", 2024, 8));

        await Refused.With(Officer.StartEntitlementAsync(Start(person, "5.8", 2024, 9)), StatusCode.FailedPrecondition, "entitlement.excluded_by");

        await Officer.StartEntitlementAsync(Start(person, "5.4", 2024, 9));
    }

    [Fact]
    public async Task Start_OfACategoryWithoutARateOnThatDate_IsRefused() => await Refused.With(
        Officer.StartEntitlementAsync(Start(Samples.Person(), "5.5c", 2025, 7)), StatusCode.InvalidArgument, "rate.missing");

    [Fact]
    public async Task TopUp_IsPaidItsFixedAmount_BesideAssistance()
    {
        var topUps = new TopUpService.TopUpServiceClient(As("officer", "protection-officer"));
        var request = Start(Samples.Person(), "ho_ngheo_gia_yeu", 2024, 8, endMonth: 8);
        request.Entitlement.FixedAmountVnd = 1_167_000;
        await topUps.StartEntitlementAsync(request);

        var run = await new TopUpPaymentService.TopUpPaymentServiceClient(As("officer", "protection-officer")).PreparePaymentRunAsync(
            new PreparePaymentRunRequest { AreaCode = Samples.Commune, Month = Samples.Day(2024, 8, 0), RequestId = Samples.RequestId() });

        run.AmountVnd.ShouldBe(1_167_000);
    }
}
