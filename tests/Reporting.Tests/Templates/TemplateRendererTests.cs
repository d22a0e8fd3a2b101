using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.Reporting.Tests.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Templates;

public sealed class TemplateRendererTests
{
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Load("""
        indicators:
          - { code: EMP-01, name_vi: a, name_en: a, owner: o, unit: người, kind: flow, formula: people(employment.placement), dimensions: [channel, sex, market] }
          - { code: EMP-02, name_vi: a, name_en: a, owner: o, unit: lượt, kind: flow, formula: count(employment.placement), dimensions: [channel, sex, market] }
          - { code: SOC-07, name_vi: a, name_en: a, owner: o, unit: đồng, kind: flow, formula: sum(protection.payment.amount) }
          - { code: REP-03, name_vi: a, name_en: a, owner: o, unit: "%", kind: completion, formula: 'count(employment.placement where channel = "loan") / count(employment.placement)', dimensions: [sex], rounding: { mode: truncate } }
          - { code: MER-01, name_vi: a, name_en: a, owner: o, unit: người, kind: flow, formula: people(employment.placement), qualifier: { kind: over, step: 2 } }
          - { code: VOC-06, name_vi: a, name_en: a, owner: o, unit: "%", kind: entered }
          - { code: SOC-18, name_vi: a, name_en: a, owner: o, unit: điểm %, kind: entered }
        """, SampleMeasures.All);

    private readonly InMemoryFigures figures = new();
    private readonly GivenPlans plans = new();

    public TemplateRendererTests()
    {
        Place(3, "domestic", "male");
        Place(2, "loan", "female", market: "JP");
        figures.Records.Add(new PlainRecord { Measure = "employment.placement", Day = new DateOnly(2019, 3, 1), Person = "old", Dimensions = new Dictionary<string, string> { ["channel"] = "loan" } });
        figures.Records.Add(new PlainRecord { Measure = "protection.payment", Day = new DateOnly(2020, 5, 1), Person = "x", Amount = 197_100_000_000 });
        figures.Entries.Add(("SOC-18", new DateOnly(2020, 1, 1), Rational.Parse("0.72")));
        plans.Progress["EMP-01"] = PlanProgress.OfShare(5, 12);
        plans.Progress["REP-03"] = new PlanProgress { Target = 3, Actual = 2, IsMet = true };
    }

    [Theory]
    [InlineData("{{EMP-01}}", "05 người")]
    [InlineData("{{EMP-01 | number}}", "5")]
    [InlineData("{{EMP-01 | number | unit}}", "5 người")]
    [InlineData("{{EMP-01 | count}}", "05")]
    [InlineData("{{EMP-01 where channel = \"loan\" | count}}", "02")]
    [InlineData("{{EMP-01 where channel in (\"loan\", \"domestic\") and sex = \"male\"}}", "03 người")]
    [InlineData("{{EMP-01 at same_period_of_previous_year}}", "01 người")]
    [InlineData("{{EMP-01 | unit \"lao động\"}}", "05 lao động")]
    [InlineData("{{= [EMP-02] * 1000 + [EMP-02] | unit \"suất quà\"}}", "5.005 suất quà")]
    [InlineData("{{EMP-01 | plan}}", "đạt 41,67% kế hoạch")]
    [InlineData("{{EMP-01 | round truncate | plan}}", "đạt 41,66% kế hoạch")]
    [InlineData("{{EMP-01 | plan percent | decimals 0}}", "42%")]
    [InlineData("{{EMP-01 | plan target}}", "12 người")]
    [InlineData("{{EMP-02 | plan}}", "chưa giao kế hoạch")]
    [InlineData("{{EMP-02 | plan | missing \"-\"}}", "-")]
    [InlineData("{{REP-03 | plan}}", "đạt kế hoạch")]
    [InlineData("{{EMP-01 | compare}}", "tăng 400% so với cùng kỳ năm trước")]
    [InlineData("{{EMP-01 | compare previous_period}}", "kỳ trước không phát sinh")]
    [InlineData("{{REP-03}} ({{REP-03 | fraction}})", "40% (2/5)")]
    [InlineData("{{REP-03 | compare}}", "giảm 60 điểm % so với cùng kỳ năm trước")]
    [InlineData("{{REP-03 | fixed 2}}", "40,00%")]
    [InlineData("{{SOC-07}}", "197.100.000.000 đồng")]
    [InlineData("{{SOC-07 | billion}}", "197,1 tỷ đồng")]
    [InlineData("{{SOC-07 | billion | over 1000000000 \"hơn\"}}", "hơn 197 tỷ đồng")]
    [InlineData("{{SOC-07 | million | number}}", "197.100")]
    [InlineData("| {{SOC-07 | billion}} | {{EMP-01}} | {{REP-03}} |", "| 197,1 | 5 | 40 |")]
    [InlineData("{{MER-01}}", "trên 04 người")]
    [InlineData("{{MER-01 | exact}}", "05 người")]
    [InlineData("{{VOC-06}}", "chưa có số liệu")]
    [InlineData("{{VOC-06 | missing \"không phát sinh\"}}", "không phát sinh")]
    [InlineData("{{SOC-18 | change \"giảm\" \"tăng\" | unit \"%\"}}", "giảm 0,72%")]
    [InlineData("{{= [SOC-18] * -1 | change \"giảm\" \"tăng\"}}", "tăng 0,72 điểm %")]
    [InlineData("{{= [EMP-01] - [EMP-01] | change \"tăng\" \"giảm\"}}", "không đổi")]
    [InlineData("{{period}}; {{period | days}}; {{period | from}}; {{period | to}}; {{period | year}}", "6 tháng đầu năm 2020; từ ngày 01/01/2020 đến ngày 30/06/2020; 01/01/2020; 30/06/2020; 2020")]
    [InlineData("{{area}} ({{area | code}})", "Tỉnh Hà Tĩnh (42)")]
    [InlineData("{{\"}}\"}} \\{{ {x}", "}} {{ {x}")]
    public async Task Render_OfALine_PrintsIt(string template, string printed) => (await Render(template)).Markdown.ShouldBe(printed + "\n");

