using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Figures;

public sealed class FigureRefusalsTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    FigureService.FigureServiceClient Figures => new(reporting.Host.Channel(reporting.Host.Token(["*"], "report-reader")));

    public static TheoryData<string, StatusCode, Action<FigureQuestion>> Wrong => new()
    {
        { "indicators.count", StatusCode.InvalidArgument, question => question.Indicators.Clear() },
        { "indicators.count", StatusCode.InvalidArgument, question => question.Indicators.Add(Enumerable.Repeat("EMP-01", 200)) },
        { "indicators.and_owner", StatusCode.InvalidArgument, question => question.Owner = "employment" },
        { "indicator.unknown", StatusCode.InvalidArgument, question => question.Indicators.Add("XXX-99") },
        { "owner.unknown", StatusCode.InvalidArgument, question => (question.Owner, _) = ("nobody", Cleared(question.Indicators)) },
        { "periods.count", StatusCode.InvalidArgument, question => question.Periods.Clear() },
        { "periods.count", StatusCode.InvalidArgument, question => question.Periods.Add(Enumerable.Repeat("2020", 60)) },
        { "period.invalid", StatusCode.InvalidArgument, question => question.Periods.Add("2020-06-30..2020-01-01") },
        { "area.required", StatusCode.InvalidArgument, question => question.AreaCode = "" },
        { "area.unknown", StatusCode.NotFound, question => question.AreaCode = "00000" },
        { "area.not_valid_on_date", StatusCode.NotFound, question => (question.AreaCode, question.Periods[0]) = ("447", "2026") },
        { "area.not_valid_on_date", StatusCode.NotFound, question => (question.AreaCode, question.View) = ("447", new FigureView { AreaMode = AreaMode.Restated }) },
        { "area_rows.unknown", StatusCode.InvalidArgument, question => question.AreaRows = (AreaRows)77 },
        { "areas.not_listed", StatusCode.InvalidArgument, question => question.Areas.Add("447") },
        { "areas.count", StatusCode.InvalidArgument, question => question.AreaRows = AreaRows.Listed },
        { "area.not_below", StatusCode.InvalidArgument, question => (question.AreaRows, _) = (AreaRows.Listed, Added(question.Areas, "46")) },
        { "area.unknown", StatusCode.NotFound, question => (question.AreaRows, _) = (AreaRows.Listed, Added(question.Areas, "00000")) },
        { "dimensions.count", StatusCode.InvalidArgument, question => question.Dimensions.Add(["sex", "channel", "market"]) },
        { "dimension.repeated", StatusCode.InvalidArgument, question => question.Dimensions.Add(["sex", "sex"]) },
        { "dimension.unknown", StatusCode.InvalidArgument, question => (_, _) = (Added(question.Indicators, "EMP-07"), Added(question.Dimensions, "channel")) },
        { "view.as_of_in_future", StatusCode.InvalidArgument, question => question.View = new FigureView { AsOf = Timestamp.FromDateTimeOffset(new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Query_ThatCannotBeAnswered_IsRefused(string code, StatusCode status, Action<FigureQuestion> change)
    {
        var question = new FigureQuestion { Indicators = { "EMP-01" }, Periods = { "2020" }, AreaCode = "42" };
        change(question);
        await Refused.With(Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question }), status, code);
    }

    [Fact]
    public async Task Query_WithoutAQuestion_IsRefused() =>
        await Refused.With(Figures.QueryFiguresAsync(new QueryFiguresRequest()), StatusCode.InvalidArgument, "question.missing");

    [Fact]
    public async Task Query_OfTooMuch_SaysHowManyCellsAndHowToAsk()
    {
        var question = new FigureQuestion { Owner = "employment", AreaCode = "42", AreaRows = AreaRows.Communes };
        question.Periods.Add(Enumerable.Range(0, 60).Select(month => $"{2015 + (month / 12)}-{1 + (month % 12):00}"));
        var refusal = await Refused.With(Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = question }), StatusCode.InvalidArgument, "figures.too_many_cells");
        refusal.Message.ShouldContain("cho phép nhiều nhất 100.000");
        refusal.Message.ShouldContain("page_token");
        refusal.Message.ShouldContain("StreamFigures");
    }

    [Fact]
    public async Task Query_WithAPageTokenOfAnotherQuestion_IsRefused()
    {
        var request = new QueryFiguresRequest { Question = new FigureQuestion { Indicators = { "EMP-01" }, Periods = { "2020" }, AreaCode = "42", AreaRows = AreaRows.Districts }, PageSize = 1 };
        request.PageToken = (await Figures.QueryFiguresAsync(request)).NextPageToken;
        request.Question.Indicators[0] = "EMP-02";
        await Refused.With(Figures.QueryFiguresAsync(request), StatusCode.InvalidArgument, "page_token.invalid");
        await Refused.With(Figures.QueryFiguresAsync(new QueryFiguresRequest { Question = request.Question, PageSize = 5_001 }), StatusCode.InvalidArgument, "page_size.invalid");
    }

    [Fact]
    public async Task Query_ByACallerOfOneDistrict_AnswersForItAlone()
    {
        var client = new FigureService.FigureServiceClient(reporting.Host.Channel(reporting.Host.Token(["447"], "report-reader")));
        var request = new QueryFiguresRequest { Question = new FigureQuestion { Indicators = { "EMP-01" }, Periods = { "2020" }, AreaCode = "447", AreaRows = AreaRows.Communes } };
        (await client.QueryFiguresAsync(request)).Rows.ShouldContain(row => row.AreaCode == Told.CommuneOf447);
        request.Question.AreaRows = AreaRows.Listed;
        request.Question.Areas.Add("436");
        await Refused.With(client.QueryFiguresAsync(request), StatusCode.InvalidArgument, "area.not_below");
        request.Question.AreaCode = "42";
        await Refused.With(client.QueryFiguresAsync(request), StatusCode.PermissionDenied, "area.out_of_scope");
        request.Question.AreaCode = "";
        await Refused.With(client.QueryFiguresAsync(request), StatusCode.InvalidArgument, "area.required");
    }

    static bool Cleared(Google.Protobuf.Collections.RepeatedField<string> field)
    {
        field.Clear();
        return true;
    }

    static bool Added(Google.Protobuf.Collections.RepeatedField<string> field, string value)
    {
        field.Add(value);
        return true;
    }
}
