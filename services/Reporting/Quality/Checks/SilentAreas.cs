using AnSinh.Reporting.Data;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>
/// Communes without a record while others have some. Always held against the communes of the whole province, so that a run over a district
/// and one over the province find the same.
/// </summary>
/// <param name="db">The scope's database.</param>
public sealed class SilentAreas(ReportingDb db) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.SilentArea;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var own = scope.Communes.Where(scope.IsWhole).Select(commune => commune.AreaCode).ToList();
        var all = scope.CommunesOfProvince().Where(scope.IsWhole).Select(commune => commune.AreaCode).ToList();
        var found = new List<SeenFinding>();
        foreach (var indicator in rule.Indicators)
        {
            var measures = IndicatorMeasures.Of(indicator);
            var told = (await db.Cells.AsNoTracking()
                .Where(cell => measures.Contains(cell.Measure) && all.Contains(cell.AreaCode) && cell.Day >= scope.Period.From && cell.Day <= scope.Period.To && cell.Count != 0)
                .Select(cell => cell.AreaCode).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            // Nobody told anything: then nothing happened, and silence says nothing.
            if (told.Count == 0 || new Rational(told.Count, all.Count) < rule.LeastShare)
            {
                continue;
            }

            found.AddRange(own.Where(code => !told.Contains(code)).Select(code => new SeenFinding
            {
                Indicator = indicator,
                AreaCode = code,
                Message = $"Không có bản ghi nào của {indicator.Code} trong {PeriodNames.NameOf(scope.Period)}, trong khi {told.Count}/{all.Count} xã của tỉnh có.",
                Values = [SeenValue.Count("số xã có bản ghi", told.Count, "xã"), SeenValue.Count("số xã của tỉnh", all.Count, "xã")],
            }));
        }

        return new CheckResult(own, found);
    }
}
