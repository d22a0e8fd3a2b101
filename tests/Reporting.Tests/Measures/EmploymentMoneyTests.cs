using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Reporting.Tests.Ledger;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Money and relief that reached workers: unemployment benefit paid (EMP-08), workers supported in an epidemic (EMP-14).</summary>
public sealed class EmploymentMoneyTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2020, 5, 15);
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task UnemploymentBenefit_IsWhatPayersConfirmed_LessWhatCameBack()
    {
        var (run, later) = (Guid.NewGuid(), new DateOnly(2020, 8, 3));
        var paid = Told.Event(new PaymentsConfirmed { Scheme = "employment.unemployment", Run = run, Groups = [Group(3, 14_400_000)] }, Day, Told.CommuneOf447);
        await reporting.BookFromAsync(
            "employment",
            paid, paid,
            Told.Event(new PaymentsConfirmed { Scheme = "employment.unemployment", Run = run, Groups = [Group(1, 3_000_000)] }, later, Told.CommuneOf447),
            Told.Event(new PaymentsReversed { Scheme = "employment.unemployment", Run = run, Groups = [Group(1, 4_800_000)] }, later, Told.CommuneOf447));

        (await reporting.FigureAsync("EMP-08", "2020-H1")).ShouldBe("14400000");
        (await reporting.FigureAsync("EMP-08", "2020")).ShouldBe("12600000");
        (await reporting.FigureAsync("XD-07", "2020")).ShouldBe("12600000");
        (await reporting.FigureAsync("EMP-08", "2019")).ShouldBe("0");
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task WorkersSupported_AreThePeoplePaid_OfTheGroupsOfWorkers()
    {
        await reporting.BookFromAsync(
            "protection",
            Told.Event(
                new SupportDelivered
                {
                    Kind = "relief",
                    Programme = "NQ 42",
                    Groups =
                    [
                        Relief("worker_suspended", 1, 2), Relief("worker_terminated", 3), Relief("worker_self_employed", 4, 2), Relief("worker_other", 5), Relief("merit", 6, 7),
                    ],
                },
                Day, Told.CommuneOf447),
            Told.Event(new SupportApproved { Kind = "relief", Programme = "NQ 42", Groups = [Relief("worker_suspended", 8)] }, Day, Told.CommuneOf447));

        (await reporting.FigureAsync("EMP-14", "2020")).ShouldBe("5");
    }

    static PaymentGroup Group(long payments, long amount) => new() { Category = "unemployment", Payments = payments, AmountVnd = amount };

    static SupportGroup Relief(string group, params int[] people) =>
        new() { Group = group, Recipient = "person", Entries = people.Length, AmountVnd = 1_000_000, PersonKeys = [.. people.Select(Told.Key)] };
}
