using AnSinh.Reporting.Periods;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Periods;

public sealed class TermsAndSeasonsTests
{
    [Theory]
    [InlineData("2021-2025", "2021-01-01", "2025-12-31", "giai đoạn 2021–2025", "2016-2020", "2020")]
    [InlineData("stat:2016-2020", "2015-12-15", "2020-12-14", "giai đoạn 2016–2020", "stat:2011-2015", "stat:2015")]
    [InlineData("2020-S09-05", "2020-09-01", "2021-05-31", "mùa từ tháng 9/2020 đến tháng 5/2021", "2019-S09-05", "2020")]
    [InlineData("2020-S06-08", "2020-06-01", "2020-08-31", "mùa từ tháng 6/2020 đến tháng 8/2020", "2019-S06-08", "2019")]
    [InlineData("stat:2020-S12-02", "2020-11-15", "2021-02-14", "mùa từ tháng 12/2020 đến tháng 2/2021", "stat:2019-S12-02", "stat:2020")]
    [InlineData("stat:2020-S01-01", "2019-12-15", "2020-01-14", "mùa từ tháng 1/2020 đến tháng 1/2020", "stat:2019-S01-01", "stat:2019")]
    public void Parse_OfATermOrSeason_GivesDaysNameAndThePeriodsToCompareWith(string text, string from, string to, string name, string before, string yearBefore)
    {
        var period = PeriodText.Parse(text);
        (period.From.ToString("yyyy-MM-dd", null), period.To.ToString("yyyy-MM-dd", null), period.Name, period.ToString()).ShouldBe((from, to, name, text));
        (period.Previous().ToString(), period.SamePeriodOfPreviousYear().ToString(), period.PreviousYear().ToString()).ShouldBe((before, before, yearBefore));
        period.YearToDate().ShouldBe(period.Kind == PeriodKind.Term ? period : Period.OfYearToDate(period.To, period.Calendar));
    }

    [Theory]
    [InlineData("2020-2024", "period.not_a_term")]
    [InlineData("2021-2026", "period.not_a_term")]
    [InlineData("2025-2021", "period.not_a_term")]
    [InlineData("1896-1900", "period.year_out_of_range")]
    [InlineData("2101-2105", "period.year_out_of_range")]
    [InlineData("2100-S09-05", "period.year_out_of_range")]
    [InlineData("2020-S13-01", "period.malformed")]
    [InlineData("2020-S9-5", "period.malformed")]
    public void Parse_OfNoTermOrSeason_SaysWhy(string text, string code)
    {
        PeriodText.TryParse(text, out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(code);
    }

    [Fact]
    public void OfTerm_ThatBeginsWithAnotherYear_IsRefused() => Should.Throw<ArgumentException>(() => Period.OfTerm(2020));
}
