using System.Data.Common;
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
    const string Select = "SELECT month, version FROM ledger_month WHERE measure = @measure AND month BETWEEN @first AND @last ORDER BY month";

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Month / 100, Month % 100, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => new(Month / 100, Month % 100, DateTime.DaysInMonth(Month / 100, Month % 100));

    /// <summary>The month of a day, yyyymm.</summary>
    public static int Of(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>The months of a measure that share days with a period, in their order.</summary>
    public static async Task<IReadOnlyList<LedgerMonth>> ReadAsync(
        LedgerReading reading, int measure, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var select = reading.Command(Select);
        Add(select, "@measure", measure);
        Add(select, "@first", Of(from));
        Add(select, "@last", Of(to));
        var months = new List<LedgerMonth>();
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            months.Add(new LedgerMonth(Convert.ToInt32(rows[0], CultureInfo.InvariantCulture), rows.GetInt64(1)));
        }

        return months;
    }

    static void Add(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
