using AnSinh.BenefitPayments.Rates;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.BenefitPayments.Runs;

/// <summary>Which entitlements a run leaves out, because the person receives a higher one of the same group. Plain arithmetic: no database.</summary>
public static class Exclusions
{
    /// <summary>The entitlements to leave out.</summary>
    /// <param name="groups">The scheme's groups.</param>
    /// <param name="ofOnePerson">All entitlements of a person that are in force in the month.</param>
    /// <param name="month">Month, yyyymm.</param>
    /// <param name="rates">The levels.</param>
    public static IEnumerable<Guid> Of(IReadOnlyList<ExclusivityGroup> groups, IReadOnlyList<DueRow> ofOnePerson, int month, RateTable rates)
    {
        foreach (var group in groups)
        {
            var kept = new List<DueRow>();
            foreach (var row in ofOnePerson.Where(row => group.Holds(row.Category)).OrderByDescending(row => Amount(row, month, rates)).ThenBy(row => row.Id))
            {
                if (kept.Count(other => !group.MayBeTogether(other.Category, row.Category)) < group.AtMost)
                {
                    kept.Add(row);
                }
                else
                {
                    yield return row.Id;
                }
            }
        }
    }

    static long Amount(DueRow row, int month, RateTable rates)
    {
        Violation? ignored = null;
        return DueMonths.AmountOf(row, month, rates, ref ignored);
    }
}
