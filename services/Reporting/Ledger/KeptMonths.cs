using AnSinh.ServiceKit.Areas;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Keeps what large areas recorded month by month, summed up over their communes, so that a question costs by months and combinations, and
/// not by communes and records. Nothing here can be stale: a month counts only in the version that the question finds in the state it reads
/// (<see cref="LedgerMonthRow"/>); of a month that was booked into, only that month is read again. Small areas are read where they stand.
/// </summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="areas">All units.</param>
/// <param name="options">What is kept.</param>
public sealed class KeptMonths(ILedgerStore store, AreaDirectory areas, IOptions<KeptMonthsOptions> options)
{
    volatile KeptLedger? newest;

    /// <summary>What is kept by the units of now; one question takes it once, because people have their numbers in it.</summary>
    internal KeptLedger Now()
    {
        var units = areas.All;
        var current = newest;
        return current is not null && ReferenceEquals(current.Units, units) && current.Rows <= options.Value.MostRows
            ? current
            : newest = new KeptLedger(store, areas, units, options.Value);
    }
}
