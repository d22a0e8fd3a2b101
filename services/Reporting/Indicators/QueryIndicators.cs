using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Plans;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using FigureView = AnSinh.Reporting.Formulas.FigureView;
using Plan = AnSinh.Reporting.Plans.Plan;

namespace AnSinh.Reporting.Indicators;

/// <summary>Computes figures for one period and one area, all from one state of the ledger.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="subject">Reads indicator, period, area.</param>
/// <param name="evaluator">Computes.</param>
/// <param name="plans">The plans in force.</param>
/// <param name="history">Knows which units lie below, as known at a moment.</param>
/// <param name="freshness">How fresh the figures are.</param>
/// <param name="subsets">Sees to it that no part is greater than its whole.</param>
/// <param name="time">Clock.</param>
public sealed class QueryIndicators(
    ReportingDb db,
    FigureSubject subject,
    FormulaEvaluator evaluator,
    PlansInForce plans,
    AreaHistory history,
    Freshness freshness,
    SubsetCheck subsets,
    TimeProvider time)
{
    /// <summary>Most indicators in one question.</summary>
    public const int MostIndicators = 100;

    const string ByArea = "area";

    /// <summary>Answers the question.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<QueryIndicatorsResponse> RunAsync(QueryIndicatorsRequest request, CancellationToken cancellationToken)
    {
        if (request.Indicators.Count is 0 or > MostIndicators)
        {
            throw Refusal.Invalid("indicators", "indicators.count", $"Có {request.Indicators.Count} chỉ tiêu trong câu hỏi; cho phép từ 1 đến {MostIndicators}.");
        }

        var indicators = request.Indicators.Select((code, index) => subject.Indicator(code, $"indicators[{index}]")).ToList();
        RequireBreakdown(indicators, request.Breakdown);
        var period = FigureSubject.Period(request.Period);
        var view = ViewMessages.Of(request.View, "view", time);
        var windows = await history.AsKnownAsync(db, view.AsOf, cancellationToken);
        var area = FigureSubject.Area(request.AreaCode, period, view.Outline, windows.Areas);
        IReadOnlyList<AreaScope> below = request.Breakdown == ByArea
            ? [.. windows.Below(area.Code, period.From, period.To, view.Outline).Select(code => new AreaScope(code) { Below = area.Code })]
            : [];
        var apart = KeptApart.Of(windows, view, await AreaKeyShares.FindAsync(db, view, cancellationToken), below.Prepend(area), period);
        // First the freshness, then the figures: never promise more than was booked when the figures were read.
        var fresh = await freshness.ListAsync(cancellationToken);
        IReadOnlyList<string> dimensions = request.Breakdown is "" or ByArea ? [] : [request.Breakdown];
        var (figures, kept) = await FiguresAsync(indicators, new Asked(period, area, below, dimensions, view), apart, cancellationToken);
        return new QueryIndicatorsResponse
        {
            Figures = { figures },
            From = WireDate.Of(period.From),
            To = WireDate.Of(period.To),
            Freshness = { fresh },
            KeptApart = { kept },
        };
    }

    async Task<(IEnumerable<IndicatorFigure> Figures, IEnumerable<AreaKeptApart> KeptApart)> FiguresAsync(
        List<IndicatorDefinition> indicators, Asked asked, IReadOnlyList<KeptApart> apart, CancellationToken cancellationToken)
    {
        var (period, area, below, dimensions, view) = asked;
        var wholes = subsets.WholesOf(indicators);
        var questions = indicators.SelectMany(indicator => below.Prepend(area).Select((scope, index) => new FigureQuery
        {
            Formula = indicator.Formula,
            Period = period,
            Area = scope,
            View = view,
            Dimensions = index == 0 ? dimensions : [],
        })).Concat(wholes.SelectMany(whole => below.Prepend(area).Select(scope => new FigureQuery { Formula = whole.Formula, Period = period, Area = scope, View = view })))
            .Concat(apart.SelectMany(unit => indicators.Select(indicator => unit.Question(indicator, period, view)))).ToList();
        var answers = await evaluator.EvaluateAsync(questions, cancellationToken);
        var rows = below.Count + 1;
        var whole = wholes.Select((one, number) => (one.Code, Answers: answers.Skip((indicators.Count + number) * rows).Take(rows).ToList())).ToDictionary(one => one.Code, one => one.Answers);
        var targets = await TargetsAsync(indicators, period, area, view, cancellationToken);
        var figures = indicators.SelectMany((indicator, number) =>
        {
            var own = answers.Skip(number * rows).Take(rows).ToList();
            var total = FigureMessages.Of(indicator, own[0].Total, "", targets.GetValueOrDefault(indicator.Code));
            var members = own[0].Members.Select(member => FigureMessages.Of(indicator, member.Figure, member.Key[0], null));
            var units = below.Select((scope, index) => FigureMessages.Of(indicator, own[index + 1].Total, scope.Code, null));
            var messages = units.Prepend(total).ToList();
            for (var row = 0; row < rows; row++)
            {
                SubsetCheck.Warn(messages[row], indicator, own[row].Total, indicator.SubsetOf is { } code ? whole[code][row].Total : null);
            }

            return messages.Take(1).Concat(members).Concat(messages.Skip(1)).ToList();
        });
        var kept = apart.Zip(answers.Skip((indicators.Count + wholes.Count) * rows).Chunk(indicators.Count), (unit, own) => unit.ToMessage([.. indicators.Zip(own, (indicator, answer) => (indicator, answer.Total))]));
        return (figures, kept.OfType<AreaKeptApart>());
    }

    /// <summary>Only a period from the first day of a plan's year or term on can be held against it; by the version that held on its last day, as known then.</summary>
    async Task<IReadOnlyDictionary<string, Plan>> TargetsAsync(
        List<IndicatorDefinition> indicators, Period period, AreaScope area, FigureView view, CancellationToken cancellationToken) =>
        PlanYears.Of(period) is { } years
            ? await plans.HeldAsync([.. indicators.Select(indicator => indicator.Code)], area.Code, years, period.To, view.AsOf, cancellationToken)
            : new Dictionary<string, Plan>();

    /// <summary>What all figures of a question have in common.</summary>
    sealed record Asked(Period Period, AreaScope Area, IReadOnlyList<AreaScope> Below, IReadOnlyList<string> Dimensions, FigureView View);

    static void RequireBreakdown(List<IndicatorDefinition> indicators, string breakdown)
    {
        if (breakdown is not ("" or ByArea) && indicators.FirstOrDefault(indicator => !indicator.Dimensions.Contains(breakdown)) is { } without)
        {
            throw Refusal.Invalid(
                "breakdown",
                "dimension.unknown",
                $"Chỉ tiêu {without.Code} không có chiều “{breakdown}”; cho phép: {string.Join(", ", without.Dimensions.Append(ByArea))}.");
        }
    }
}
