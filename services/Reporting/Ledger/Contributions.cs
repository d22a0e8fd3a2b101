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

    /// <summary>Whether the records of the second measure of people counted across two are listed, instead of the first's.</summary>
    public bool Linked { get; init; }

    /// <summary>
    /// For people counted across two measures, the days of the other one's records: only people are listed who have some then. Whether
    /// each pair goes together as the figure wants is not looked at: what is listed is all that decides it.
    /// </summary>
    public (DateOnly From, DateOnly To)? Other { get; init; }

    /// <summary>Whether the second measure's records must lie in the area like the first's: who may see one area only sees none of another's.</summary>
    public bool WithinArea { get; init; }

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
        var sql = new StringBuilder("SELECT f.* FROM fact AS f WHERE ");
        var parameters = new List<object>();
        await WriteAsync(sql, parameters, "f", db, query, new Stretch(query.From, query.To, !query.Linked, query.After?.Day ?? 0), cancellationToken);
        if (query.Other is { } other)
        {
            sql.Append(" AND ").Append(Person("f")).Append(" IN (SELECT ").Append(Person("g")).Append(" FROM fact AS g WHERE ");
            await WriteAsync(sql, parameters, "g", db, query, new Stretch(other.From, other.To, query.Linked), cancellationToken);
            sql.Append(')');
        }

        if (query.After is { } after)
        {
            var (id, again) = (Add(parameters, after.EventId.ToByteArray(true)), Add(parameters, after.EventId.ToByteArray(true)));
            sql.Append(
                CultureInfo.InvariantCulture,
                $" AND (f.day > {after.Day} OR f.event_id > {id} OR (f.event_id = {again} AND f.ordinal > {after.Ordinal}))");
        }

        sql.Append(" ORDER BY f.day, f.event_id, f.ordinal ").Append(List(store.Dialect.Limit, query.Limit, parameters));
        var facts = await db.Facts.FromSqlRaw(sql.ToString(), [.. parameters]).AsNoTracking().ToListAsync(cancellationToken);
        // Read after the facts, so that every combination that they name is known.
        return (facts, await KnownAsync(db, cancellationToken));
    }

    // What a key shares out counts too, by its share.
    static async Task<IEnumerable<AreaWindow>> SharedOutAsync(
        ReportingDb db, ContributionQuery query, AreaWindows windows, Stretch stretch, CancellationToken cancellationToken) =>
        await AreaKeyShares.FindAsync(db, query.View, cancellationToken) is { } key && query.View.Outline is { } day
            ? windows.Restated(day).Shares(query.Area.Code, key).Where(one => !one.Share.IsZero)
                .SelectMany(one => windows.Of(new AreaScope(one.Unit.Code) { AloneSince = one.Unit.ValidFrom ?? DateOnly.MinValue }, stretch.From, stretch.To))
            : [];

    async Task WriteAsync(
        StringBuilder sql, List<object> parameters, string fact, ReportingDb db, ContributionQuery query, Stretch stretch, CancellationToken cancellationToken)
    {
        var (from, to, isFirst, firstDay) = stretch;
        IReadOnlyList<string> measures = isFirst ? query.Aggregation.Measures : [query.Aggregation.Link!.Measure];
        sql.Append(fact).Append(".measure IN (")
            .AppendJoin(',', measures.Select(code => MeasureKey.Of(code).ToString(CultureInfo.InvariantCulture)))
            .Append(CultureInfo.InvariantCulture, $") AND {fact}.day BETWEEN {Math.Max(StoredFormats.ToNumber(from), firstDay)} AND {StoredFormats.ToNumber(to)}");
        if (query.View.AsOf is { } asOf)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND {fact}.recorded_at <= {asOf.UtcTicks}");
        }

        // The second measure's records may lie anywhere, and no filter is about them.
        if (!isFirst && !query.WithinArea)
        {
            return;
        }

        var windows = await history.AsKnownAsync(db, query.View.AsOf, cancellationToken);
        List<AreaWindow> scope = [.. windows.Of(query.Area, from, to, query.View.Outline), .. await SharedOutAsync(db, query, windows, stretch, cancellationToken)];
        var json = AreaWindows.ToJson(scope);
        sql.Append(CultureInfo.InvariantCulture, $" AND {fact}.area_code IN (SELECT area_code FROM ({List(store.Dialect.Windows, json, parameters)}) AS a)");
        if (scope.Exists(window => window.From > from || window.To < to))
        {
            sql.Append(" AND EXISTS (SELECT 1 FROM (").Append(List(store.Dialect.Windows, json, parameters))
                .Append(CultureInfo.InvariantCulture, $") AS w WHERE w.area_code = {fact}.area_code AND {fact}.day BETWEEN w.first_day AND w.last_day)");
        }

        if (isFirst && query.Aggregation.Filters.Count > 0)
        {
            var passing = (await KnownAsync(db, cancellationToken)).Values
                .Where(set => query.Aggregation.Filters.All(filter => filter.Passes(set[filter.Dimension]))).Select(set => set.Key);
            sql.Append(CultureInfo.InvariantCulture, $" AND {fact}.dims IN (SELECT item FROM ({List(store.Dialect.Keys, $"[{string.Join(',', passing)}]", parameters)}) AS k)");
        }
    }

    // Joined keys are one person, whenever that became known.
    static string Person(string fact) => $"COALESCE((SELECT p.canonical FROM person_alias AS p WHERE p.former = {fact}.person), {fact}.person)";

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

    /// <summary>Days, whether they are the first measure's, and the day as yyyymmdd with which the page begins.</summary>
    readonly record struct Stretch(DateOnly From, DateOnly To, bool IsFirst, int FirstDay = 0);
}
