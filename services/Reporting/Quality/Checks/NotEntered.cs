using AnSinh.Reporting.Data;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>Survey figures of a province that nobody has keyed in for a calendar year.</summary>
/// <param name="db">The scope's database.</param>
public sealed class NotEntered(ReportingDb db) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.NotEntered;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var (period, code) = (scope.Period, scope.Area.Code);
        if (period.Kind != PeriodKind.Year || period.Calendar != ReportingCalendar.Civil || AreaUnit.LevelOf(code) != AreaLevel.Province)
        {
            return new CheckResult([], []);
        }

        var entered = await db.EnteredFigures.AsNoTracking()
            .Where(figure => figure.AreaCode == code && figure.Day >= period.From && figure.Day <= period.To && figure.WithdrawnBy == null)
            .Select(figure => figure.Indicator).Distinct().ToListAsync(cancellationToken);
        return new CheckResult(
            [code],
            [.. rule.Indicators.Where(indicator => !entered.Contains(indicator.Code)).Select(indicator => new SeenFinding
            {
                Indicator = indicator,
                AreaCode = code,
                Message = $"{indicator.Code} là số điều tra nhưng {PeriodNames.NameOf(period)} chưa có số nào được nhập và ký.",
                Values = [SeenValue.Count("số lần nhập", 0, "lần")],
            })]);
    }
}
