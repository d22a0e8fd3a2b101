using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.Indicators;

/// <summary>Figures as they were known, and in other units than those of their day.</summary>
public sealed class FigureViewTests : IAsyncLifetime
{
    // Phường Đại Nài was divided on 2025-07-01 between Thành Sen (18073) and Hà Huy Tập (18652); Nam Hà went to Thành Sen whole.
    const string Divided = "18082";
    const string NamHaThenThanhSen = "18073";
    const string HaHuyTap = "18652";
    static readonly Date OldDay = new() { Year = 2025, Month = 6, Day = 30 };
    static readonly Date NewDay = new() { Year = 2025, Month = 7, Day = 1 };
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Query_AsOfAMoment_IsWhatWasKnownThen()
    {
        var recorded = At(1, Told.Recorded(Told.Placement(1, new(2020, 3, 1), channel: "loan")));
        var corrected = At(5, Told.Corrected(recorded, Told.Placement(1, new(2020, 9, 1), Told.CommuneOf436)));
        var other = At(3, Told.Recorded(Told.Placement(2, new(2020, 3, 1))));
        await reporting.BookAsync(recorded, other, corrected, At(7, Told.Identified(2, 1)), At(9, Told.Voided(other)));

        (await AsOfAsync(0)).ShouldBe(("0", "0", "0", "0"));
        (await AsOfAsync(1)).ShouldBe(("1", "1", "1", "1"));
        (await AsOfAsync(4)).ShouldBe(("2", "2", "1", "2"));
        (await AsOfAsync(5)).ShouldBe(("2", "2", "0", "1"));
        (await AsOfAsync(8)).ShouldBe(("2", "1", "0", "1"));
        (await AsOfAsync(9)).ShouldBe(("1", "1", "0", "0"));

        async Task<(string Placements, string People, string Loans, string FirstQuarter)> AsOfAsync(int day)
        {
            var view = new FigureView { AsOf = Timestamp.FromDateTimeOffset(Moment(day)) };
            return (await FigureAsync("EMP-02", "2020", "42", view), await FigureAsync("EMP-01", "2020", "42", view),
                await FigureAsync("EMP-04", "2020", "42", view), await FigureAsync("EMP-02", "2020-Q1", "447", view));
        }
    }

    [Fact]
    public async Task ListContributions_AsOfAMoment_IsWhatTheFigureWasMadeOf()
    {
        var recorded = At(1, Told.Recorded(Told.Placement(1, new(2020, 3, 1))));
        await reporting.BookAsync(recorded, At(5, Told.Corrected(recorded, Told.Placement(1, new(2020, 9, 1)))));
        var request = new ListContributionsRequest { Indicator = "EMP-02", Period = "2020", AreaCode = "42", View = new() { AsOf = Timestamp.FromDateTimeOffset(Moment(3)) } };

        (await reporting.Indicators.ListContributionsAsync(request)).Contributions.Single().EventId.ShouldBe(recorded.EventId.ToString());
        request.View = null;
        (await reporting.Indicators.ListContributionsAsync(request)).Contributions.Sum(one => one.Sign).ShouldBe(1);
    }

    [Fact]
    public async Task Query_AsOfTomorrow_IsRefused() => await Refused.With(
        reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-01", "2020", "42", new() { AsOf = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow().AddDays(1)) })),
        StatusCode.InvalidArgument, "view.as_of_in_future");

