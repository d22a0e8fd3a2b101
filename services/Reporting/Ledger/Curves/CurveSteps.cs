using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>What people add to a curve.</summary>
sealed class CurveSteps
{
    /// <summary>Nothing.</summary>
    public static CurveSteps Nothing { get; } = new();

    /// <summary>Days on which somebody begins to count.</summary>
    public List<DayPair> Pairs { get; } = [];

    /// <summary>Days on which a stock changes.</summary>
    public List<StockStep> Stock { get; } = [];

    /// <summary>Whether nobody adds anything.</summary>
    public bool IsEmpty => Pairs.Count == 0 && Stock.Count == 0;

    /// <summary>These with others, and without what takes one another off.</summary>
    public CurveSteps With(CurveSteps more)
    {
        var (pairs, stock) = (new Dictionary<(int Day, int Before), int>(), new Dictionary<int, int>());
        foreach (var pair in Pairs.Concat(more.Pairs))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (pair.Day, pair.Before), out _) += pair.Times;
        }

        foreach (var step in Stock.Concat(more.Stock))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(stock, step.Day, out _) += step.More;
        }

        var sum = new CurveSteps();
        sum.Pairs.AddRange(pairs.Where(pair => pair.Value != 0).Select(pair => new DayPair(pair.Key.Day, pair.Key.Before, pair.Value)));
        sum.Stock.AddRange(stock.Where(step => step.Value != 0).Select(step => new StockStep(step.Key, step.Value)));
        return sum;
    }
}
