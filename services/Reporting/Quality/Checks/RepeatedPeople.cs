using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>People who stand in the ledger with one measure more than once on one day in one commune. Says how many, never who.</summary>
/// <param name="db">The scope's database.</param>
public sealed class RepeatedPeople(ReportingDb db) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.RepeatedPerson;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var communes = scope.Communes.ToLookup(commune => commune.AreaCode, StringComparer.Ordinal);
        var codes = communes.Select(commune => commune.Key).ToList();
        var found = new List<SeenFinding>();
        foreach (var indicator in rule.Indicators)
        {
            var (measures, from, to) = (IndicatorMeasures.Of(indicator), scope.Period.From, scope.Period.To);
            var repeated = await db.Presences.AsNoTracking()
                .Where(row => measures.Contains(row.Measure) && codes.Contains(row.AreaCode) && row.Day >= from && row.Day <= to)
                .GroupBy(row => new { row.Measure, row.AreaCode, row.Day, row.Person })
                .Where(group => group.Sum(row => row.Count) > 1)
                .Select(group => new { group.Key.AreaCode, group.Key.Day, group.Key.Person, Records = group.Sum(row => row.Count) })
                .ToListAsync(cancellationToken);
            found.AddRange(repeated.Where(one => communes[one.AreaCode].Any(window => window.From <= one.Day && one.Day <= window.To))
                .GroupBy(one => one.AreaCode).OrderBy(commune => commune.Key, StringComparer.Ordinal)
                .Select(commune => Finding(
                    indicator, commune.Key, commune.Select(one => one.Person).Distinct().Count(), commune.Sum(one => one.Records), commune.Min(one => one.Day), commune.Max(one => one.Day))));
        }

        return new CheckResult(codes, found);
    }

    static SeenFinding Finding(IndicatorDefinition indicator, string code, int people, long records, DateOnly first, DateOnly last) => new()
    {
        Indicator = indicator,
        AreaCode = code,
        Message = $"{people} người có hơn một bản ghi của {indicator.Code} trong cùng một ngày, trong các ngày từ {VietnamDay.Text(first)} đến {VietnamDay.Text(last)}.",
        Values = [SeenValue.Count("số người", people, "người"), SeenValue.Count("số bản ghi của họ", records, "bản ghi")],
    };
}
