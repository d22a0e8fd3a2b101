using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Requests;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace AnSinh.Reporting.Tests.Plans;

/// <summary>A plan that is adjusted in mid-year: which version held when, by the day and by what was known.</summary>
public sealed class PlanVersionTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Progress_OnAnEarlierDay_UsesTheVersionThatHeldThen()
    {
        var year = await AdjustedAsync();
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(year, 2, 1))));
        (await ProgressAsync(year, 6, 30)).Figure.Plan.ShouldSatisfyAllConditions(plan => plan.Version.ShouldBe(1), plan => plan.Percent.ShouldBe("1"));
        (await ProgressAsync(year, 7, 1)).Figure.Plan.ShouldSatisfyAllConditions(plan => plan.Version.ShouldBe(2), plan => plan.Percent.ShouldBe("1/2"));

        var text = year.ToString(CultureInfo.InvariantCulture);
        (await reporting.QueryAsync("EMP-01", $"{text}-H1")).Figures[0].Plan.Version.ShouldBe(1);
        (await reporting.QueryAsync("EMP-01", text)).Figures[0].Plan.Version.ShouldBe(2);
        (await reporting.Plans.GetPlanAsync(Get(year, 6, 30))).ShouldSatisfyAllConditions(plan => plan.Version.ShouldBe(1), plan => plan.Etag.ShouldBe("2"));
        (await reporting.Plans.GetPlanAsync(Get(year, 12, 31))).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Progress_AsOfAMoment_KnowsOnlyTheVersionsThatHadBeenSet()
    {
        var year = reporting.NextYear() + 90;
        await SetAsync(year, "100");
        var then = reporting.Host.Time.GetUtcNow();
        reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await SetAsync(year, "200", "1");

        var request = new GetPlanProgressRequest { Indicator = "EMP-01", AreaCode = "42", Year = year, View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(then) } };
        (await reporting.Plans.GetPlanProgressAsync(request)).Plan.Target.ShouldBe("100");
        request.View = null;
        (await reporting.Plans.GetPlanProgressAsync(request)).Plan.Target.ShouldBe("200");
        request.View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(then.AddYears(100)) };
        await Refused.With(reporting.Plans.GetPlanProgressAsync(request), StatusCode.InvalidArgument, "view.as_of_in_future");
        request.View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(then.AddDays(-1)) };
        await Refused.With(reporting.Plans.GetPlanProgressAsync(request), StatusCode.NotFound, "plan.not_found");
    }

    [Fact]
    public async Task ListVersions_SaysOnWhichDaysEachHeld_PageByPage()
    {
        var year = await AdjustedAsync();
        await SetAsync(year, "300", "2", new DateOnly(year, 7, 1), "Nghị quyết điều chỉnh lần 2");
        var request = new ListPlanVersionsRequest { Indicator = "EMP-01", AreaCode = "42", Year = year, PageSize = 2 };
        var first = await reporting.Plans.ListPlanVersionsAsync(request);
        var rest = await reporting.Plans.ListPlanVersionsAsync(new(request) { PageToken = first.NextPageToken });
        rest.NextPageToken.ShouldBeEmpty();
        var all = first.Versions.Concat(rest.Versions).ToList();
        all.Select(version => (version.Plan.Version, version.Plan.Target, Day(version.HeldFrom), Day(version.HeldTo))).ShouldBe(
        [
            (1, "100", new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
            (2, "200", null, null),
            (3, "300", new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)),
        ]);
        all[2].Plan.LegalBasis.ShouldBe("Nghị quyết điều chỉnh lần 2");
        await Refused.With(reporting.Plans.ListPlanVersionsAsync(new(request) { Indicator = "EMP-02" }), StatusCode.NotFound, "plan.not_found");
        await Refused.With(reporting.Plans.ListPlanVersionsAsync(new(request) { Year = year - 1, PageToken = first.NextPageToken }), StatusCode.InvalidArgument, "page_token.invalid");
    }

    [Fact]
    public async Task Progress_BeforeTheFirstVersionHolds_IsRefused()
    {
        var year = reporting.NextYear() + 90;
        await SetAsync(year, "100", "", new DateOnly(year, 4, 1));
        var refusal = await Refused.With(
            reporting.Plans.GetPlanProgressAsync(Progress(year, 3, 31)), StatusCode.NotFound, "plan.not_in_force");
        refusal.Message.ShouldContain($"01/04/{year}");
        (await ProgressAsync(year, 4, 1)).Plan.Version.ShouldBe(1);
        (await reporting.QueryAsync("EMP-01", $"{year}-Q1")).Figures[0].Plan.ShouldBeNull();
        await Refused.With(reporting.Plans.GetPlanAsync(Get(year, 1, 1)), StatusCode.NotFound, "plan.not_in_force");
    }

    [Fact]
    public async Task Get_ByVersionAndByDay_IsRefused()
    {
        var year = await AdjustedAsync();
        var request = Get(year, 1, 1);
        request.Version = 1;
        await Refused.With(reporting.Plans.GetPlanAsync(request), StatusCode.InvalidArgument, "plan.version_and_day");
    }

    [Theory]
    [InlineData(-2, 12, 31)]
    [InlineData(1, 1, 1)]
    public async Task Set_WithAnAbsurdFirstDay_IsRefusedAndChangesNothing(int years, int month, int day)
    {
        var year = reporting.NextYear() + 90;
        await SetAsync(year, "100");
        await Refused.With(SetCall(year, "200", "1", new DateOnly(year + years, month, day)), StatusCode.InvalidArgument, "plan.effective_on_invalid");
        (await reporting.Plans.GetPlanAsync(new() { Indicator = "EMP-01", AreaCode = "42", Year = year })).Target.ShouldBe("100");
    }

    async Task<int> AdjustedAsync()
    {
        var year = reporting.NextYear() + 90;
        await SetAsync(year, "100");
        await SetAsync(year, "200", "1", new DateOnly(year, 7, 1));
        return year;
    }

    async Task SetAsync(int year, string target, string etag = "", DateOnly? from = null, string basis = "") => await SetCall(year, target, etag, from, basis);

    AsyncUnaryCall<Plan> SetCall(int year, string target, string etag = "", DateOnly? from = null, string basis = "") => reporting.Plans.SetPlanAsync(new SetPlanRequest
    {
        Plan = new Plan
        {
            Indicator = "EMP-01",
            AreaCode = "42",
            Year = year,
            Target = target,
            Comparator = Comparator.AtLeast,
            Etag = etag,
            LegalBasis = basis,
            EffectiveOn = from is { } day ? WireDate.Of(day) : null,
        },
        RequestId = Guid.NewGuid().ToString(),
    });

    async Task<GetPlanProgressResponse> ProgressAsync(int year, int month, int day) => await reporting.Plans.GetPlanProgressAsync(Progress(year, month, day));

    static GetPlanProgressRequest Progress(int year, int month, int day) =>
        new() { Indicator = "EMP-01", AreaCode = "42", Year = year, Until = new Date { Year = year, Month = month, Day = day } };

    static GetPlanRequest Get(int year, int month, int day) =>
        new() { Indicator = "EMP-01", AreaCode = "42", Year = year, On = new Date { Year = year, Month = month, Day = day } };

    static DateOnly? Day(Date? date) => date is null ? null : new DateOnly(date.Year, date.Month, date.Day);
}
