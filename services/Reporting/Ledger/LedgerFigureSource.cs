using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Answers aggregations from cells and presences, all from one state of the ledger. Questions over the same measure, days and area
/// share one reading, whatever their filters and breakdowns; answers are kept for as long as the ledger stays as it is.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="store">The ledger's statements.</param>
/// <param name="sets">The combinations of dimension values.</param>
/// <param name="windows">Areas over periods.</param>
/// <param name="kept">Answers that still hold.</param>
/// <param name="imported">Units that another instance has imported.</param>
public sealed class LedgerFigureSource(
    ReportingDb db, ILedgerStore store, DimensionSets sets, AreaWindows windows, KeptAnswers kept, ImportedAreas imported) : IFigureSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, CancellationToken cancellationToken)
    {
        await imported.RefreshAsync(db, cancellationToken);
        await using var reading = await store.BeginReadAsync(db, cancellationToken);
        var holding = kept.Of(await LedgerState.VersionAsync(reading, cancellationToken));
        var answers = requests.Select(holding.Find).ToArray();
        var missing = Enumerable.Range(0, answers.Length).Where(index => answers[index] is null).ToList();
        if (missing.Count > 0)
        {
            var known = await sets.CurrentAsync(reading, cancellationToken);
            foreach (var group in missing.GroupBy(index => Stretch.Of(requests[index])))
            {
                var found = await AnswerAsync(reading, group.Key.Kind, [.. group.Select(index => requests[index])], known, cancellationToken);
                foreach (var (index, answer) in group.Zip(found))
                {
                    answers[index] = answer;
                    holding.Keep(requests[index], answer);
                }
            }
        }

        return answers!;
    }

    async Task<List<AggregationAnswer>> AnswerAsync(
        LedgerReading reading, AggregationKind kind, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken) =>
        kind switch
        {
            AggregationKind.People when asked[0].Aggregation.Link is null => await CountPeopleAsync(reading, asked, known, cancellationToken),
            AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring =>
                await CountOverTimeAsync(reading, asked, known, cancellationToken),
            AggregationKind.Entered => await FindEnteredAsync(reading, asked, cancellationToken),
            _ => await SumCellsAsync(reading, asked, known, cancellationToken),
        };

    async Task<List<AggregationAnswer>> SumCellsAsync(
        LedgerReading reading, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken)
    {
        var first = asked[0];
        var sums = await store.SumCellsAsync(
            reading, MeasureKey.Of(first.Aggregation.Measures[0]), windows.Of(first.Area, first.From, first.To), cancellationToken);
        return [.. asked.Select(request => CellAnswer.Of(request, sums, known))];
    }

    async Task<List<AggregationAnswer>> CountPeopleAsync(
        LedgerReading reading, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken)
    {
        var first = asked[0];
        var members = asked.Select(request => MemberList.Of(request, known)).ToList();
        var counts = await store.CountPeopleAsync(
            reading,
            [.. first.Aggregation.Measures.Select(MeasureKey.Of)],
            windows.Of(first.Area, first.From, first.To),
            [.. members.Select(list => list.Grouping)],
            cancellationToken);
        return [.. members.Zip(counts, (list, count) => list.Answer(count))];
    }

    async Task<List<AggregationAnswer>> CountOverTimeAsync(
        LedgerReading reading, List<AggregationRequest> asked, IReadOnlyDictionary<long, DimensionSet> known, CancellationToken cancellationToken)
    {
        var first = asked[0];
        var members = asked.Select(request => MemberList.Of(request, known)).ToList();
        var scope = windows.Of(first.Area, first.Aggregation.LooksBack ? DateOnly.MinValue : first.From, first.To);
        var people = new PeopleOverTime(store, reading, first.Aggregation, scope, first.From, first.To);
        var counts = await people.CountAsync([.. members.Select(list => list.Grouping)], cancellationToken);
        return [.. members.Zip(counts, (list, count) => list.Answer(count))];
    }

    static async Task<List<AggregationAnswer>> FindEnteredAsync(
        LedgerReading reading, List<AggregationRequest> asked, CancellationToken cancellationToken)
    {
        var answers = new List<AggregationAnswer>(asked.Count);
        foreach (var request in asked)
        {
            answers.Add(AggregationAnswer.Of(await EnteredFigures.FindAsync(reading, request, cancellationToken)));
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
