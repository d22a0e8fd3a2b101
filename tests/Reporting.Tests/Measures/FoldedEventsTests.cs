using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Measures;

/// <summary>Events that tell of many records at once, registers taken over whole, and figures that were keyed in.</summary>
public sealed class FoldedEventsTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2020, 5, 15);
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Payments_AreCountedWithTheirNumbersAndSums_AndTakenBack()
    {
        PaymentGroup[] groups = [new() { Category = "5.4", Payments = 3, AmountVnd = 900_000, PersonKeys = [Told.Key(1), Told.Key(1), Told.Key(2)] }];
        await reporting.BookFromAsync(
            "protection",
            Told.Event(new PaymentsConfirmed { Scheme = "protection.assistance", Run = Guid.NewGuid(), Groups = groups }, Day, Told.CommuneOf447),
            Told.Event(new PaymentsConfirmed { Scheme = "protection.topup", Run = Guid.NewGuid(), Groups = [new() { Category = "hn", Payments = 2, AmountVnd = 500 }] }, Day, Told.CommuneOf447),
            Told.Event(
                new PaymentsReversed
                {
                    Scheme = "protection.assistance",
                    Run = Guid.NewGuid(),
                    Groups = [new() { Category = "5.4", Payments = 1, AmountVnd = 300_000, PersonKeys = [Told.Key(2)] }],
                },
                Day,
                Told.CommuneOf447));

        (await reporting.FigureAsync("SOC-02", "2020")).ShouldBe("2");
        (await reporting.FigureAsync("SOC-03", "2020")).ShouldBe("600000");
        (await reporting.FigureAsync("SOC-13", "2020")).ShouldBe("500");
        (await reporting.FigureAsync("XD-07", "2020")).ShouldBe("600500");
        (await reporting.QueryAsync("SOC-04", "2020")).Figures[0].Numerator.ShouldBe("1");
    }

    [Fact]
    public async Task Payments_OfASchemeThatThisBuildDoesNotKnow_AreParked()
    {
        await reporting.BookFromAsync("merit", Told.Event(new PaymentsConfirmed { Scheme = "merit.new", Run = Guid.NewGuid(), Groups = [] }, Day, Told.CommuneOf447));
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.Single().Reason.ShouldBe("scheme.unknown");
    }

    [Fact]
    public async Task Relief_ApprovedAndPaid_AreDifferentFigures_AndGiftsBelongToTheirDepartment()
    {
        await reporting.BookFromAsync(
            "protection",
            Told.Event(Approved("relief", Group("poor_household", "person", 3, 750, [1, 2, 2]), Group("business", "household_business", 2, 2_000, null)), Day, Told.CommuneOf447),
            Told.Event(new SupportDelivered { Kind = "relief", Programme = "NQ 42", Groups = [Group("poor_household", "person", 2, 500, [1, 2]), Group("firm", "enterprise", 1, 9, null)] }, Day, Told.CommuneOf447),
            Told.Event(new SupportDelivered { Kind = "gift", Programme = "Tết", Groups = [Group("a", "person", 4, 400, null)] }, Day, Told.CommuneOf447));
        await reporting.BookFromAsync(
            "merit", Told.Event(new SupportDelivered { Kind = "gift", Programme = "Tết", Groups = [Group("a", "person", 7, 700, null)] }, Day, Told.CommuneOf447));

        (await reporting.FigureAsync("SOC-05", "2020")).ShouldBe("3");
        (await reporting.FigureAsync("SOC-06", "2020")).ShouldBe("60");
        (await reporting.FigureAsync("SOC-09", "2020")).ShouldBe("2750");
        (await reporting.FigureAsync("SOC-10", "2020")).ShouldBe("2");
        (await reporting.QueryAsync("SOC-11", "2020")).Figures[0].Printed.ShouldBe("02 hộ");
        (await reporting.FigureAsync("EMP-15", "2020")).ShouldBe("1");
        (await reporting.FigureAsync("MER-06", "2020")).ShouldBe("7");
        (await reporting.FigureAsync("MER-07", "2020")).ShouldBe("700");
    }

    [Fact]
    public async Task Dossiers_TakenOverWithTheirPast_CountOnTheDaysOfTheirSteps()
    {
        await reporting.BookFromAsync(
            "merit",
            Dossier(new DateOnly(2005, 1, 1), null, null), Dossier(new DateOnly(2010, 1, 1), new DateOnly(2020, 2, 1), new DateOnly(2020, 3, 1)),
            Told.Event(new DossierDigitised { Register = "merit", Category = "NCC07" }, new DateOnly(2020, 8, 1), Told.CommuneOf447),
            Told.Event(new DossierReleased { Register = "merit", Category = "NCC07", Digitised = true, Reason = "transferred_out" }, new DateOnly(2020, 10, 1), Told.CommuneOf447));

        (await reporting.FigureAsync("MER-05", "2019")).ShouldBe("2");
        (await reporting.FigureAsync("MER-05", "2020-H1")).ShouldBe("1");
        (await reporting.FigureAsync("MER-05", "2020-Q3")).ShouldBe("0");
        (await reporting.FigureAsync("MER-04", "2020")).ShouldBe("1");
        (await reporting.FigureAsync("MER-05", "2020")).ShouldBe("0");
        (await reporting.FigureAsync("MER-03", "2020")).ShouldBe("1");

        // Digitised after the merger of communes: the event names the commune of its own day, the fact stands where that lies then.
        await reporting.BookFromAsync("merit", Dossier(new DateOnly(2010, 1, 1), null, new DateOnly(2025, 9, 1)));
        (await reporting.FigureAsync("MER-04", "2025")).ShouldBe("2");
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task SignedFigures_TheLatestOfTheVeryAreaHolds_UntilItIsWithdrawn()
    {
        var first = Signed("VOC-06", "65.45", new DateOnly(2020, 12, 31));
        var second = Signed("VOC-06", "67", new DateOnly(2020, 12, 31));
        var withdrawal = Told.Event(new SurveyedFigureWithdrawn { Indicator = "VOC-06", Replaces = second.EventId }, second.OccurredOn, "42");
        await reporting.BookFromAsync("training", first, first);
        (await reporting.QueryAsync("VOC-06", "2020")).Figures[0].Printed.ShouldBe("65,45%");
        (await reporting.FigureAsync("VOC-06", "2019")).ShouldBe("");
        (await reporting.FigureAsync("VOC-06", "2020", "447")).ShouldBe("");

        // The withdrawal comes first: it waits.
        await reporting.BookFromAsync("training", withdrawal);
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.Single().Reason.ShouldBe("event.replaced_unknown");
        await reporting.BookFromAsync("training", second);
        (await reporting.FigureAsync("VOC-06", "2021")).ShouldBe("1309/20");
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.ShouldBeEmpty();
        await reporting.BookFromAsync("training", Signed("VOC-06", "sixty", new DateOnly(2020, 12, 31)));
        (await reporting.Indicators.ListParkedEventsAsync(new())).Events.Single().Reason.ShouldBe("figure.malformed");
    }

    [Fact]
    public async Task Query_OfAnIndicatorWithoutASource_SaysSoAndNeverZero()
    {
        var figure = (await reporting.QueryAsync("EMP-09", "2020")).Figures.Single();
        (figure.Exact, figure.Printed).ShouldBe(("", "chưa có nguồn số liệu"));
        figure.NoSource.ShouldNotBeEmpty();
        (await reporting.Indicators.ListIndicatorsAsync(new() { PageSize = 100 })).Indicators.Count(indicator => indicator.NoSource.Length > 0).ShouldBe(15);
    }

    [Fact]
    public async Task Query_OfAPartThatIsGreaterThanItsWhole_IsFlagged()
    {
        await reporting.BookFromAsync("employment", Told.Event(
            new CounsellingRecorded { PersonKey = Told.Key(1), Kind = "job_counselling" }, Day, Told.CommuneOf447));
        await reporting.BookFromAsync("training", Signed("VOC-06", "20", Day), Signed("VOC-07", "30", Day));
        var figure = (await reporting.QueryAsync("VOC-07", "2020")).Figures.Single();
        figure.Warnings.Single().Code.ShouldBe("subset.greater");
        (await reporting.QueryAsync("VOC-06", "2020")).Figures.Single().Warnings.ShouldBeEmpty();
        (await reporting.FigureAsync("EMP-06", "2020")).ShouldBe("1");
    }

    static EventEnvelope Dossier(DateOnly day, DateOnly? appraised, DateOnly? digitised) => Told.Event(
        new DossierRegistered { Register = "merit", Category = "NCC07", AppraisedOn = appraised, DigitisedOn = digitised }, day, Told.CommuneOf447);

    static EventEnvelope Signed(string indicator, string value, DateOnly day) =>
        Told.Event(new SurveyedFigureSigned { Indicator = indicator, Value = value, Source = "Cục Thống kê" }, day, "42");

    static SupportApproved Approved(string kind, params SupportGroup[] groups) => new() { Kind = kind, Programme = "NQ 42", Groups = groups };

    static SupportGroup Group(string group, string recipient, long entries, long amount, int[]? people) => new()
    {
        Group = group,
        Recipient = recipient,
        Entries = entries,
        AmountVnd = amount,
        PersonKeys = people is null ? null : [.. people.Select(Told.Key)],
    };
}