    [Fact]
    public async Task Query_Restated_CountsAFormerUnitWhereItWent_AndKeepsADividedOneApart()
    {
        await BookAroundTheReformAsync();
        var restated = new FigureView { AreaMode = AreaMode.Restated, OutlineOn = NewDay };

        (await FigureAsync("EMP-02", "2025", NamHaThenThanhSen, restated)).ShouldBe("2");
        (await FigureAsync("EMP-02", "2025", HaHuyTap, restated)).ShouldBe("1");
        (await FigureAsync("EMP-02", "2025", "42", restated)).ShouldBe("6");
        (await FigureAsync("EMP-02", "2025", "42")).ShouldBe("6");
        (await reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-02", "2025", "42", restated))).KeptApart.ShouldBeEmpty();

        var apart = (await reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-02", "2025", HaHuyTap, restated))).KeptApart.Single();
        (apart.Code, apart.DisplayName, apart.ValidTo, apart.Figures.Single().Exact).ShouldBe((Divided, "Phường Đại Nài", OldDay, "3"));
        apart.Parts.Select(part => part.Code).ShouldBe([NamHaThenThanhSen, HaHuyTap]);
        apart.KeptOutOf.ShouldBe([HaHuyTap]);

        var byArea = await reporting.Indicators.QueryIndicatorsAsync(new(Ask("EMP-02", "2025", "42", restated)) { Breakdown = "area" });
        byArea.Figures.Count.ShouldBe(1 + 69);
        byArea.Figures.Skip(1).Sum(figure => int.Parse(figure.Exact, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(6 - 3);
        byArea.KeptApart.Single().KeptOutOf.ShouldBe([NamHaThenThanhSen, HaHuyTap]);
    }

    [Fact]
    public async Task Query_RestatedToADayBefore_CountsALaterUnitWhereItCameFrom()
    {
        await BookAroundTheReformAsync();
        var before = new FigureView { AreaMode = AreaMode.Restated, OutlineOn = OldDay };

        // The new wards came from several old ones of the city (436), and from others outside it.
        (await FigureAsync("EMP-02", "2025", NamHaThenThanhSen, before)).ShouldBe("1");
        (await FigureAsync("EMP-02", "2025", Divided, before)).ShouldBe("3");
        (await FigureAsync("EMP-02", "2025", "42", before)).ShouldBe("6");
        var answer = await reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-02", "2025", Divided, before));
        answer.KeptApart.Select(one => (one.Code, one.Figures.Single().Exact)).ShouldBe([(NamHaThenThanhSen, "1"), (HaHuyTap, "1")]);
    }

    [Fact]
    public async Task Query_Restated_OfAUnitThatIsNotThereOnTheDay_IsRefused()
    {
        var restated = new FigureView { AreaMode = AreaMode.Restated, OutlineOn = NewDay };
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-01", "2020", "436", restated)), StatusCode.NotFound, "area.not_valid_on_date");
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-01", "2020", "00000", restated)), StatusCode.NotFound, "area.unknown");
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-01", "2020", "42", new() { OutlineOn = NewDay })), StatusCode.InvalidArgument, "view.outline_without_restating");
    }

    [Fact]
    public async Task Query_WithAKey_SharesSumsOutExactly_AndRefusesPeople()
    {
        await BookAroundTheReformAsync();
        var keyed = new FigureView { AreaMode = AreaMode.Restated, OutlineOn = NewDay, AreaKey = "dan-so-2024" };
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-02", "2025", HaHuyTap, keyed)), StatusCode.NotFound, "area.key_unknown");

        (await ImportAsync(1, 3)).Version.ShouldBe(1);
        var answer = await reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-02", "2025", HaHuyTap, keyed));
        (answer.Figures.Single().Exact, answer.KeptApart.Count).ShouldBe(("3", 0));
        (await FigureAsync("EMP-02", "2025", NamHaThenThanhSen, keyed)).ShouldBe("3");
        await Refused.With(reporting.Indicators.QueryIndicatorsAsync(Ask("EMP-01", "2025", HaHuyTap, keyed)), StatusCode.FailedPrecondition, "area.key_not_for_people");

        reporting.Host.Time.Advance(TimeSpan.FromHours(1));
        var between = Timestamp.FromDateTimeOffset(reporting.Host.Time.GetUtcNow());
        reporting.Host.Time.Advance(TimeSpan.FromHours(1));
        (await ImportAsync(1, 7)).Version.ShouldBe(2);
        (await ImportAsync(1, 7)).Version.ShouldBe(2);
        (await FigureAsync("EMP-02", "2025", HaHuyTap, keyed)).ShouldBe("25/7");
        (await FigureAsync("EMP-02", "2025", HaHuyTap, new(keyed) { AsOf = between })).ShouldBe("3");
        (await reporting.Areas.ListAreaKeysAsync(new ListAreaKeysRequest { PageSize = 1 })).Keys.Single().Units.ShouldBe(1);

        // The first share goes to Thành Sen, the rest to Hà Huy Tập.
        async Task<AreaKey> ImportAsync(long numerator, long denominator) => await reporting.Areas.ImportAreaKeyAsync(Key(
            (NamHaThenThanhSen, numerator, denominator), (HaHuyTap, denominator - numerator, denominator)));
    }

    [Fact]
    public async Task ImportAreaKey_WithWrongShares_IsRefusedAndChangesNothing()
    {
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(Key((NamHaThenThanhSen, 1, 3), (HaHuyTap, 1, 3))), StatusCode.InvalidArgument, "area_key.sum_not_one");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(Key((NamHaThenThanhSen, 1, 2), (NamHaThenThanhSen, 1, 2))), StatusCode.InvalidArgument, "area_key.share_twice");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(Key((Told.CommuneOf447, 1, 1))), StatusCode.InvalidArgument, "area_key.not_a_successor");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(Key((HaHuyTap, 1, 0))), StatusCode.InvalidArgument, "area_key.share_malformed");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(new(Key((HaHuyTap, 1, 1))) { Name = "Dân số" }), StatusCode.InvalidArgument, "area_key.name_malformed");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(new(Key((HaHuyTap, 1, 1))) { LegalBasis = "" }), StatusCode.InvalidArgument, "area_key.legal_basis_missing");
        await Refused.With(reporting.Areas.ImportAreaKeyAsync(Key()), StatusCode.InvalidArgument, "area_key.share_count");
        (await reporting.Areas.ListAreaKeysAsync(new ListAreaKeysRequest())).Keys.ShouldBeEmpty();
    }

    static ImportAreaKeyRequest Key(params IReadOnlyList<(string NewCode, long Numerator, long Denominator)> shares) => new()
    {
        Name = "dan-so-2024",
        LegalBasis = "Quyết định thử",
        RequestId = Guid.NewGuid().ToString(),
        Shares = { shares.Select(one => new AreaShare { OldCode = Divided, EffectiveOn = NewDay, NewCode = one.NewCode, Numerator = one.Numerator, Denominator = one.Denominator }) },
    };

    /// <summary>Three placements in the ward that was divided, one in Nam Hà before the reform, one each in the two new wards after it.</summary>
    Task BookAroundTheReformAsync() => reporting.BookAsync(
        Told.Recorded(Told.Placement(1, new(2025, 6, 30), Divided)),
        Told.Recorded(Told.Placement(2, new(2025, 6, 30), Divided)),
        Told.Recorded(Told.Placement(3, new(2025, 2, 1), Divided)),
        Told.Recorded(Told.Placement(4, new(2025, 6, 30), NamHaThenThanhSen)),
        Told.Recorded(Told.Placement(5, new(2025, 7, 1), NamHaThenThanhSen)),
        Told.Recorded(Told.Placement(6, new(2025, 7, 1), HaHuyTap)));

    async Task<string> FigureAsync(string indicator, string period, string area, FigureView? view = null) =>
        (await reporting.Indicators.QueryIndicatorsAsync(Ask(indicator, period, area, view))).Figures[0].Exact;

    static QueryIndicatorsRequest Ask(string indicator, string period, string area, FigureView? view) =>
        new() { Indicators = { indicator }, Period = period, AreaCode = area, View = view };

    static DateTimeOffset Moment(int day) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    static EventEnvelope At(int day, EventEnvelope told) => told with { RecordedAt = Moment(day) };
}
