using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Employment.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.UnemploymentPayments;

/// <summary>Decisions on paper whose benefit this service pays from a month on.</summary>
public sealed class ImportedBenefitTests : IAsyncLifetime
{
    const long Monthly = 4_800_000;

    BenefitHost service = null!;

    public async Task InitializeAsync() => service = await BenefitHost.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Import_PaysFromTheMonthThatTheRowSays_AndWithoutItNothing()
    {
        var whole = Row(1, 3);
        var rest = Row(2, 5);
        rest.Worker = Samples.WorkerWithoutNumber();
        var (results, summary) = await service.ImportAsync(whole, rest, Row(3, null));
        summary.Recorded.ShouldBe(3);
        (await service.Clerk.GetClaimAsync(new GetClaimRequest { Name = results[2].Resource })).Entitlement.ShouldBeEmpty();

        (await service.ImportAsync(whole, rest)).Summary.AlreadyPresent.ShouldBe(2);
        var run = await service.PayAsync(6);
        (run.Lines, run.PaidVnd).ShouldBe((2, 4 * Monthly));
    }

    [Fact]
    public async Task Import_OfAMonthOutsideTheTerm_OrToABadAccount_RefusesTheRow()
    {
        var bank = Row(3, 4);
        bank.Channel = PaymentChannel.Bank;
        var (results, summary) = await service.ImportAsync(Row(1, 2), Row(2, 6), bank);
        summary.Recorded.ShouldBe(0);
        results.SelectMany(one => one.Violations.Select(violation => violation.Reason)).ShouldBe(
            ["unemployment.payable_from_out_of_term", "unemployment.payable_from_out_of_term", "entitlement.account_invalid"]);
        await Refused.With(service.Prepare(6), StatusCode.FailedPrecondition, "run.nothing_due");
    }

    [Fact]
    public async Task Import_OfASecondBenefitInTheSameMonths_RefusesTheRow()
    {
        var first = Row(1, 3);
        var second = Row(2, 4);
        second.Worker = first.Worker;
        second.Facts.FiledOn = Samples.Day(2026, 3, 9);
        second.DecidedOn = Samples.Day(2026, 4, 1);
        var (results, _) = await service.ImportAsync(first, second);
        results.Single(one => one.Outcome == ImportOutcome.Refused).Violations.Single().Reason.ShouldBe("entitlement.excluded_by");

        second.Line = 3;
        (await service.ImportAsync(second)).Results.Single().Outcome.ShouldBe(ImportOutcome.Refused);
        (await service.PayAsync(6)).PaidVnd.ShouldBe(3 * Monthly);
    }

    static DecisionRow Row(int line, int? payableFrom) => new()
    {
        Line = line,
        Worker = Samples.Worker(),
        AreaCode = Samples.Commune,
        Facts = BenefitHost.Facts(),
        Granted = true,
        DecisionNumber = $"{line}/QĐ-BHTN",
        DecidedOn = Samples.Day(2026, 3, 20),
        PayableFrom = payableFrom is { } month ? Samples.Day(2026, month, 0) : null,
    };
}
