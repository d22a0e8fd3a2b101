using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Indicators;

public sealed class ListContributionsTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    readonly int year = reporting.NextYear();

    [Fact]
    public async Task List_OfAnyPageSize_SumsToTheFigure()
    {
        var events = Enumerable.Range(0, 25).Select(number => Told.Recorded(Told.Placement(
            number % 7, new DateOnly(year, 1, 1).AddDays(number % 4), number % 2 == 0 ? Told.CommuneOf447 : Told.CommuneOf436, number % 3 == 0 ? "loan" : "domestic"))).ToList();
        await reporting.BookAsync([.. events, Told.Voided(events[4]), Told.Corrected(events[6], Told.Placement(6, new DateOnly(year, 2, 1), Told.CommuneOf436))]);

        foreach (var (area, dimension, member) in new[] { ("42", "", ""), ("447", "", ""), ("42", "channel", "loan"), (Told.CommuneOf436, "channel", "domestic") })
        {
            var facts = await AllAsync(new ListContributionsRequest { Indicator = "EMP-02", Period = Period, AreaCode = area, Dimension = dimension, Member = member, PageSize = 4 });
            var expected = member.Length == 0
                ? await reporting.FigureAsync("EMP-02", Period, area)
                : (await reporting.BreakdownAsync("EMP-02", Period, dimension, area))[member];
            facts.Sum(fact => fact.Sign).ToString(CultureInfo.InvariantCulture).ShouldBe(expected);
            facts.Select(fact => (fact.EventId, fact.Sign)).Distinct().Count().ShouldBe(facts.Count);
            facts.Select(fact => fact.OccurredOn.Month * 100 + fact.OccurredOn.Day).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task List_OfACorrection_ShowsWhatWasBookedBackAndByWhat()
    {
        var recorded = Told.Recorded(Told.Placement(1, new DateOnly(year, 5, 2), channel: "loan"));
        var corrected = Told.Corrected(recorded, Told.Placement(1, new DateOnly(year, 5, 3), channel: "loan"));
        await reporting.BookAsync(recorded, corrected);

        var facts = await AllAsync(new ListContributionsRequest { Indicator = "EMP-04", Period = $"{Period}-05", AreaCode = "42" });
        facts.Select(fact => (fact.EventId, fact.Sign, fact.ReversesEventId)).ShouldBe(
            [(recorded.EventId.ToString(), 1, ""), (corrected.EventId.ToString(), -1, recorded.EventId.ToString()), (corrected.EventId.ToString(), 1, "")]);
        facts.ShouldAllBe(fact => fact.AmountVnd == 50_000_000 && fact.Dimensions["channel"] == "loan" && fact.Measure == "employment.placement" && fact.Source == "employment");
    }

    [Fact]
    public async Task List_ByAnUnknownDimensionOrWithATokenOfAnotherFigure_IsRefused()
    {
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(year, 5, 2))), Told.Recorded(Told.Placement(1, new DateOnly(year, 5, 2))));
        var request = new ListContributionsRequest { Indicator = "EMP-02", Period = Period, AreaCode = "42", PageSize = 1 };
        var token = (await reporting.Indicators.ListContributionsAsync(request)).NextPageToken;
        await Refused.With(
            reporting.Indicators.ListContributionsAsync(new(request) { AreaCode = "447", PageToken = token }), StatusCode.InvalidArgument, "page_token.invalid");
        await Refused.With(reporting.Indicators.ListContributionsAsync(new(request) { Dimension = "colour" }), StatusCode.InvalidArgument, "dimension.unknown");
    }

    string Period => year.ToString(CultureInfo.InvariantCulture);

    async Task<List<Contribution>> AllAsync(ListContributionsRequest request)
    {
        var all = new List<Contribution>();
        do
        {
            var page = await reporting.Indicators.ListContributionsAsync(request);
            all.AddRange(page.Contributions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
