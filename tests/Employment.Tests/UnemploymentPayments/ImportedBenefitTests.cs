using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
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

    [Theory]
    [InlineData(null, 0)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public async Task Import_PaysTheMonthsOfTheTermFromThatMonthOn(int? payableFrom, int months)
    {
        DecisionRow[] rows = [Row(1, payableFrom), Row(2, payableFrom)];
        rows[1].Worker = Samples.WorkerWithoutNumber();
        var (results, summary) = await service.ImportAsync(rows);
        summary.Recorded.ShouldBe(2);
        (await service.ImportAsync(rows)).Summary.AlreadyPresent.ShouldBe(2);

        if (months == 0)
        {
            (await service.Clerk.GetClaimAsync(new GetClaimRequest { Name = results[0].Resource })).Entitlement.ShouldBeEmpty();
            await Refused.With(service.Prepare(6), StatusCode.FailedPrecondition, "run.nothing_due");
            return;
        }

        var run = await service.PayAsync(6);
        (run.Lines, run.PaidVnd).ShouldBe((2, 2 * months * Monthly));
    }

    [Fact]
    public async Task Import_OfABadMonthOrAccount_RefusesTheRow()
    {
        var (month, bank) = (Row(1, 3), Row(2, 4));
        month.PayableFrom.Month = 13;
        bank.Channel = PaymentChannel.Bank;
        var (results, summary) = await service.ImportAsync(month, bank);
        summary.Recorded.ShouldBe(0);
        results.SelectMany(one => one.Violations.Select(violation => violation.Reason)).ShouldBe(["month.invalid", "entitlement.account_invalid"]);
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
