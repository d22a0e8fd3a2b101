using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>
/// Runs every rule over a period and an area. The ledger is read through a scope of its own, because figures are read in a transaction of
/// their own; what is found is written with the command's.
/// </summary>
/// <param name="db">The command's database.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">Reads period and area.</param>
/// <param name="areas">All units.</param>
/// <param name="windows">Areas over periods.</param>
/// <param name="book">Keeps what is found.</param>
/// <param name="scopes">Makes the scope that reads.</param>
/// <param name="time">Clock.</param>
public sealed class RunQualityChecks(
    ReportingDb db, QualityRules rules, FigureSubject subject, AreaDirectory areas, AreaWindows windows, FindingBook book, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Longest period in days: a year.</summary>
    public const int LongestPeriod = 366;

    /// <summary>Runs; the command's transaction saves what was found.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.RunQualityChecksResponse> RunAsync(Wire.RunQualityChecksRequest request, CancellationToken cancellationToken)
    {
        var period = FigureSubject.Period(request.Period);
        if (period.Days > LongestPeriod)
        {
            throw Refusal.Invalid("period", "quality.period_too_long", $"Kỳ dài {period.Days} ngày; cho phép đến {LongestPeriod} ngày.");
        }

        var scope = new QualityScope(areas, windows, period, subject.Area(request.AreaCode, period));
        var isOver = period.To < VietnamDay.Today(time);
        var due = rules.All.Where(rule => isOver || !rule.NeedsClosedPeriod).ToList();
        var results = await LookAsync(due, scope, cancellationToken);
        var known = await KnownAsync(due, period, cancellationToken);
        var answer = new Wire.RunQualityChecksResponse
        {
            Rules = { due.Select(rule => rule.Code) },
            NotYet = { rules.All.Except(due).Select(rule => rule.Code) },
        };
        foreach (var (rule, result) in due.Zip(results))
        {
            var done = await book.KeepAsync(rule, period, result, known[rule.Code], cancellationToken);
            (answer.Opened, answer.StillFound, answer.Gone) = (answer.Opened + done.Opened, answer.StillFound + done.StillFound, answer.Gone + done.Gone);
        }

        return answer;
    }

    async Task<List<CheckResult>> LookAsync(List<QualityRule> due, QualityScope scope, CancellationToken cancellationToken)
    {
        await using var reading = scopes.CreateAsyncScope();
        var checks = reading.ServiceProvider.GetServices<IQualityCheck>().ToDictionary(check => check.Kind);
        var results = new List<CheckResult>(due.Count);
        foreach (var rule in due)
        {
            results.Add(await checks[rule.Kind].LookAsync(rule, scope, cancellationToken));
        }

        return results;
    }

    /// <summary>The findings of the period, and those of sources, by rule.</summary>
    async Task<ILookup<string, QualityFinding>> KnownAsync(List<QualityRule> due, Period period, CancellationToken cancellationToken)
    {
        var (codes, text) = (due.Select(rule => rule.Code).ToList(), period.ToString());
        var known = await db.QualityFindings.Where(finding => codes.Contains(finding.Rule) && (finding.Period == text || finding.Period == "")).ToListAsync(cancellationToken);
        return known.ToLookup(finding => finding.Rule, StringComparer.Ordinal);
    }
}
