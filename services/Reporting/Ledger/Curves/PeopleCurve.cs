using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>
/// A figure of people over all periods at once. How many count in a period is what its pairs and its stock say, so a question does not
/// look at people any more. What has changed since it was made stands beside it.
/// </summary>
sealed class PeopleCurve
{
    readonly PairCounts pairs;
    readonly StockLine stock;
    readonly CurveSteps since;

    /// <summary>A curve of all that people add to it.</summary>
    public PeopleCurve(CurveSteps steps)
        : this(new PairCounts(steps.Pairs), new StockLine(steps.Stock), CurveSteps.Nothing)
    {
    }

    PeopleCurve(PairCounts pairs, StockLine stock, CurveSteps since) => (this.pairs, this.stock, this.since) = (pairs, stock, since);

    /// <summary>A figure of nobody.</summary>
    public static PeopleCurve Nobody { get; } = new(CurveSteps.Nothing);

    /// <summary>Changes since it was made: each is looked at in every question.</summary>
    public int Changes => since.Pairs.Count + since.Stock.Count;

    /// <summary>What is kept, in rows of 12 bytes.</summary>
    public long Rows => pairs.Count / 5 + Changes;

    /// <summary>The curve after a change.</summary>
    public PeopleCurve With(CurveSteps change) => new(pairs, stock, since.With(change));

    /// <summary>The people of a period.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="from">Number of the first day.</param>
    /// <param name="to">Number of the last day.</param>
    public long Of(AggregationKind kind, int from, int to) => kind switch
    {
        AggregationKind.People => Beginning(from, to),
        AggregationKind.StockPeople => InStock(to),
        _ => InStock(from - 1) + Beginning(from, to),
    };

    long Beginning(int from, int to)
    {
        long count = pairs.In(from, to);
        foreach (var pair in since.Pairs)
        {
            count += pair.In(from, to);
        }

        return count;
    }

    long InStock(int day)
    {
        long count = stock.At(day);
        foreach (var step in since.Stock)
        {
            count += step.Day <= day ? step.More : 0;
        }

        return count;
    }
}
