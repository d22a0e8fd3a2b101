using AnSinh.Reporting.Periods;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Periods;

public sealed class PeriodTextTests
{
    /// <summary>Periods of every kind in both calendars.</summary>
    internal static Arbitrary<Period> AnyPeriod { get; } = (
        from calendar in Gen.Elements(Enum.GetValues<ReportingCalendar>())
        from year in Gen.Choose(Period.FirstYear + 1, Period.LastYear)
        from kind in Gen.Elements(Enum.GetValues<PeriodKind>())
        from a in Gen.Choose(0, 11)
        from start in Gen.Choose(0, 364)
        from days in Gen.Choose(0, 800)
        let day = new DateOnly(year - 1, 1, 1).AddDays(start)
        select kind switch
        {
            PeriodKind.Month => Period.OfMonth(year, a + 1, calendar),
            PeriodKind.Quarter => Period.OfQuarter(year, (a / 3) + 1, calendar),
            PeriodKind.Half => Period.OfHalf(year, (a / 6) + 1, calendar),
            PeriodKind.NineMonths => Period.OfNineMonths(year, calendar),
            PeriodKind.Year => Period.OfYear(year, calendar),
            PeriodKind.YearToDate => Period.OfYearToDate(day, calendar),
            _ => Period.OfRange(day, Earlier(day.AddDays(days), new DateOnly(Period.LastYear, 12, 31)), calendar),
        }).ToArbitrary();

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    [Fact]
    public void Parse_OfWhatWasWritten_GivesTheSamePeriod() =>
        Prop.ForAll(AnyPeriod, period => PeriodText.Parse(period.ToString()) == period).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31", "năm 2020")]
    [InlineData("2020-H1", "2020-01-01", "2020-06-30", "6 tháng đầu năm 2020")]
    [InlineData("2020-H2", "2020-07-01", "2020-12-31", "6 tháng cuối năm 2020")]
    [InlineData("2020-Q2", "2020-04-01", "2020-06-30", "Quý II năm 2020")]
    [InlineData("2020-03", "2020-03-01", "2020-03-31", "tháng 3 năm 2020")]
    [InlineData("2020-9M", "2020-01-01", "2020-09-30", "9 tháng đầu năm 2020")]
    [InlineData("2020-01-01..2020-02-29", "2020-01-01", "2020-02-29", "từ ngày 01/01/2020 đến ngày 29/02/2020")]
    [InlineData("2020-05-20..2020-05-20", "2020-05-20", "2020-05-20", "ngày 20/05/2020")]
    [InlineData("2020-YTD-06-30", "2020-01-01", "2020-06-30", "từ đầu năm 2020 đến ngày 30/06/2020")]
    [InlineData("stat:2020-H1", "2019-12-15", "2020-06-14", "6 tháng đầu năm 2020")]
    [InlineData("stat:2020-H2", "2020-06-15", "2020-12-14", "6 tháng cuối năm 2020")]
    [InlineData("stat:2026-02", "2026-01-15", "2026-02-14", "tháng 2 năm 2026")]
    [InlineData("stat:2026-Q2", "2026-03-15", "2026-06-14", "Quý II năm 2026")]
    [InlineData("stat:2020-9M", "2019-12-15", "2020-09-14", "9 tháng đầu năm 2020")]
    [InlineData("stat:2020", "2019-12-15", "2020-12-14", "năm 2020")]
    [InlineData("stat:2020-YTD-12-20", "2019-12-15", "2019-12-20", "từ đầu năm 2020 đến ngày 20/12/2019")]
    [InlineData(" STAT:2020-h1 ", "2019-12-15", "2020-06-14", "6 tháng đầu năm 2020")]
    public void Parse_OfEachForm_GivesDaysAndName(string text, string from, string to, string name)
    {
        var period = PeriodText.Parse(text);
        period.From.ToString("yyyy-MM-dd", null).ShouldBe(from);
        period.To.ToString("yyyy-MM-dd", null).ShouldBe(to);
        period.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("", "period.malformed")]
    [InlineData(null, "period.malformed")]
    [InlineData("2020-H3", "period.malformed")]
    [InlineData("2020-Q5", "period.malformed")]
    [InlineData("2020-13", "period.malformed")]
    [InlineData("2020-00", "period.malformed")]
    [InlineData("20", "period.malformed")]
    [InlineData("2020-01-01", "period.malformed")]
    [InlineData("2020-06-30..2020-01-01", "period.inverted")]
    [InlineData("2021-02-29..2021-03-01", "period.not_a_day")]
    [InlineData("2020-YTD-02-30", "period.not_a_day")]
    [InlineData("1899", "period.year_out_of_range")]
    [InlineData("2101-H1", "period.year_out_of_range")]
    [InlineData("9999-Q1", "period.year_out_of_range")]
    [InlineData("2020-01-01..2999-01-01", "period.year_out_of_range")]
    public void TryParse_OfAnythingElse_SaysWhy(string? text, string code)
    {
        PeriodText.TryParse(text, out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(code);
        error.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void OfRange_ThatEndsBeforeItBegins_IsRefused() =>
        Should.Throw<ArgumentException>(() => Period.OfRange(new DateOnly(2020, 2, 1), new DateOnly(2020, 1, 1)));
}
