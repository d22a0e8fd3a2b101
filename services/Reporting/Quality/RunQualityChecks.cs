using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Errors;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>Keeps what every rule saw over a period and an area; the rules have looked before the command's transaction began.</summary>
/// <param name="db">The command's database.</param>
/// <param name="look">What the rules saw.</param>
/// <param name="book">Keeps what is found.</param>
public sealed class RunQualityChecks(ReportingDb db, QualityLook look, FindingBook book)
{
    /// <summary>Keeps the findings; the command's transaction saves them.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<Wire.RunQualityChecksResponse> RunAsync(CancellationToken cancellationToken)
    {
        var seen = look.Seen();
        var known = await KnownAsync(seen, cancellationToken);
        var answer = new Wire.RunQualityChecksResponse
        {
            Rules = { seen.Results.Select(one => one.Rule.Code) },
            NotYet = { seen.NotYet.Select(rule => rule.Code) },
        };
        foreach (var (rule, result) in seen.Results)
        {
            var done = await book.KeepAsync(rule, seen.Period, result, known[rule.Code], cancellationToken);
            (answer.Opened, answer.StillFound, answer.Gone) = (answer.Opened + done.Opened, answer.StillFound + done.StillFound, answer.Gone + done.Gone);
        }

        return answer;
    }

    /// <summary>The findings of the period, and those of sources, by rule.</summary>
    async Task<ILookup<string, QualityFinding>> KnownAsync(QualitySight seen, CancellationToken cancellationToken)
    {
        var (codes, text) = (seen.Results.Select(one => one.Rule.Code).ToList(), seen.Period.ToString());
        var known = await db.QualityFindings.Where(finding => codes.Contains(finding.Rule) && (finding.Period == text || finding.Period == "")).ToListAsync(cancellationToken);
        return known.ToLookup(finding => finding.Rule, StringComparer.Ordinal);
    }
}
