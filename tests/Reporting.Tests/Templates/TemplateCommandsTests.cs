using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.Reporting.Tests.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Templates;

public sealed class TemplateCommandsTests
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Load("""
        indicators:
          - { code: EMP-01, name_vi: Số người, name_en: a, owner: o, unit: người, kind: flow, formula: people(employment.placement), dimensions: [channel, sex] }
          - { code: EMP-02, name_vi: Số lượt, name_en: a, owner: o, unit: lượt, kind: flow, formula: count(employment.placement), dimensions: [channel, sex] }
        """, SampleMeasures.All);

    [Fact]
    public async Task TableByIndicator_HasARowForEach_WithNameUnitAndFilters() => (await Render("""
        {{table by indicator EMP-01 EMP-02}}
        | Chỉ tiêu | Đơn vị | Kết quả | Nữ | Kế hoạch |
        |---|---|---:|---:|---:|
        | {{member}} | {{unit}} | {{value}} | {{value where sex = "female"}} | {{value | plan percent}} |
        | Cộng | | {{EMP-02}} | | |
        {{end}}
        """, PlanProgress.OfShare(3, 4))).Markdown.ShouldBe("""
        | Chỉ tiêu | Đơn vị | Kết quả | Nữ | Kế hoạch |
        |---|---|---:|---:|---:|
        | Số người | người | 3 | 1 | 75% |
        | Số lượt | lượt | 3 | 1 | chưa giao kế hoạch |
        | Cộng | | 3 | | |

        """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task TableByArea_HasARowForEachUnitBelow_AndATotalOfItsOwn()
    {
        var report = await Render("""
            {{table by area}}
            | {{member}} | {{EMP-01}} |
            | Toàn tỉnh | {{EMP-01}} |
            {{end}}
            """);
        report.Markdown.ShouldBe("| Huyện A | 2 |\n| Huyện B | 1 |\n| Toàn tỉnh | 3 |\n");
        report.Figures.Select(figure => (figure.Member, figure.Dimension, figure.Area.Code, figure.Area.Below)).ShouldBe(
            [("436", null, "436", "42"), ("447", null, "447", "42"), (null, null, "42", null)]);
    }

    [Theory]
    [InlineData(5, 4, "Vượt.")]
    [InlineData(4, 4, "Đạt.")]
    [InlineData(96, 100, "Xấp xỉ.")]
    [InlineData(95, 100, "Xấp xỉ.")]
    [InlineData(94, 100, "Chưa đạt.")]
    [InlineData(1, 0, "Chưa giao.")]
    public async Task Condition_ByTheOutcomeOfThePlan_PrintsOneSentence(int actual, int target, string printed) => (await Render("""
        {{when EMP-01 is beaten}}
        Vượt.
        {{end}}
        {{when EMP-01 is met}}
        Đạt.
        {{end}}
        {{when EMP-01 is near 95}}
        Xấp xỉ.
        {{end}}
        {{when EMP-01 is missed 95}}
        Chưa đạt.
        {{end}}
        {{when EMP-01 is unknown}}
        Chưa giao.
        {{end}}
        """, target == 0 ? null : PlanProgress.OfShare(actual, target))).Markdown.ShouldBe(printed + "\n");

    [Theory]
    [InlineData(96, "xấp xỉ đạt kế hoạch")]
    [InlineData(94, "chưa đạt kế hoạch")]
    [InlineData(101, "vượt kế hoạch")]
    public async Task PlanWords_WithAThreshold_SayNearlyMet(int actual, string printed) =>
        (await Render("{{EMP-01 | plan words 95}}", PlanProgress.OfShare(actual, 100))).Markdown.ShouldBe(printed + "\n");

    [Fact]
    public async Task Condition_OfALessIsBetterPlan_IsNeverNear() =>
        (await Render("{{EMP-01 | plan words 95}}", new PlanProgress { Target = 2, Actual = 3, IsMet = false })).Markdown.ShouldBe("chưa đạt kế hoạch\n");

    [Fact]
    public async Task Preliminary_IsPrintedBehindTheTitleOrFirst()
    {
        (await Render("# A\n\nB {{EMP-01}}", preliminary: true)).Markdown.ShouldBe("# A\n\n*Số liệu sơ bộ, tính đến ngày 05/03/2020.*\n\nB 03 người\n");
        (await Render("B", preliminary: true)).Markdown.ShouldBe("*Số liệu sơ bộ, tính đến ngày 05/03/2020.*\n\nB\n");
    }

    [Fact]
    public void Parse_KnowsTextsAndParts()
    {
        var template = ReportTemplate.Parse("{{parts of plain}}\n{{text a \"Một\"}}\nx\n{{text b \"Hai\"}}", Catalogue, "test.md");
        template.PartsTemplate.ShouldBe("plain");
        template.Texts.ShouldBe([new TemplateText("a", "Một"), new TemplateText("b", "Hai")]);
        ReportTemplate.Parse("{{parts}}", Catalogue, "test.md").PartsTemplate.ShouldBe("");
        ReportTemplate.Parse("x", Catalogue, "test.md").PartsTemplate.ShouldBeNull();
    }

    [Theory]
    [InlineData("{{table by indicator}}", "template.malformed_command", 1, 1)]
    [InlineData("{{table by indicator EMP-09}}\n| {{member}} | {{value}} |\n{{end}}", "formula.unknown_indicator", 1, 22)]
    [InlineData("{{table by indicator EMP-01 EMP-02}}\n| {{member}} | {{value where level = \"x\"}} |\n{{end}}", "formula.unknown_dimension", 2, 30)]
    [InlineData("{{table by indicator EMP-01 EMP-02}}\n| {{member}} | {{value | glitter}} |\n{{end}}", "template.unknown_filter", 2, 26)]
    [InlineData("{{table by indicator EMP-01}}\n| {{value}} |\n{{end}}", "template.empty_table", 1, 1)]
    [InlineData("{{table by area}}\n| {{member}} | {{EMP-01 | plan}} |\n{{end}}", "template.no_plan", 2, 18)]
    [InlineData("{{value}}", "template.unknown_placeholder", 1, 3)]
    [InlineData("{{when EMP-09 is met}}\nx\n{{end}}", "formula.unknown_indicator", 1, 8)]
    [InlineData("{{when EMP-01 is splendid}}\nx\n{{end}}", "template.malformed_command", 1, 1)]
    [InlineData("{{when EMP-01 is near 100}}\nx\n{{end}}", "template.malformed_command", 1, 1)]
    [InlineData("{{when EMP-01 is met}}\nx", "template.unclosed", 1, 1)]
    [InlineData("{{when EMP-01 is met}}\n{{member}}\n{{end}}", "template.member_outside", 2, 1)]
    [InlineData("{{when EMP-01 is met}}\n{{text a \"x\"}}\n{{end}}", "template.nested", 2, 1)]
    [InlineData("{{text a \"x\"}}\n{{text a \"y\"}}", "template.text_repeated", 2, 1)]
    [InlineData("{{text A \"x\"}}", "template.malformed_command", 1, 1)]
    [InlineData("{{parts from plain}}", "template.malformed_command", 1, 1)]
    [InlineData("{{EMP-01 | plan words 0}}", "template.malformed_filter", 1, 12)]
    public void Parse_OfAWrongCommand_SaysWhereAndWhat(string text, string code, int line, int column)
    {
        var error = Should.Throw<TemplateException>(() => ReportTemplate.Parse(text, Catalogue, "test.md")).Errors.ShouldHaveSingleItem();
        (error.Code, error.Position.Line, error.Position.Column).ShouldBe((code, line, column));
        error.Allowed.ShouldNotBeEmpty();
    }

    static Task<RenderedReport> Render(string template, PlanProgress? plan = null, bool preliminary = false)
    {
        var figures = new InMemoryFigures();
        foreach (var (person, area, sex) in new[] { ("a", "436", "male"), ("b", "436", "female"), ("c", "447", "male") })
        {
            figures.Records.Add(new PlainRecord
            {
                Measure = "employment.placement",
                Day = new DateOnly(2020, 3, 1),
                Person = person,
                AreaPath = "42/" + area,
                Dimensions = new Dictionary<string, string> { ["channel"] = "loan", ["sex"] = sex },
            });
        }

        return new TemplateRenderer(new FormulaEvaluator(figures), new OnePlan(plan)).RenderAsync(
            ReportTemplate.Parse(template, Catalogue, "test.md"),
            new ReportSubject
            {
                Period = PeriodText.Parse("2020-H1"),
                Area = new AreaScope("42"),
                AreaName = "Tỉnh Hà Tĩnh",
                Below = [new AreaRow("436", "Huyện A"), new AreaRow("447", "Huyện B")],
                PreliminaryOn = preliminary ? new DateOnly(2020, 3, 5) : null,
            },
            default);
    }

    sealed class OnePlan(PlanProgress? plan) : IPlanProgressSource
    {
        public Task<IReadOnlyDictionary<string, PlanProgress>> ProgressAsync(
            IReadOnlyCollection<string> indicators, Period period, AreaScope area, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, PlanProgress>>(
            plan is null ? new Dictionary<string, PlanProgress>() : new Dictionary<string, PlanProgress> { ["EMP-01"] = plan });
    }
}
