using System.Data.Common;
using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>Keeps and finds figures that were keyed in and signed.</summary>
static class EnteredFigures
{
    /// <summary>Keeps a figure, once.</summary>
    public static async Task KeepAsync(ReportingDb db, EnteredFigureRow figure, CancellationToken cancellationToken)
    {
        if (await db.EnteredFigures.AnyAsync(row => row.EventId == figure.EventId, cancellationToken))
        {
            return;
        }

        db.Add(figure);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Withdraws a figure; of several withdrawals the one that was saved first counts, whatever the order in which they come.</summary>
    public static Task WithdrawAsync(ReportingDb db, Guid figure, EventEnvelope by, CancellationToken cancellationToken) =>
        db.EnteredFigures.Where(row => row.EventId == figure && (row.WithdrawnAt == null || row.WithdrawnAt > by.RecordedAt)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.WithdrawnBy, by.EventId).SetProperty(row => row.WithdrawnAt, by.RecordedAt), cancellationToken);

    /// <summary>The latest figure of an indicator in windows of an area itself; null when there is none.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="windows">The codes under which the area's figures were keyed in, with their days.</param>
    /// <param name="asOf">Moment whose knowledge counts; null for now.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<Rational?> FindAsync(
        LedgerReading reading, string indicator, IReadOnlyList<AreaWindow> windows, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var found = default((long Day, long RecordedAt, long Sequence, string Value)?);
        foreach (var window in windows)
        {
            // Without a limit, which the two databases write differently: an indicator of an area has a handful of figures.
            await using var select = reading.Command("""
                SELECT day, recorded_at, sequence, value FROM entered_figure
                WHERE indicator = @indicator AND area_code = @area AND day BETWEEN @from AND @to
                    AND recorded_at <= @as_of AND (withdrawn_at IS NULL OR withdrawn_at > @as_of)
                ORDER BY day DESC, recorded_at DESC, sequence DESC
                """);
            Add(select, "@indicator", indicator);
            Add(select, "@area", window.AreaCode);
            Add(select, "@from", StoredFormats.ToNumber(window.From));
            Add(select, "@to", StoredFormats.ToNumber(window.To));
            Add(select, "@as_of", (asOf ?? DateTimeOffset.MaxValue).UtcTicks);
            await using var rows = await select.ExecuteReaderAsync(cancellationToken);
            if (await rows.ReadAsync(cancellationToken))
            {
                var figure = (Day: Number(rows[0]), RecordedAt: Number(rows[1]), Sequence: Number(rows[2]), Value: rows.GetString(3));
                found = found is { } best && (best.Day, best.RecordedAt, best.Sequence).CompareTo((figure.Day, figure.RecordedAt, figure.Sequence)) >= 0 ? best : figure;
            }
        }

        return found is { } latest ? Rational.Parse(latest.Value) : null;
    }

    /// <summary>The same figure with the event that signed it; null when there is none.</summary>
    /// <param name="db">The scope's database.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="windows">As in <see cref="FindAsync"/>.</param>
    /// <param name="asOf">Moment whose knowledge counts; null for now.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<EnteredFigureRow?> RowAsync(
        ReportingDb db, string indicator, IReadOnlyList<AreaWindow> windows, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var moment = asOf ?? DateTimeOffset.MaxValue;
        var found = new List<EnteredFigureRow>();
        foreach (var (area, from, to) in windows)
        {
            found.AddRange(await db.EnteredFigures.AsNoTracking()
                .Where(row => row.Indicator == indicator && row.AreaCode == area && row.Day >= from && row.Day <= to
                    && row.RecordedAt <= moment && (row.WithdrawnAt == null || row.WithdrawnAt > moment))
                .OrderByDescending(row => row.Day).ThenByDescending(row => row.RecordedAt).ThenByDescending(row => row.Sequence).Take(1).ToListAsync(cancellationToken));
        }

        return found.MaxBy(row => (row.Day, row.RecordedAt, row.Sequence));
    }

    static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
