using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Numbers;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>Communes whose records are made too long after their day of effect. A correction is no new record.</summary>
/// <param name="db">The scope's database.</param>
public sealed class LateRecords(ReportingDb db) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.Late;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var found = new List<SeenFinding>();
        foreach (var indicator in rule.Indicators)
        {
            var counts = await CountAsync(indicator, rule.Days, scope, cancellationToken);
            found.AddRange(counts.Where(commune => new Rational(commune.Value.Late, commune.Value.All) > rule.MostShare)
                .Select(commune => Finding(indicator, rule, commune.Key, commune.Value.Late, commune.Value.All)));
        }

        return new CheckResult([.. scope.Communes.Select(commune => commune.AreaCode).Distinct()], found);
    }

    async Task<SortedDictionary<string, (int Late, int All)>> CountAsync(IndicatorDefinition indicator, int days, QualityScope scope, CancellationToken cancellationToken)
    {
        var (measures, from, to) = (IndicatorMeasures.Of(indicator), scope.Period.From, scope.Period.To);
        var communes = scope.Communes.ToLookup(commune => commune.AreaCode, StringComparer.Ordinal);
        var codes = communes.Select(commune => commune.Key).ToList();
        var facts = db.Facts.AsNoTracking()
            .Where(fact => measures.Contains(fact.Measure) && fact.Day >= from && fact.Day <= to && codes.Contains(fact.AreaCode) && fact.ReversesEventId == null
                && !db.Facts.Any(back => back.EventId == fact.EventId && back.ReversesEventId != null))
            .Select(fact => new { fact.AreaCode, fact.Day, fact.RecordedAt });
        var counts = new SortedDictionary<string, (int Late, int All)>(StringComparer.Ordinal);
        await foreach (var fact in facts.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (communes[fact.AreaCode].Any(window => window.From <= fact.Day && fact.Day <= window.To))
            {
                var (late, all) = counts.GetValueOrDefault(fact.AreaCode);
                var isLate = VietnamDay.Of(fact.RecordedAt).DayNumber - fact.Day.DayNumber > days;
                counts[fact.AreaCode] = (late + (isLate ? 1 : 0), all + 1);
            }
        }

        return counts;
    }

    static SeenFinding Finding(IndicatorDefinition indicator, QualityRule rule, string code, int late, int all)
    {
        var share = new Rational(late, all) * 100;
        return new SeenFinding
        {
            Indicator = indicator,
            AreaCode = code,
            Message = $"{late}/{all} bản ghi của {indicator.Code} được nhập sau ngày phát sinh hơn {rule.Days} ngày.",
            Values =
            [
                SeenValue.Count("số bản ghi nhập chậm", late, "bản ghi"),
                SeenValue.Count("số bản ghi", all, "bản ghi"),
                new SeenValue("tỷ lệ nhập chậm", share.ToString(), NumberForm.Percent.Print(share)),
            ],
        };
    }
}
