using AnSinh.BenefitPayments.Rates;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>
/// What is due of an entitlement in a run's month: every month of the right that is not settled, at the level in force in that month, and for
/// months that are settled what today's levels give above what was paid (back-pay is computed by the levels of each past period, Circular
/// 44/2022/TT-BTC, Article 15). Plain arithmetic: no database.
/// </summary>
public static class DueMonths
{
    /// <summary>Decides.</summary>
    /// <param name="row">The entitlement.</param>
    /// <param name="month">Month of the run, yyyymm.</param>
    /// <param name="rates">The levels.</param>
    /// <param name="settled">What counts as paid for each settled month, where the settled months are to be compared; null where not.</param>
    public static DueLine Of(DueRow row, int month, RateTable rates, IReadOnlyDictionary<int, long>? settled)
    {
        var last = row.LastCovered(month);
        var first = Math.Max(PayMonth.Plus(row.SettledThrough, 1), row.PayableFrom);
        var due = new List<(int, long)>(1);
        var overpaid = 0L;
        Violation? problem = null;
        foreach (var (past, paid) in settled is null ? [] : settled.OrderBy(one => one.Key).Where(one => one.Key < first && one.Key <= last))
        {
            var difference = AmountOf(row, past, rates, ref problem) - paid;
            if (problem is null && difference > 0)
            {
                due.Add((past, difference));
            }

            overpaid += problem is null && difference < 0 ? -difference : 0;
        }

        for (var next = first; next <= last; next = PayMonth.Plus(next, 1))
        {
            due.Add((next, AmountOf(row, next, rates, ref problem)));
        }

        return new DueLine
        {
            Row = row,
            Months = problem is null ? due : [],
            SettledThrough = Math.Max(row.SettledThrough, last),
            OverpaidVnd = overpaid,
            Problem = problem,
        };
    }

    /// <summary>What one month of an entitlement pays.</summary>
    /// <param name="row">The entitlement.</param>
    /// <param name="month">Month, yyyymm.</param>
    /// <param name="rates">The levels.</param>
    /// <param name="problem">Set when the level cannot be said, unless another problem is set already.</param>
    public static long AmountOf(DueRow row, int month, RateTable rates, ref Violation? problem)
    {
        if (row.FixedAmountVnd is { } amount)
        {
            return amount;
        }

        var answer = rates.AmountOn(row.Category, row.Multiplier, month, row.Province);
        problem ??= answer.Problem;
        return answer.AmountVnd;
    }
}
