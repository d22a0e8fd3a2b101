using AnSinh.Reporting.Periods;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Periods;

public sealed class PeriodShiftsTests
{
    [Fact]
    public void Previous_OfMonthsQuartersHalvesYearsAndRanges_EndsTheDayBefore() =>
        Prop.ForAll(PeriodTextTests.AnyPeriod, period =>
            period.Kind is PeriodKind.NineMonths or PeriodKind.YearToDate || period.Previous().To == period.From.AddDays(-1)).QuickCheckThrowOnFailure();

    [Fact]
    public void SamePeriodOfPreviousYear_KeepsKindAndCalendar_OneYearEarlier() =>
        Prop.ForAll(PeriodTextTests.AnyPeriod, period =>
        {
            var earlier = period.SamePeriodOfPreviousYear();
            return earlier.Kind == period.Kind && earlier.Calendar == period.Calendar && earlier.Year == period.Year - 1 && Math.Abs(earlier.Days - period.Days) <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void YearToDate_EndsWithThePeriod_And_BeginsWithItsYear() =>
        Prop.ForAll(PeriodTextTests.AnyPeriod, period =>
            period.YearToDate() is var ytd && ytd.To == period.To && ytd.From == Period.OfYear(period.Year, period.Calendar).From
            && period.PreviousYear().To == ytd.From.AddDays(-1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Months_OfAYearInEitherCalendar_CoverItOnce() =>
        Prop.ForAll(Gen.Choose(Period.FirstYear, Period.LastYear).ToArbitrary(), Gen.Elements(Enum.GetValues<ReportingCalendar>()).ToArbitrary(), (year, calendar) =>
        {
            var months = Enumerable.Range(1, 12).Select(month => Period.OfMonth(year, month, calendar)).ToList();
            var whole = Period.OfYear(year, calendar);
            return months[0].From == whole.From && months[11].To == whole.To && months.Sum(month => month.Days) == whole.Days
                && months.TrueForAll(month => calendar.YearOf(month.From) == year && calendar.YearOf(month.To) == year)
                && Period.OfQuarter(year, 2, calendar) is var quarter && quarter.From == months[3].From && quarter.To == months[5].To;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2020-03", "2020-02")]
    [InlineData("2020-01", "2019-12")]
    [InlineData("2020-Q1", "2019-Q4")]
    [InlineData("2020-H2", "2020-H1")]
    [InlineData("2020", "2019")]
    [InlineData("2020-9M", "2019-9M")]
    [InlineData("2020-YTD-02-29", "2019-YTD-02-28")]
    [InlineData("stat:2020-01", "stat:2019-12")]
    [InlineData("2020-01-01..2020-02-29", "2019-11-01..2019-12-31")]
    [InlineData("2020-01-11..2020-01-20", "2020-01-01..2020-01-10")]
    public void Previous_IsTheNeighbourOfTheSameLength(string period, string expected) => PeriodText.Parse(period).Previous().ToString().ShouldBe(expected);

    [Theory]
    [InlineData("2020-H1", "2019-H1")]
    [InlineData("2021-01-01..2021-02-28", "2020-01-01..2020-02-29")]
    [InlineData("2020-02-29..2020-03-05", "2019-02-28..2019-03-05")]
    [InlineData("stat:2020-Q1", "stat:2019-Q1")]
    public void SamePeriodOfPreviousYear_MindsLeapYears(string period, string expected) =>
        PeriodText.Parse(period).SamePeriodOfPreviousYear().ToString().ShouldBe(expected);

    [Fact]
    public void Contains_BothEnds_AndNothingBeyond()
    {
        var period = PeriodText.Parse("stat:2020-03");
        period.Contains(new DateOnly(2020, 2, 15)).ShouldBeTrue();
        period.Contains(new DateOnly(2020, 3, 14)).ShouldBeTrue();
        period.Contains(new DateOnly(2020, 3, 15)).ShouldBeFalse();
    }
}
