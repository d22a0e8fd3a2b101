using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>What the rules saw in one call.</summary>
/// <param name="Period">The period.</param>
/// <param name="Results">What each rule that was due looked at and found.</param>
/// <param name="NotYet">The rules that need a period that is over.</param>
public sealed record QualitySight(Period Period, IReadOnlyList<(QualityRule Rule, CheckResult Result)> Results, IReadOnlyList<QualityRule> NotYet);

/// <summary>
/// Looks with every rule before the call's transaction begins: over a province and a year that takes seconds, in which nobody who writes
/// shall wait. Whoever asks for what cannot be looked at is refused within the command, where the refusal is kept under its request id.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="subject">Reads period and area.</param>
/// <param name="areas">All units.</param>
/// <param name="windows">Areas over periods.</param>
/// <param name="scopes">Makes the scope that reads: figures are read in a transaction of their own.</param>
/// <param name="time">Clock.</param>
public sealed class QualityLook(
    QualityRules rules, FigureSubject subject, AreaDirectory areas, AreaWindows windows, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Longest period in days: a year.</summary>
    public const int LongestPeriod = 366;

    QualitySight? seen;
    Refusal? refused;

    /// <summary>What was seen.</summary>
    /// <exception cref="Refusal">What was asked for cannot be looked at.</exception>
    public QualitySight Seen() => refused is null ? seen ?? throw new InvalidOperationException("Nobody has looked yet.") : throw refused;

    /// <summary>Looks.</summary>
    public async Task LookAsync(Wire.RunQualityChecksRequest request, CancellationToken cancellationToken)
    {
        try
        {
            seen = await EveryRuleAsync(request, cancellationToken);
        }
        catch (Refusal refusal)
        {
            refused = refusal;
        }
    }

    async Task<QualitySight> EveryRuleAsync(Wire.RunQualityChecksRequest request, CancellationToken cancellationToken)
    {
        var period = FigureSubject.Period(request.Period);
        if (period.Days > LongestPeriod)
        {
            throw Refusal.Invalid("period", "quality.period_too_long", $"Kỳ dài {period.Days} ngày; cho phép đến {LongestPeriod} ngày.");
        }

        var scope = new QualityScope(areas, windows, period, subject.Area(request.AreaCode, period));
        var isOver = period.To < VietnamDay.Today(time);
        var due = rules.All.Where(rule => isOver || !rule.NeedsClosedPeriod).ToList();
        await using var reading = scopes.CreateAsyncScope();
        var checks = reading.ServiceProvider.GetServices<IQualityCheck>().ToDictionary(check => check.Kind);
        var results = new List<(QualityRule Rule, CheckResult Result)>(due.Count);
        foreach (var rule in due)
        {
            results.Add((rule, await checks[rule.Kind].LookAsync(rule, scope, cancellationToken)));
        }

        return new QualitySight(period, results, [.. rules.All.Except(due)]);
    }
}
