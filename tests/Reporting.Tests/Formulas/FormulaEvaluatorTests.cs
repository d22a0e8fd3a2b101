using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Formulas;

public sealed class FormulaEvaluatorTests
{
    private static readonly AreaScope HaTinh = new("42");

    private readonly InMemoryFigures figures = new();

    [Fact]
    public async Task Evaluate_OfSomebodyPlacedTwice_CountsOnePersonAndTwoPlacements()
    {
        Place("2020-02-01", "p1", "domestic");
        Place("2020-03-01", "p1", "loan");
        Place("2020-03-01", "p2", "loan");
        Place("2020-07-01", "p3", "loan");
        (await Evaluate("people(employment.placement)")).Value.ShouldBe(2);
        (await Evaluate("count(employment.placement)")).Value.ShouldBe(3);
        (await Evaluate("people(employment.placement) where channel = \"loan\"")).Value.ShouldBe(2);
        (await Evaluate("people(employment.placement) where channel != \"loan\"")).Value.ShouldBe(1);
        (await Evaluate("people(employment.placement or training.completion)")).Value.ShouldBe(2);
    }

    [Fact]
    public async Task BreakDown_OfPeople_DoesNotAddUp_And_TheTotalIsItsOwn()
    {
        Place("2020-02-01", "p1", "domestic");
        Place("2020-03-01", "p1", "loan");
        var answer = (await new FormulaEvaluator(figures).EvaluateAsync([Query("people(employment.placement)", "channel")], default))[0];
        answer.Total.Value.ShouldBe(1);
        answer.Members.Select(member => (member.Key[0], member.Figure.Value)).ShouldBe([("domestic", Rational.One), ("loan", Rational.One)]);
    }

    [Fact]
    public async Task BreakDown_ByTwoDimensions_HasOneRowPerPair()
    {
        Place("2020-02-01", "p1", "domestic", "male");
        Place("2020-02-01", "p2", "domestic", "female");
        Place("2020-02-01", "p3", "loan", "female");
        var answer = (await new FormulaEvaluator(figures).EvaluateAsync([Query("count(employment.placement)", "channel", "sex")], default))[0];
        answer.Members.Select(member => string.Join('/', member.Key)).ShouldBe(["domestic/female", "domestic/male", "loan/female"]);
    }

    [Fact]
    public async Task BreakDown_OfARatio_HasNumeratorAndDenominatorPerMember()
    {
        Place("2020-02-01", "p1", "domestic", "male");
        Place("2020-02-01", "p2", "domestic", "female");
        Place("2020-02-01", "p3", "loan", "female");
        var query = Query("count(employment.placement where channel = \"loan\") / count(employment.placement)", "sex");
        var answer = (await new FormulaEvaluator(figures).EvaluateAsync([query], default))[0];
        answer.Total.ShouldBe(new Figure { Value = new Rational(1, 3), Numerator = 1, Denominator = 3 });
        answer.Members.Select(member => member.Figure).ShouldBe(
            [new Figure { Value = new Rational(1, 2), Numerator = 1, Denominator = 2 }, new Figure { Value = 0, Numerator = 0, Denominator = 1 }]);
    }

    [Fact]
    public async Task Evaluate_OfARatioOfNothing_HasNoValueButShowsBothSides()
    {
        var figure = await Evaluate("people(employment.placement) / count(employment.placement) ");
        figure.ShouldBe(new Figure { Numerator = 0, Denominator = 0 });
        (await Evaluate("people(employment.placement) / count(employment.placement) + 1")).Value.ShouldBeNull();
    }

    [Fact]
    public async Task Evaluate_OfAChangeOfARatio_IsExact()
    {
        // Thừa Thiên Huế: 4,17% of 300.000 households poor at the end of 2019, 3,45% a year later.
        Households("2019-12-31", poor: 12_510, all: 300_000);
        Households("2020-12-31", poor: 10_350 - 12_510, all: 0);
        const string Rate = "stock(protection.household.quantity where class = \"poor\") / stock(protection.household.quantity) * 100";
        var measures = SampleMeasures.Household with { QuantityUnit = new Unit("hộ") };
        var scope = SampleMeasures.Scope with { Measures = new Dictionary<string, Reporting.Catalogue.MeasureDefinition> { [measures.Code] = measures } };
        FormulaBinder.TryBind($"previous_year_end({Rate}) - {Rate}", scope, out var fall, out _).ShouldBeTrue();
        var figure = await new FormulaEvaluator(figures).EvaluateAsync(fall!, Period.OfYear(2020), HaTinh, default);
        figure.Value.ShouldBe(new Rational(72, 100));
    }

