using AnSinh.Contracts.Payments.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using static AnSinh.MeritoriousPersons.Tests.Allowances.AllowanceHost;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

public sealed class PaymentRunTests
{
    /// <summary>As Decree 55/2023 did: a level applied from 1 July comes when July is paid already.</summary>
    [Fact]
    public async Task BackPay_OfALevelAppliedFromEarlier_IsPaidOnce()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await service.StartAsync(Content(202306));
        (await service.PaidAsync(202306)).PaidVnd.ShouldBe(3_174_000);
        (await service.PaidAsync(202307)).PaidVnd.ShouldBe(3_174_000);
        service.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await service.Allowances.EnterBenefitRateAsync(new EnterBenefitRateRequest
        {
            Rate = new BenefitRate
            {
                Category = "TB-061",
                ReportCategory = "TB",
                Kind = RateKind.Amount,
                Value = 4_016_000,
                SignedOn = Samples.Day(2023, 7, 21),
                InForceOn = Samples.Day(2023, 8, 5),
                AppliedFrom = Samples.Day(2023, 7, 1),
                LegalBasis = "Mức mẫu",
            },
            RequestId = Id(),
        });
        var approver = new Contracts.Merit.V1.AllowanceService.AllowanceServiceClient(service.As("merit-approver"));
        await approver.ConfirmBenefitRatesAsync(new ConfirmBenefitRatesRequest { LegalBasis = "Mức mẫu", RequestId = Id() });
        service.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var run = await service.PaidAsync(202308);
        (run.AmountVnd, run.BackPayVnd).ShouldBe((4_858_000, 842_000));
        (await service.MonthsAsync(run)).ShouldBe([(202307, 842_000), (202308, 4_016_000)]);
        (await service.PaidAsync(202309)).PaidVnd.ShouldBe(4_016_000);
    }

    [Fact]
    public async Task OneRun_PaysEveryMonthDue_EachOnce()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 9, 10);
        var content = Content(202201);
        content.PayableFrom = Month(202305);
        await service.StartAsync(content);
        var run = await service.PrepareAsync(202308);
        (run.Lines, run.AmountVnd).ShouldBe((1, 2 * 3_174_000 + 2 * 4_016_000));
        await NothingDueAsync(service, 202308);
        (await service.PrepareAsync(202309)).AmountVnd.ShouldBe(4_016_000);
    }

    [Fact]
    public async Task Cancel_MakesTheMonthsDueAgain_UnlessALaterRunPaysFurther()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 7, 10);
        await service.StartAsync(Content(202306));
        var first = await service.PrepareAsync(202306);
        var second = await service.PrepareAsync(202307);
        await Refused.With(CancelAsync(first), StatusCode.FailedPrecondition, "run.later_run_exists");
        await CancelAsync(second);
        await CancelAsync(first);
        var run = await service.PrepareAsync(202307);
        (await service.MonthsAsync(run)).ShouldBe([(202306, 3_174_000), (202307, 3_174_000)]);

        AsyncUnaryCall<PaymentRun> CancelAsync(PaymentRun one) => service.Payments.CancelPaymentRunAsync(
            new CancelPaymentRunRequest { Name = one.Name, Etag = one.Etag, Reason = "Lập nhầm", RequestId = Id() });
    }

    [Fact]
    public async Task UnconfirmedLevels_BlockTheRun_UntilAnotherConfirmsThem()
    {
        await using var service = await AllowanceHost.StartAsync(2020, 2, 10);
        await service.StartAsync(Content(202001));
        var blocked = await Refused.With(Preparing(202001), StatusCode.FailedPrecondition, "rate.unconfirmed");
        blocked.Message.ShouldContain("3.174.000");
        blocked.Message.ShouldContain("58/2019/NĐ-CP");
        var approver = new Contracts.Merit.V1.AllowanceService.AllowanceServiceClient(service.As("merit-approver"));
        var confirmed = await approver.ConfirmBenefitRatesAsync(new ConfirmBenefitRatesRequest { LegalBasis = "58/2019/NĐ-CP", RequestId = Id() });
        confirmed.Confirmed.ShouldBe(207);
        (await Preparing(202001)).AmountVnd.ShouldBe(3_174_000);
        await NothingDueAsync(service, 202001);

        AsyncUnaryCall<PaymentRun> Preparing(int month) => service.Payments.PreparePaymentRunAsync(
            new PreparePaymentRunRequest { AreaCode = "42", Month = Month(month), RequestId = Id() });
    }

    [Fact]
    public async Task Levels_AreConfirmedByAnotherThanWhoEnteredThem()
    {
        await using var service = await AllowanceHost.StartAsync(2026, 11, 10);
        var both = new Contracts.Merit.V1.AllowanceService.AllowanceServiceClient(
            service.Host.Channel(service.Host.Token(["*"], ["merit-officer", "merit-approver"], [], "both")));
        var rate = await both.EnterBenefitRateAsync(new EnterBenefitRateRequest
        {
            Rate = new BenefitRate
            {
                Category = "TB-061",
                ReportCategory = "TB",
                Kind = RateKind.Amount,
                Value = 5_886_000,
                SignedOn = Samples.Day(2026, 10, 1),
                InForceOn = Samples.Day(2026, 10, 1),
                AppliedFrom = Samples.Day(2026, 7, 1),
                LegalBasis = "321/2026/NĐ-CP (phụ lục)",
            },
            RequestId = Id(),
        });
        rate.Confirmed.ShouldBeFalse();
        var request = new ConfirmBenefitRatesRequest { LegalBasis = rate.LegalBasis, RequestId = Id() };
        await Refused.With(both.ConfirmBenefitRatesAsync(request), StatusCode.PermissionDenied, "rate.confirmed_by_enterer");
        var open = await both.ListBenefitRatesAsync(new ListBenefitRatesRequest { LegalBasis = rate.LegalBasis, UnconfirmedOnly = true });
        open.Rates.ShouldHaveSingleItem().Name.ShouldBe(rate.Name);
        await Refused.With(both.ConfirmBenefitRatesAsync(new ConfirmBenefitRatesRequest { LegalBasis = "1/1900", RequestId = Id() }), StatusCode.NotFound, "rate.not_found");
    }

    [Fact]
    public async Task ALine_ForSomebodyWithoutARightInTheMonth_IsRefused_AndChangesNothing()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await service.StartAsync(Content(202307));
        var run = await service.PrepareAsync(202308);
        var late = await service.StartAsync(Content(202309));
        var dead = await service.StartAsync(Content(202306));
        dead = await service.Allowances.RecordBeneficiaryDeathAsync(
            new RecordBeneficiaryDeathRequest { Name = dead.Name, Etag = dead.Etag, DiedOn = Samples.Day(2023, 6, 30), RequestId = Id() });
        await Refused.With(Adding(late.Name), StatusCode.FailedPrecondition, "payment.no_entitlement");
        await Refused.With(Adding(number: Samples.Number()), StatusCode.FailedPrecondition, "payment.no_entitlement");
        await Refused.With(Adding(dead.Name), StatusCode.FailedPrecondition, "payment.dead_before_month");
        await Refused.With(Adding(), StatusCode.InvalidArgument, "payment.person_required");
        await Refused.With(
            Adding((await service.Allowances.ListEntitlementsAsync(new ListEntitlementsRequest())).Entitlements[0].Name),
            StatusCode.FailedPrecondition, "payment.month_already_paid");
        (await service.GetAsync(run)).ShouldBe(run);
        var person = Samples.Person(Commune);
        await service.StartAsync(Content(202307, "TB-071", person));
        run = await service.Payments.AddPaymentLineAsync(
            new AddPaymentLineRequest { Name = run.Name, Etag = run.Etag, CitizenNumber = person.CitizenNumber, RequestId = Id() });
        (run.Lines, (await service.LinesAsync(run))[1].Months).ShouldBe((2, 2));

        AsyncUnaryCall<PaymentRun> Adding(string entitlement = "", string number = "") => service.Payments.AddPaymentLineAsync(
            new AddPaymentLineRequest { Name = run.Name, Etag = run.Etag, Entitlement = entitlement, CitizenNumber = number, RequestId = Id() });
    }

    [Fact]
    public async Task ASuspension_IsNotPaid_AndTheMonthsAfterAre()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 10, 10);
        var one = await service.StartAsync(Content(202307));
        await service.PrepareAsync(202307);
        one = await service.Allowances.GetEntitlementAsync(new GetEntitlementRequest { Name = one.Name });
        await Refused.With(Suspending(202307), StatusCode.FailedPrecondition, "entitlement.month_settled");
        one = await Suspending(202308);
        await NothingDueAsync(service, 202308);
        one = await service.Allowances.ResumeEntitlementAsync(
            new ResumeEntitlementRequest { Name = one.Name, Etag = one.Etag, FromMonth = Month(202310), Reason = "Đã trở về", RequestId = Id() });
        (await service.MonthsAsync(await service.PrepareAsync(202310))).ShouldBe([(202310, 4_016_000)]);

        AsyncUnaryCall<Entitlement> Suspending(int month) => service.Allowances.SuspendEntitlementAsync(
            new SuspendEntitlementRequest { Name = one.Name, Etag = one.Etag, FromMonth = Month(month), Reason = "Vắng", RequestId = Id() });
    }

    static async Task NothingDueAsync(AllowanceHost service, int month) => await Refused.With(
        service.Payments.PreparePaymentRunAsync(new PreparePaymentRunRequest { AreaCode = "42", Month = Month(month), RequestId = Id() }),
        StatusCode.FailedPrecondition, "run.nothing_due");
}
