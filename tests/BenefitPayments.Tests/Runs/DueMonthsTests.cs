using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Runs;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static AnSinh.BenefitPayments.Tests.Rates.TestRates;

namespace AnSinh.BenefitPayments.Tests.Runs;

public sealed class DueMonthsTests
{
    // Decree 55/2023: signed on 21 July, in force on 5 September, applied from 1 July 2023.
    static readonly BenefitPayments.Rates.BenefitRate[] decrees =
    [
        Standard(1_624_000, "2021-07-01", inForce: "2021-09-15"), Amount("TB-061", 3_174_000, "2021-07-01", "2021-09-15"),
        Standard(2_055_000, "2023-07-01", inForce: "2023-09-05"), Amount("TB-061", 4_016_000, "2023-07-01", "2023-09-05"),
    ];

    [Fact]
    public void Due_IsOneMonth_WhereTheMonthBeforeIsSettled() =>
        DueMonths.Of(Row(settled: 202305), 202306, Table("2023-06-10", decrees), null).Months.ShouldBe([(202306, 3_174_000L)]);

    [Fact]
    public void Due_OfADecreeAppliedFromEarlier_HasTheDifferencesOfTheMonthsBetween()
    {
        var settled = new Dictionary<int, long> { [202306] = 3_174_000, [202307] = 3_174_000, [202308] = 3_174_000 };
        var due = DueMonths.Of(Row(settled: 202308), 202309, Table("2023-09-10", decrees), settled);
        due.Months.ShouldBe([(202307, 842_000L), (202308, 842_000L), (202309, 4_016_000L)]);
        due.OverpaidVnd.ShouldBe(0);
    }

    [Fact]
    public void Due_BeforeTheDecreeIsInForce_IsTheOldLevel() =>
        DueMonths.Of(Row(settled: 202307), 202308, Table("2023-09-04", decrees), null).Months.ShouldBe([(202308, 3_174_000L)]);

    [Fact]
    public void Due_OfMonthsNotSettled_IsEachAtItsOwnLevel() =>
        DueMonths.Of(Row(settled: 202305), 202308, Table("2023-09-10", decrees), null).Months
            .ShouldBe([(202306, 3_174_000L), (202307, 4_016_000L), (202308, 4_016_000L)]);

    [Fact]
    public void Due_OfAMonthThatCameBack_IsTheWholeMonth() =>
        DueMonths.Of(Row(settled: 202308), 202309, Table("2023-09-10", decrees), new Dictionary<int, long> { [202308] = 0 }).Months
            .ShouldBe([(202308, 4_016_000L), (202309, 4_016_000L)]);

    [Fact]
    public void Due_OfAMonthPaidTooHigh_IsShown_NeverDeducted()
    {
        var due = DueMonths.Of(Row(settled: 202308), 202309, Table("2023-09-10", decrees), new Dictionary<int, long> { [202308] = 5_000_000 });
        due.Months.ShouldBe([(202309, 4_016_000L)]);
        due.OverpaidVnd.ShouldBe(984_000);
    }

    [Theory]
    [InlineData(202307, null, null, 202307)]
    [InlineData(null, 202308, null, 202307)]
    [InlineData(null, null, "2023-07-31", 202307)]
    [InlineData(null, null, null, 202309)]
    public void Due_EndsWithTheRight_TheSuspensionOrTheMonthOfDeath(int? end, int? suspended, string? died, int last)
    {
        var due = DueMonths.Of(Row(202305, end, suspended, died is null ? null : Day(died)), 202309, Table("2023-09-10", decrees), null);
        due.Months[^1].Month.ShouldBe(last);
        due.SettledThrough.ShouldBe(last);
    }

    [Fact]
    public void Due_OfAnUnconfirmedLevel_IsNothing_WithTheProblem()
    {
        var due = DueMonths.Of(Row(settled: 202305), 202306, Table("2023-09-10", Amount("TB-061", 1, "2021-07-01", confirmed: false)), null);
        due.Months.ShouldBeEmpty();
        due.Problem.ShouldNotBeNull().Code.ShouldBe("rate.unconfirmed");
    }

    /// <summary>Whatever the order of decrees and runs, once everything is in force each month was paid exactly its level of the end.</summary>
    [Fact]
    public void Runs_InAnyRhythm_PayEveryMonthExactlyOnce() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 24).ToArray()).ToArbitrary(), Gen.Choose(1, 24).ToArbitrary(), (order, count) =>
        {
            var paid = new Dictionary<int, long>();
            var settled = 202212;
            foreach (var at in order.Take(count).Order().Append(24))
            {
                var month = PayMonth.Plus(202301, at);
                var due = DueMonths.Of(Row(settled), month, new(decrees, PayMonth.FirstDay(month)), paid);
                due.Months.ShouldAllBe(one => one.AmountVnd > 0);
                foreach (var (one, amount) in due.Months)
                {
                    paid[one] = paid.GetValueOrDefault(one) + amount;
                }

                settled = due.SettledThrough;
            }

            paid.Count.ShouldBe(25);
            paid.ShouldAllBe(one => one.Value == (one.Key < 202307 ? 3_174_000 : 4_016_000));
        }).QuickCheckThrowOnFailure();

    internal static DueRow Row(int settled, int? end = null, int? suspended = null, DateOnly? died = null, string category = "TB-061", Guid? person = null) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person ?? Guid.NewGuid(),
        PersonKey = "key",
        FullName = "Công dân Mẫu",
        DiedOn = died,
        AreaCode = "18073",
        AreaOn = new DateOnly(2023, 1, 1),
        Category = category,
        ReportCategory = "TB",
        Multiplier = 1_000,
        EndMonth = end,
        PayableFrom = 202201,
        SettledThrough = settled,
        SuspendedFrom = suspended,
        Channel = PaymentChannel.PostCash,
    };
}
