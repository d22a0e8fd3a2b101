using System.Collections.Concurrent;
using System.Globalization;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// How often the records of a measure that take effect in a month have changed, wherever they lie: whoever keeps something computed from
/// them sees by it, in the very state that is being read, whether it still holds. A month without a row has no records.
/// </summary>
public sealed class LedgerMonthRow
{
    /// <summary>Key of the measure.</summary>
    public int Measure { get; set; }

    /// <summary>Month of effect, yyyymm.</summary>
    public int Month { get; set; }

    /// <summary>Goes up with every run that changes a cell or a presence of the measure in the month.</summary>
    public long Version { get; set; }
}

/// <summary>A month in which a measure has records, in one state of the ledger.</summary>
/// <param name="Month">Month of effect, yyyymm.</param>
/// <param name="Version">Its version in that state.</param>
readonly record struct LedgerMonth(int Month, long Version)
{
    /// <summary>Its first day.</summary>
    public DateOnly First => new(Month / 100, Month % 100, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => new(Month / 100, Month % 100, DateTime.DaysInMonth(Month / 100, Month % 100));

    /// <summary>The month of a day, yyyymm.</summary>
    public static int Of(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>Whether all its days lie between two days (yyyymmdd).</summary>
    public bool IsWithin(int first, int last) => first <= Month * 100 + 1 && last >= Month * 100 + DateTime.DaysInMonth(Month / 100, Month % 100);
}

/// <summary>The months of the measures in one state of the ledger, each measure's read when it is asked for.</summary>
/// <param name="state">Version of the ledger's state, which every change of a month changes too.</param>
sealed class LedgerMonths(long state)
{
    const string Select = "SELECT month, version FROM ledger_month WHERE measure = @measure ORDER BY month";

    readonly ConcurrentDictionary<int, LedgerMonth[]> byMeasure = new();

    /// <summary>Version of the state.</summary>
    public long State => state;

    /// <summary>The months of a measure that share days with a period, in their order.</summary>
    public async ValueTask<ReadOnlyMemory<LedgerMonth>> OfAsync(LedgerReading reading, int measure, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (!byMeasure.TryGetValue(measure, out var months))
        {
            byMeasure[measure] = months = await ReadAsync(reading, measure, cancellationToken);
        }

        var first = Array.FindIndex(months, month => month.Month >= LedgerMonth.Of(from));
        var last = Array.FindLastIndex(months, month => month.Month <= LedgerMonth.Of(to));
        return first < 0 || last < first ? default : months.AsMemory(first, last - first + 1);
    }

    static async Task<LedgerMonth[]> ReadAsync(LedgerReading reading, int measure, CancellationToken cancellationToken)
    {
        await using var select = reading.Command(Select);
        var parameter = select.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@measure", measure);
        select.Parameters.Add(parameter);
        var months = new List<LedgerMonth>();
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            months.Add(new LedgerMonth(Convert.ToInt32(rows[0], CultureInfo.InvariantCulture), rows.GetInt64(1)));
        }

        return [.. months];
    }
}