    [Fact]
    public async Task Render_OfATable_HasARowPerMember_And_ATotalOfItsOwn() => (await Render("""
        {{table by channel}}
        | Kênh | Người | Lượt |
        | {{member}} | {{EMP-01}} | {{EMP-02 | count}} |
        | Toàn tỉnh | {{EMP-01}} | {{EMP-02}} |
        {{end}}
        """)).Markdown.ShouldBe("""
        | Kênh | Người | Lượt |
        | Làm việc trong nước | 3 | 03 |
        | Vay vốn giải quyết việc làm | 2 | 02 |
        | Đi làm việc ở nước ngoài theo hợp đồng | 0 | 0 |
        | Toàn tỉnh | 5 | 5 |

        """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task Render_OfATableByAnOpenDimension_HasARowPerValueFound()
    {
        Place(1, "loan", "male", market: "A|B");
        (await Render("{{table by market}}\n| {{member}} | {{EMP-01}} |\n{{end}}")).Markdown.ShouldBe("| Không rõ | 3 |\n| A\\|B | 1 |\n| JP | 2 |\n");
    }

    [Fact]
    public async Task Render_KeepsEveryFigureExactAndAsPrinted()
    {
        var report = await Render("a {{REP-03}}\n{{table by sex}}\n| {{member}} | {{EMP-01}} |\n{{end}}");
        report.Figures.Select(figure => (figure.Indicator, figure.Member, figure.Printed)).ShouldBe(
            [("REP-03", null, "40%"), ("EMP-01", "male", "3"), ("EMP-01", "female", "2")]);
        report.Figures[0].Figure.ShouldBe(new Figure { Value = 40, Numerator = 2, Denominator = 5 });
        report.Figures[0].Position.ShouldBe(new TextPosition(1, 5));
    }

    [Fact]
    public async Task Render_OfAWholeReport_AsksTheSourceOnce()
    {
        await Render("{{EMP-01}} {{EMP-01 | plan}} {{EMP-02 | compare}}\n{{table by sex}}\n| {{member}} | {{EMP-01}} |\n{{end}}");
        figures.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Render_OfTheBuiltInTemplate_PrintsThePublishedLine()
    {
        var catalogue = IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);
        var published = new InMemoryFigures();
        foreach (var (channel, count) in new[] { ("domestic", 8790), ("overseas_contract", 1204), ("loan", 3) })
        {
            published.Records.AddRange(Enumerable.Range(0, count).Select(n => Placement($"{channel}{n}", channel, n % 2 == 0 ? "male" : "female", "")));
        }

        plans.Progress["EMP-01"] = PlanProgress.OfShare(9997, 24_000);
        var report = await Render(ReportTemplate.BuiltIn(ReportTemplate.EmploymentHalfYear, catalogue), published);
        report.Markdown.ShouldContain("9.997 người, đạt 41,65% kế hoạch");
        report.Markdown.ShouldContain("đưa 1.204 người đi làm việc ở nước ngoài theo hợp đồng; 03 người có việc làm từ vay vốn");
        report.Markdown.ShouldContain("| Làm việc trong nước | 8.790 | 8.790 |");
        report.Markdown.ShouldNotContain("{{");
    }

    private static PlainRecord Placement(string person, string channel, string sex, string market) => new()
    {
        Measure = "employment.placement",
        Day = new DateOnly(2020, 3, 1),
        Person = person,
        Dimensions = new Dictionary<string, string> { ["channel"] = channel, ["sex"] = sex, ["market"] = market },
    };

    private void Place(int count, string channel, string sex, string market = "") =>
        figures.Records.AddRange(Enumerable.Range(0, count).Select(n => Placement($"{channel}-{sex}-{n}", channel, sex, market)));

    private Task<RenderedReport> Render(string template) => Render(ReportTemplate.Parse(template, Catalogue, "test.md"), figures);

    private Task<RenderedReport> Render(ReportTemplate template, InMemoryFigures source) => new TemplateRenderer(new FormulaEvaluator(source), plans).RenderAsync(
        template, new ReportSubject { Period = PeriodText.Parse("2020-H1"), Area = new AreaScope("42"), AreaName = "Tỉnh Hà Tĩnh" }, default);

    private sealed class GivenPlans : IPlanProgressSource
    {
        public Dictionary<string, PlanProgress> Progress { get; } = [];

        public Task<IReadOnlyDictionary<string, PlanProgress>> ProgressAsync(IReadOnlyCollection<string> indicators, Period period, AreaScope area, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, PlanProgress>>(Progress);
    }
}
