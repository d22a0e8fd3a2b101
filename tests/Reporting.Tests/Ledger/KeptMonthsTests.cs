using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Ledger;

/// <summary>Figures of large areas after every booking, when months are kept; the engine's model holds all kinds of them against an oracle.</summary>
public sealed class KeptMonthsTests
{
    [Theory]
    [InlineData("FewWindows=0")]
    [InlineData("FewWindows=0", "CurveAfter=0")]
    [InlineData("FewWindows=0", "CurveAfter=1000")]
    [InlineData("FewWindows=100000")]
    [InlineData("MostRows=1")]
    public async Task Query_AfterEachBooking_ShowsIt_HoweverMuchIsKept(params string[] settings)
    {
        await using var host = new Disposing(await ReportingHost.StartAsync([.. settings.Select(setting => $"Reporting:KeptMonths:{setting}")]));
        var reporting = host.Reporting;
        var first = Told.Recorded(Told.Placement(1, new(2020, 3, 5)));
        var second = Told.Recorded(Told.Placement(2, new(2020, 7, 20), Told.CommuneOf436, "loan"));

        (await FiguresAsync(reporting)).ShouldBe(("0", "0", "0"));
        await reporting.BookAsync(first, second);
        (await FiguresAsync(reporting)).ShouldBe(("2", "2", "0"));
        await reporting.BookAsync(Told.Recorded(Told.Placement(3, new(2020, 3, 30), Told.OtherCommuneOf447)));
        (await FiguresAsync(reporting)).ShouldBe(("3", "3", "1"));
        await reporting.BookAsync(Told.Identified(2, 1));
        (await FiguresAsync(reporting)).ShouldBe(("3", "2", "1"));
        await reporting.BookAsync(Told.Corrected(second, Told.Placement(2, new(2021, 1, 2), Told.CommuneOf436)));
        (await FiguresAsync(reporting)).ShouldBe(("2", "2", "1"));
        await reporting.BookAsync(Told.Voided(first));
        (await FiguresAsync(reporting)).ShouldBe(("1", "1", "1"));
        (await reporting.FigureAsync("EMP-01", "2020-12-31..2021-01-02")).ShouldBe("1");
    }

    static async Task<(string Placements, string People, string SpringPeople)> FiguresAsync(ReportingHost reporting) => (
        await reporting.FigureAsync("EMP-02", "2020"), await reporting.FigureAsync("EMP-01", "2020"), await reporting.FigureAsync("EMP-01", "stat:2020-Q2"));

    sealed class Disposing(ReportingHost reporting) : IAsyncDisposable
    {
        public ReportingHost Reporting => reporting;

        public async ValueTask DisposeAsync() => await reporting.DisposeAsync();
    }
}
