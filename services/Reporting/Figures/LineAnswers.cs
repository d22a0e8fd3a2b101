using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>Computes lines: what all of them ask goes to the ledger in one call, so that they show one state of it.</summary>
/// <param name="evaluator">Computes.</param>
/// <param name="subsets">Knows of which whole an indicator counts a part.</param>
public sealed class LineAnswers(FormulaEvaluator evaluator, SubsetCheck subsets)
{
    /// <summary>One answer a line, in their order.</summary>
    public async Task<IReadOnlyList<LineAnswer>> OfAsync(AskedFigures asked, IReadOnlyList<FigureLine> lines, CancellationToken cancellationToken)
    {
        var questions = new List<FigureQuery>();
        var places = lines.Select(line => Place(asked, line, questions)).ToList();
        var answers = await evaluator.EvaluateAsync(questions, cancellationToken);
        return
        [
            .. lines.Zip(places, (line, place) => new LineAnswer
            {
                Line = line,
                Now = Sum(Part(answers, place.Now)),
                Before = place.Earlier is null ? null : new EarlierAnswer(place.Earlier, Sum(Part(answers, place.Then))),
                Whole = Part(answers, place.Whole).FirstOrDefault()?.Total,
            }),
        ];
    }

    Places Place(AskedFigures asked, FigureLine line, List<FigureQuery> questions)
    {
        if (line.NoTotal.Length > 0)
        {
            return new Places(default, null, default, default);
        }

        var earlier = asked.Compared ? Earlier(asked, line) : null;
        return new Places(
            Ask(line.Indicator.Formula, line.Period, asked.Dimensions),
            earlier,
            earlier is null ? default : Ask(line.Indicator.Formula, earlier, asked.Dimensions),
            line.Area.IsSum ? default : subsets.WholesOf([line.Indicator]) is [var whole] ? Ask(whole.Formula, line.Period, []) : default);

        Range Ask(CheckedFormula formula, Period period, IReadOnlyList<string> dimensions)
        {
            var first = questions.Count;
            questions.AddRange(line.Area.Scopes.Select(scope => new FigureQuery { Formula = formula, Period = period, Area = scope, View = asked.View, Dimensions = dimensions }));
            return first..questions.Count;
        }
    }

    // As it was, a unit that did not exist a year earlier has nothing to be compared with, which is not 0.
    static Period? Earlier(AskedFigures asked, FigureLine line)
    {
        var period = line.Period.SamePeriodOfPreviousYear();
        return asked.View.Outline is not null || line.Area.Scopes.All(scope => asked.Tree.Bears(scope.Code, period.From, period.To)) ? period : null;
    }

    static IReadOnlyList<FigureAnswer> Part(IReadOnlyList<FigureAnswer> answers, Range range) =>
        range.Equals(default) ? [] : [.. answers.Skip(range.Start.Value).Take(range.End.Value - range.Start.Value)];

    // Only figures that may be added get here with more than one part, see FigureLine.NoTotal.
    static FigureAnswer Sum(IReadOnlyList<FigureAnswer> parts) => parts switch
    {
        [] => new FigureAnswer { Total = Figure.Of(null) },
        [var only] => only,
        _ => new FigureAnswer
        {
            Total = Figure.Of(Sum(parts.Select(part => part.Total.Value))),
            Members =
            [
                .. parts.SelectMany(part => part.Members).GroupBy(member => MemberKey.Of(member.Key), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new FigureMember(group.First().Key, Figure.Of(Sum(group.Select(member => member.Figure.Value))))),
            ],
        },
    };

    static Rational? Sum(IEnumerable<Rational?> values) => values.Aggregate((Rational?)Rational.Zero, (sum, value) => sum + value);

    readonly record struct Places(Range Now, Period? Earlier, Range Then, Range Whole);
}

/// <summary>A computed line.</summary>
public sealed record LineAnswer
{
    /// <summary>The line.</summary>
    public required FigureLine Line { get; init; }

    /// <summary>Its figures.</summary>
    public required FigureAnswer Now { get; init; }

    /// <summary>Those of the same period of the year before; null when not asked for, and when the unit did not exist then.</summary>
    public EarlierAnswer? Before { get; init; }

    /// <summary>The figure of which this one counts a part; null when there is none.</summary>
    public Figure? Whole { get; init; }
}

/// <summary>Figures of an earlier period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Answer">The figures.</param>
public sealed record EarlierAnswer(Period Period, FigureAnswer Answer);

/// <summary>The values of a member as one text.</summary>
static class MemberKey
{
    public static string Of(IReadOnlyList<string> values) => string.Join('\u001f', values);
}
