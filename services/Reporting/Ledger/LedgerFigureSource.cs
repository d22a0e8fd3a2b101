using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Answers aggregations from cells and presences, all from one state of the ledger. Questions over the same measure, days and area
/// share one reading, whatever their filters and breakdowns; answers are kept for as long as the ledger stays as it is.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="store">The ledger's statements.</param>
/// <param name="sets">The combinations of dimension values.</param>
/// <param name="kept">Answers that still hold.</param>
/// <param name="months">What is kept month by month.</param>
/// <param name="imported">Units that another instance has imported.</param>
/// <param name="history">The units as known at a moment.</param>
/// <param name="joins">Which person keys were one at a moment.</param>
/// <param name="keeping">Whether the answers of this scope are kept.</param>
public sealed class LedgerFigureSource(
    ReportingDb db,
    ILedgerStore store,
    DimensionSets sets,
    KeptAnswers kept,
    KeptMonths months,
    ImportedAreas imported,
    AreaHistory history,
    PersonJoins joins,
    AnswerKeeping keeping) : IFigureSource
{
    /// <inheritdoc/>
    /// <exception cref="Refusal">NOT_FOUND <c>area.key_unknown</c>; FAILED_PRECONDITION <c>area.key_not_for_people</c>.</exception>
    public async Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, CancellationToken cancellationToken)
    {
        await imported.RefreshAsync(db, cancellationToken);
        // Before the reading begins: its transaction is none of EF's.
        var views = new Dictionary<FigureView, (AreaWindows Windows, AreaKeyShares? Key)>();
        foreach (var view in requests.Select(request => request.View).Distinct())
        {
            views[view] = (await history.AsKnownAsync(db, view.AsOf, cancellationToken), await AreaKeyShares.FindAsync(db, view, cancellationToken));
        }

        await using var reading = await store.BeginReadAsync(db, cancellationToken);
        var holding = kept.Of(await LedgerState.VersionAsync(reading, cancellationToken));
        var answers = requests.Select(holding.Find).ToArray();
        var missing = Enumerable.Range(0, answers.Length).Where(index => answers[index] is null).ToList();
        if (missing.Count > 0)
        {
            var known = await sets.CurrentAsync(reading, cancellationToken);
            var ledger = months.Now();
            var stateMonths = ledger.Months(holding.Version);
            var seen = views.ToDictionary(
                view => view.Key, view => new LedgerSeen(ledger, stateMonths, reading, joins, view.Value.Windows, view.Key, view.Value.Key));
            foreach (var group in missing.GroupBy(index => Stretch.Of(requests[index])))
            {
                var found = await AnswerAsync(seen[group.Key.View], [.. group.Select(index => requests[index])], known, cancellationToken);
                foreach (var (index, answer) in group.Zip(found))
                {
                    answers[index] = answer;
                    if (keeping.IsOn)
                    {
                        holding.Keep(requests[index], answer);
                    }
                }
            }
        }

        return answers!;
    }

    static Task<List<AggregationAnswer>> AnswerAsync(
        LedgerSeen seen, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken) =>
        asked[0].Aggregation switch
        {
            { Kind: AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring } when seen.IsShared => throw Refusal.Precondition(
                "area.key_not_for_people", $"“{asked[0].Aggregation}” đếm số người khác nhau nên không chia được theo khóa phân bổ; hãy hỏi không kèm khóa."),
            { Kind: AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring } =>
                CountPeopleAsync(seen, asked, known, cancellationToken),
            { Kind: AggregationKind.Entered } => FindEnteredAsync(seen, asked, cancellationToken),
            _ => SumCellsAsync(seen, asked, known, cancellationToken),
        };

    static async Task<List<AggregationAnswer>> SumCellsAsync(
        LedgerSeen seen, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken)
    {
        var first = asked[0];
        var measure = MeasureKey.Of(first.Aggregation.Measures[0]);
        var sums = await seen.SumAsync(measure, seen.Over(first.Area, first.From, first.To), cancellationToken);
        var answers = asked.ConvertAll(request => CellAnswer.Of(request, sums, known));
        foreach (var (stretch, share) in seen.SharedOut(first.Area, first.From, first.To))
        {
            var part = await seen.SumAsync(measure, stretch, cancellationToken);
            answers = [.. answers.Zip(asked, (answer, request) => answer.Plus(CellAnswer.Of(request, part, known), share))];
        }

        return answers;
    }

    static async Task<List<AggregationAnswer>> CountPeopleAsync(
        LedgerSeen seen, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken)
    {
        var first = asked[0];
        var stretch = seen.Over(first.Area, first.From, first.To);
        var members = asked.ConvertAll(request => MemberList.Of(request, known));
        var counts = new long[]?[members.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = await seen.ByCurveAsync(members[i], stretch, cancellationToken);
        }

        var others = Enumerable.Range(0, counts.Length).Where(index => counts[index] is null).ToList();
        if (others.Count > 0)
        {
            var counted = await new PeopleOverTime(seen, first.Aggregation, stretch).CountAsync(others.ConvertAll(index => members[index].Grouping), cancellationToken);
            foreach (var (index, count) in others.Zip(counted))
            {
                counts[index] = count;
            }
        }

        return [.. members.Zip(counts, (list, count) => list.Answer(count!))];
    }

    static async Task<List<AggregationAnswer>> FindEnteredAsync(LedgerSeen seen, List<AggregationRequest> asked, CancellationToken cancellationToken)
    {
        var answers = new List<AggregationAnswer>(asked.Count);
        foreach (var request in asked)
        {
            answers.Add(AggregationAnswer.Of(await seen.EnteredAsync(request.Aggregation.Measures[0], request.Area, request.To, cancellationToken)));
        }

        return answers;
    }

    /// <summary>What one reading covers: cells of a measure, or presences of some, in an area over days.</summary>
    sealed record Stretch(AggregationKind Kind, string Measures, DateOnly From, DateOnly To, AreaScope Area, FigureView View)
    {
        public static Stretch Of(AggregationRequest request) => new(
            request.Aggregation.Kind is AggregationKind.Sum or AggregationKind.Stock ? AggregationKind.Count : request.Aggregation.Kind,
            string.Join(' ', request.Aggregation.Measures) + request.Aggregation.Link,
            request.From,
            request.To,
            request.Area,
            request.View);
    }
}