    [Theory]
    [InlineData("count(employment.placement)", 1)]
    [InlineData("year_to_date(count(employment.placement))", 2)]
    [InlineData("whole_year(count(employment.placement))", 3)]
    [InlineData("previous_period(count(employment.placement))", 1)]
    [InlineData("count(employment.placement) at previous_year_end", 4)]
    [InlineData("same_period_of_previous_year(count(employment.placement))", 3)]
    [InlineData("stock(employment.placement)", 6)]
    [InlineData("-count(employment.placement) + 3 * count(employment.placement)", 2)]
    public async Task Evaluate_AtAnotherPeriod_AsksForIt(string formula, int expected)
    {
        Place("2020-04-01", "a", "loan");
        Place("2020-01-31", "b", "loan");
        foreach (var person in new[] { "c", "d", "e" })
        {
            Place("2019-05-01", person, "loan");
        }

        Place("2019-12-31", "f", "loan");
        Place("2020-12-31", "g", "loan");
        (await Evaluate(formula, "2020-Q2")).Value.ShouldBe(expected);
    }

    [Fact]
    public async Task Evaluate_OfAReversedRecord_DoesNotCountIt()
    {
        Place("2020-02-01", "p1", "loan");
        figures.Records.Add(figures.Records[0] with { Sign = -1 });
        (await Evaluate("people(employment.placement)")).Value.ShouldBe(0);
        (await Evaluate("count(employment.placement)")).Value.ShouldBe(0);
    }

    [Fact]
    public async Task Evaluate_OfAnArea_LeavesOthersOut()
    {
        Place("2020-02-01", "p1", "loan");
        figures.Records.Add(figures.Records[0] with { AreaPath = "46/474", Person = "p2" });
        (await Evaluate("people(employment.placement)")).Value.ShouldBe(1);
    }

    [Fact]
    public async Task Evaluate_OfManyFigures_AsksEachQuestionOnceInOneCall()
    {
        var queries = new[] { Query("count(employment.placement)"), Query("count(employment.placement) / people(employment.placement)"), Query("2 * count(employment.placement)", "sex") };
        await new FormulaEvaluator(figures).EvaluateAsync(queries, default);
        figures.Calls.Count.ShouldBe(1);
        figures.Calls[0].Count.ShouldBe(3);
    }

    [Fact]
    public async Task Evaluate_OfNumbersAlone_AsksNothing()
    {
        (await Evaluate("(1 + 2) * 3 / 4")).Value.ShouldBe(new Rational(9, 4));
        figures.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task BreakDown_ByADimensionThatTheFigureLacks_IsAFault() =>
        await Should.ThrowAsync<ArgumentException>(() => new FormulaEvaluator(figures).EvaluateAsync([Query("stock(protection.household)", "sex")], default));

    private static FigureQuery Query(string formula, params string[] dimensions) =>
        new() { Formula = SampleMeasures.Bind(formula), Period = PeriodText.Parse("2020-H1"), Area = HaTinh, Dimensions = dimensions };

    private Task<Figure> Evaluate(string formula, string period = "2020-H1") =>
        new FormulaEvaluator(figures).EvaluateAsync(SampleMeasures.Bind(formula), PeriodText.Parse(period), HaTinh, default);

    private void Place(string day, string person, string channel, string sex = "male") => figures.Records.Add(new PlainRecord
    {
        Measure = "employment.placement",
        Day = DateOnly.Parse(day, null),
        AreaPath = "42/436",
        Person = person,
        Dimensions = new Dictionary<string, string> { ["channel"] = channel, ["sex"] = sex },
    });

    private void Households(string day, int poor, int all)
    {
        foreach (var (kind, count) in new[] { ("poor", poor), ("none", all - poor) })
        {
            figures.Records.Add(new PlainRecord
            {
                Measure = "protection.household",
                Day = DateOnly.Parse(day, null),
                Quantity = count,
                Dimensions = new Dictionary<string, string> { ["class"] = kind },
            });
        }
    }
}
