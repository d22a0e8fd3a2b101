using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Events.Reporting.V1;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

/// <summary>The two published reports: from events with the published totals, the built-in templates print every published figure verbatim.</summary>
public sealed class PublishedReportsTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2020, 2, 15);
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task HaTinh_PrintsEveryPublishedFigure()
    {
        await BookAsync("employment", Enumerable.Range(0, 9_997).Select(person => Told.Recorded(Told.Placement(person, Day, channel: person < 1_204 ? "overseas_contract" : "domestic"))));
        await BookAsync("training", Enumerable.Range(0, 4_502).Select(person => Enrolled(person, "42")));
        await BookAsync("merit", Enumerable.Range(0, 45_213).Select(person => Told.Event(
            new EntitlementStarted { Scheme = "merit.allowance", PersonKey = Told.Key(person), Category = "TB" }, Day, Told.CommuneOf447)));
        // Those that are digitised leave the figure as they came: only the others are told here.
        await BookAsync("merit", Enumerable.Range(0, 200_412).Select(_ => Told.Event(new DossierRegistered { Register = "merit", Category = "NCC07" }, Day, Told.CommuneOf447)));
        await BookAsync("merit", Enumerable.Range(0, 9).Select(_ => Told.Event(new RemainsReburied { Identification = "unknown", FoundIn = "laos" }, Day, Told.CommuneOf447)));
        await BookAsync("protection", [
            Told.Event(Paid("protection.assistance", 65_362, 147_522_000_000), Day, Told.CommuneOf447), Told.Event(Paid("protection.topup", 13_234, 15_450_000_000), Day, Told.CommuneOf447),
            .. Enumerable.Range(0, 730).Select(_ => Told.Event(new HousingCompleted { Beneficiary = "poor_household", Fund = "Quỹ Thiện tâm", Work = "build", AmountVnd = 1 }, Day, Told.CommuneOf447)),
            Told.Event(new SupportApproved { Kind = "relief", Programme = "NQ 42", Groups = [Group("person", 173_591, 198_770_000_000)] }, Day, Told.CommuneOf447),
            Told.Event(new SupportDelivered { Kind = "relief", Programme = "NQ 42", Groups = [Group("person", 172_081, 197_100_000_000)] }, Day, Told.CommuneOf447)]);
        await BookAsync("reporting", [
            .. Documents("42", "central", 119, 0), .. Documents("42", "people_committee_directive", 71, 0),
            .. Enumerable.Range(0, 195).Select(number => Told.Event(new TaskAssigned { Year = 2020 }, number < 150 ? Day : new DateOnly(2020, 11, 1), "42")),
            .. Enumerable.Range(0, 120).Select(_ => Told.Event(new TaskCompleted { Year = 2020, OnTime = true }, Day, "42"))]);
        await PlanAsync("EMP-01", "24000", "42");
        await PlanAsync("VOC-01", "17700", "42");

        var report = await RenderAsync("ha-tinh-2020-h1", "2020-H1", "42");
        foreach (var printed in new[]
        {
            "9.997 người, đạt 41,65% kế hoạch", "4.502 người, đạt 25,44% kế hoạch", "120/195 nhiệm vụ khung của ngành, đạt 61,53% kế hoạch", "172.081 đối tượng", "99,13%",
            "197,1 tỷ đồng", "99,16%", "trên 45.000 người có công", "hơn 200 ngàn hồ sơ", "09 hài cốt liệt sĩ", "65.362 lượt người", "147,522 tỷ đồng", "13.234 lượt đối tượng",
            "15,45 tỷ đồng", "730 nhà ở hộ nghèo", "119 văn bản trung ương", "71 văn bản chỉ đạo",
        })
        {
            report.ShouldContain(printed);
        }
    }

    [Fact]
    public async Task Hue_PrintsEveryPublishedFigureOfBothReports()
    {
        // A report of the whole province: what is known of no commune may be booked on the province itself.
        const string Hue = "46";
        var december = new DateOnly(2020, 12, 31);
        await BookAsync("employment", Enumerable.Range(0, 1_322).Select(person => Told.Recorded(Told.Placement(person, Day, Hue, person < 66 ? "overseas_contract" : "domestic"))));
        await BookAsync("employment", Enumerable.Range(2_000, 14_510).Select(person => Told.Recorded(Told.Placement(person, new DateOnly(2020, 5, 1), Hue))));
        await BookAsync("training", [.. Enumerable.Range(0, 150).Select(person => Enrolled(person, Hue)), Told.Event(new SurveyedFigureSigned { Indicator = "VOC-06", Value = "65.45", Source = "Điều tra" }, december, Hue)]);
        await BookAsync("merit", [
            Gifts(120_000, 36_950_000_000, Hue),
            Told.Event(new LivingStandardsApproved { Survey = Guid.NewGuid(), Households = 25_000, AtOrAboveAverage = 24_805 }, december, Hue)]);
        await BookAsync("protection", [
            Gifts(77_214, 18_587_000_000, Hue),
            Told.Event(List([], [("poor", 12_510), ("near_poor", 14_100), ("average", 273_390)]), new DateOnly(2019, 12, 31), Hue),
            Told.Event(List([("poor", 12_510), ("near_poor", 14_100), ("average", 273_390)], [("poor", 10_350), ("near_poor", 13_200), ("average", 276_450)]), december, Hue),
            Told.Event(
                new SupportApproved
                {
                    Kind = "relief",
                    Programme = "NQ 42",
                    Groups = [Group("person", 176_494, 190_000_000_000) with { PersonKeys = [.. Enumerable.Range(0, 176_494).Select(Told.Key)] }, Group("household_business", 1_125, 804_957_000)],
                },
                new DateOnly(2020, 6, 1),
                Hue)]);
        await BookAsync("child", Enumerable.Range(0, 400).SelectMany(child => new[]
        {
            Told.Event(new CircumstanceBegan { PersonKey = Told.Key(child), Circumstance = "orphan" }, Day, Hue),
            Told.Event(new SupportBegan { PersonKey = Told.Key(child < 380 ? child : 9_000_000 + child), Support = "medical" }, Day, Hue),
        }));
        await BookAsync("reporting", [
            .. Documents(Hue, "department", 574, 0), .. Documents(Hue, "department", 22, 22),
            .. Enumerable.Range(0, 6).SelectMany(_ => new[] { Told.Event(new PetitionReceived { Kind = "petition" }, Day, Hue), Told.Event(new PetitionSettled { Kind = "petition" }, Day, Hue) })]);
        await PlanAsync("EMP-01", "16000", Hue);
        await PlanAsync("SOC-18", "0.5", Hue);

        var months = await RenderAsync("hue-2020-two-months", "2020-01-01..2020-02-29", Hue);
        foreach (var printed in new[]
        {
            "1.322 người, trong đó, đưa 66 người đi làm việc ở nước ngoài theo hợp đồng", "150 học viên học nghề sơ cấp", "197.214 suất quà với tổng số tiền 55,537 tỷ đồng",
            "596 văn bản", "22 văn bản", "06 đơn thư",
        })
        {
            months.ShouldContain(printed);
        }

        var year = await RenderAsync("hue-2020-year", "2020", Hue);
        foreach (var printed in new[]
        {
            "15.832 người", "65,45%", "giảm 0,72%", "vượt kế hoạch", "trên 99%", "95%", "190.804.957.000 đồng", "176.494 người", "1.125 hộ kinh doanh",
        })
        {
            year.ShouldContain(printed);
        }
    }

    async Task BookAsync(string source, IEnumerable<EventEnvelope> events)
    {
        foreach (var run in events.Chunk(2_000))
        {
            await reporting.BookFromAsync(source, run);
        }
    }

    async Task PlanAsync(string indicator, string target, string area) => await reporting.Plans.SetPlanAsync(new SetPlanRequest
    {
        Plan = new Plan { Indicator = indicator, AreaCode = area, Year = 2020, Target = target, Comparator = Comparator.AtLeast },
        RequestId = Guid.NewGuid().ToString(),
    });

    async Task<string> RenderAsync(string template, string period, string area) =>
        (await reporting.Reports.RenderReportAsync(new RenderReportRequest { TemplateName = template, Period = period, AreaCode = area })).Markdown;

    static EventEnvelope Enrolled(int person, string area) => Told.Event(
        new TraineeEnrolled
        {
            Enrolment = new EnrolmentContent
            {
                PersonKey = Told.Key(person),
                Level = "elementary",
                EnrolledOn = Day,
                AreaCode = area,
                Institution = Guid.NewGuid(),
                RuralSubsidy = false,
            },
        },
        Day,
        area);

    static PaymentsConfirmed Paid(string scheme, long payments, long amount) =>
        new() { Scheme = scheme, Run = Guid.NewGuid(), Groups = [new() { Category = "a", Payments = payments, AmountVnd = amount }] };

    static SupportGroup Group(string recipient, long entries, long amount) => new() { Group = "poor_household", Recipient = recipient, Entries = entries, AmountVnd = amount };

    static EventEnvelope Gifts(long count, long value, string area) =>
        Told.Event(new SupportDelivered { Kind = "gift", Programme = "Tết Canh Tý", Groups = [Group("person", count, value)] }, new DateOnly(2020, 1, 15), area);

    static IEnumerable<EventEnvelope> Documents(string area, string level, int count, int directives) => Enumerable.Range(0, count).Select(number =>
        Told.Event(new DocumentIssued { Level = level, Type = "cong_van", ExecutesDirective = number < directives }, Day, area));

    static PovertyListApproved List((string Class, long Households)[] before, (string Class, long Households)[] now) => new()
    {
        Survey = Guid.NewGuid(),
        Before = [.. before.Select(one => new HouseholdClass { Class = one.Class, Households = one.Households })],
        Now = [.. now.Select(one => new HouseholdClass { Class = one.Class, Households = one.Households })],
        JoinedPoor = [],
        LeftPoor = [],
    };
}
