using System.Globalization;
using System.Text;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>Which facts are listed.</summary>
public sealed record ContributionQuery
{
    /// <summary>The aggregation that counted them.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>The area.</summary>
    public required AreaScope Area { get; init; }

    /// <summary>Through whose eyes.</summary>
    public FigureView View { get; init; } = FigureView.Current;

    /// <summary>First day of effect.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of effect.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Only facts after this one: its day as yyyymmdd, its event, its ordinal.</summary>
    public (int Day, Guid EventId, int Ordinal)? After { get; init; }

    /// <summary>Most facts.</summary>
    public required int Limit { get; init; }
}

/// <summary>Reads the facts behind a figure, by day, event and ordinal, page by page along the index.</summary>
/// <param name="store">How the provider writes lists.</param>
/// <param name="sets">The combinations of dimension values.</param>
/// <param name="history">Areas over periods, as known at a moment.</param>
public sealed class Contributions(ILedgerStore store, DimensionSets sets, AreaHistory history)
{
    /// <summary>The facts, and the combinations by key.</summary>
    public async Task<(IReadOnlyList<FactRow> Facts, IReadOnlyDictionary<long, DimensionSet> Sets)> ListAsync(
        ReportingDb db, ContributionQuery query, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder();
        var parameters = new List<object>();
        var windows = await history.AsKnownAsync(db, query.View.AsOf, cancellationToken);
        Write(sql, parameters, query, [.. windows.Of(query.Area, query.From, query.To, query.View.Outline), .. await SharedOutAsync(db, query, windows, cancellationToken)]);
        if (query.Aggregation.Filters.Count > 0)
        {
            var passing = (await KnownAsync(db, cancellationToken)).Values
                .Where(set => query.Aggregation.Filters.All(filter => filter.Passes(set[filter.Dimension]))).Select(set => set.Key);
            sql.Append(CultureInfo.InvariantCulture, $" AND f.dims IN (SELECT item FROM ({List(store.Dialect.Keys, $"[{string.Join(',', passing)}]", parameters)}) AS k)");
        }

        sql.Append(" ORDER BY f.day, f.event_id, f.ordinal ").Append(List(store.Dialect.Limit, query.Limit, parameters));
        var facts = await db.Facts.FromSqlRaw(sql.ToString(), [.. parameters]).AsNoTracking().ToListAsync(cancellationToken);
        // Read after the facts, so that every combination that they name is known.
        return (facts, await KnownAsync(db, cancellationToken));
    }

    // What a key shares out counts too, by its share.
    static async Task<IEnumerable<AreaWindow>> SharedOutAsync(ReportingDb db, ContributionQuery query, AreaWindows windows, CancellationToken cancellationToken) =>
        await AreaKeyShares.FindAsync(db, query.View, cancellationToken) is { } key && query.View.Outline is { } day
            ? windows.Restated(day).Shares(query.Area.Code, key).Where(one => !one.Share.IsZero)
                .SelectMany(one => windows.Of(new AreaScope(one.Unit.Code) { AloneSince = one.Unit.ValidFrom ?? DateOnly.MinValue }, query.From, query.To))
            : [];

    void Write(StringBuilder sql, List<object> parameters, ContributionQuery query, IReadOnlyList<AreaWindow> scope)
    {
        var json = AreaWindows.ToJson(scope);
        var (from, to) = (StoredFormats.ToNumber(query.From), StoredFormats.ToNumber(query.To));
        sql.Append("SELECT f.* FROM fact AS f WHERE f.measure IN (")
            .AppendJoin(',', query.Aggregation.Measures.Select(code => MeasureKey.Of(code).ToString(CultureInfo.InvariantCulture)))
            .Append(CultureInfo.InvariantCulture, $") AND f.day BETWEEN {Math.Max(from, query.After?.Day ?? 0)} AND {to}")
            .Append(CultureInfo.InvariantCulture, $" AND f.area_code IN (SELECT area_code FROM ({List(store.Dialect.Windows, json, parameters)}) AS a)");
        if (scope.Any(window => window.From > query.From || window.To < query.To))
        {
            sql.Append(" AND EXISTS (SELECT 1 FROM (").Append(List(store.Dialect.Windows, json, parameters))
                .Append(") AS w WHERE w.area_code = f.area_code AND f.day BETWEEN w.first_day AND w.last_day)");
        }

        if (query.View.AsOf is { } asOf)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND f.recorded_at <= {asOf.UtcTicks}");
        }

        if (query.After is { } after)
        {
            var (id, again) = (Add(parameters, after.EventId.ToByteArray(true)), Add(parameters, after.EventId.ToByteArray(true)));
            sql.Append(
                CultureInfo.InvariantCulture,
                $" AND (f.day > {after.Day} OR f.event_id > {id} OR (f.event_id = {again} AND f.ordinal > {after.Ordinal}))");
        }
    }

    async Task<IReadOnlyDictionary<long, DimensionSet>> KnownAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        await using var reading = await store.BeginReadAsync(db, cancellationToken);
        return await sets.CurrentAsync(reading, cancellationToken);
    }

    static string List(string dialect, object value, List<object> parameters) => string.Format(CultureInfo.InvariantCulture, dialect, Add(parameters, value));

    static string Add(List<object> parameters, object value)
    {
        parameters.Add(value);
        return $"{{{parameters.Count - 1}}}";
    }
}
