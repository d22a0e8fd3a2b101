using System.Text.Json;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Quality;

/// <summary>Keeps what rules find: each subject once, however often it is seen.</summary>
/// <param name="db">The command's database.</param>
/// <param name="time">Clock.</param>
public sealed class FindingBook(ReportingDb db, TimeProvider time)
{
    const int Chunk = 500;

    /// <summary>Keeps what one rule found.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="period">The period.</param>
    /// <param name="result">What it looked at and found.</param>
    /// <param name="known">The findings of the rule for the period.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>How many were opened, were known and are still there, and are gone.</returns>
    public async Task<(int Opened, int StillFound, int Gone)> KeepAsync(
        QualityRule rule, Period period, CheckResult result, IEnumerable<QualityFinding> known, CancellationToken cancellationToken)
    {
        var bySubject = known.ToDictionary(finding => (finding.Indicator, finding.AreaCode, finding.Source));
        var seenAgain = new List<Guid>();
        var opened = 0;
        foreach (var seen in result.Found)
        {
            if (!bySubject.Remove((seen.Indicator?.Code ?? "", seen.AreaCode, seen.Source), out var finding))
            {
                db.Add(New(rule, period, seen));
                opened++;
                continue;
            }

            opened += FindingStates.WhenSeen(finding.State) == finding.State ? 0 : 1;
            Update(finding, rule, seen);
            seenAgain.Add(finding.Id);
        }

        var missing = bySubject.Values.Where(finding => finding.State != FindingStates.WhenNotSeen(finding.State) && result.Areas.Contains(finding.AreaCode)).ToList();
        missing.ForEach(finding => finding.State = FindingStates.WhenNotSeen(finding.State));
        await TouchAsync(seenAgain, cancellationToken);
        return (opened, result.Found.Count - opened, missing.Count);
    }

    QualityFinding New(QualityRule rule, Period period, SeenFinding seen)
    {
        var now = time.GetUtcNow();
        return new QualityFinding
        {
            Id = TimeOrderedId.Next(time),
            Rule = rule.Code,
            Kind = rule.Kind,
            RuleText = rule.TextVi,
            Indicator = seen.Indicator?.Code ?? "",
            AreaCode = seen.AreaCode,
            AreaOn = period.To,
            Period = seen.Indicator is null ? "" : period.ToString(),
            Source = seen.Source,
            Owner = seen.Indicator?.Owner ?? seen.Source,
            State = QualityState.Open,
            Message = seen.Message,
            Values = ToJson(seen),
            FoundAt = now,
            SeenAt = now,
        };
    }

    static void Update(QualityFinding finding, QualityRule rule, SeenFinding seen)
    {
        finding.State = FindingStates.WhenSeen(finding.State);
        (finding.RuleText, finding.Message, finding.Values) = (rule.TextVi, seen.Message, ToJson(seen));
    }

    /// <summary>Notes that they were seen without making a new version: whoever is at work on one of them need not read it again.</summary>
    async Task TouchAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var chunk in ids.Chunk(Chunk))
        {
            await db.QualityFindings.Where(finding => chunk.Contains(finding.Id)).ExecuteUpdateAsync(set => set.SetProperty(finding => finding.SeenAt, now), cancellationToken);
        }
    }

    static string ToJson(SeenFinding seen) => JsonSerializer.Serialize(seen.Values);
}
