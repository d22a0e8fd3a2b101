using System.Data.Common;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
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

    /// <summary>Withdraws a figure.</summary>
    public static Task WithdrawAsync(ReportingDb db, Guid figure, Guid by, CancellationToken cancellationToken) =>
        db.EnteredFigures.Where(row => row.EventId == figure).ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnBy, by), cancellationToken);

    /// <summary>The latest figure of an indicator for an area itself, on or before a day; null when there is none.</summary>
    public static async Task<Rational?> FindAsync(LedgerReading reading, AggregationRequest request, CancellationToken cancellationToken)
    {
        // Without a limit, which the two databases write differently: an indicator of an area has a handful of figures.
        await using var select = reading.Command("""
            SELECT value FROM entered_figure
            WHERE indicator = @indicator AND area_code = @area AND day <= @day AND withdrawn_by IS NULL
            ORDER BY day DESC, recorded_at DESC, sequence DESC
            """);
        Add(select, "@indicator", request.Aggregation.Measures[0]);
        Add(select, "@area", request.Area.Code);
        Add(select, "@day", StoredFormats.ToNumber(request.To));
        return await select.ExecuteScalarAsync(cancellationToken) is string value ? Rational.Parse(value) : null;
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
