using AnSinh.Reporting.Data;
using AnSinh.Reporting.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Figures;

/// <summary>The plans against which lines are held, all by one query.</summary>
/// <param name="db">The scope's database.</param>
public sealed class LinePlans(ReportingDb db)
{
    /// <summary>The plan of a line, if there is one.</summary>
    /// <param name="line">The line.</param>
    public delegate Plan? Lookup(FigureLine line);

    /// <summary>The plans of lines: the versions that held on the last day of their periods, of those that had been set by the moment of the view.</summary>
    public async Task<Lookup> OfAsync(AskedFigures asked, IEnumerable<FigureLine> lines, CancellationToken cancellationToken)
    {
        var planned = lines.Select(line => (line.Area.Code, Years: YearsOf(asked, line))).Where(one => one.Years is not null).ToList();
        if (planned.Count == 0)
        {
            return _ => null;
        }

        var codes = planned.Select(one => one.Code).Distinct(StringComparer.Ordinal).ToList();
        var years = planned.Select(one => one.Years!.Value).Distinct().ToList();
        var known = (await db.PlanVersions.AsNoTracking().KnownAt(asked.View.AsOf)
            .Where(plan => EF.Parameter(years).Contains(plan.Year) && EF.Parameter(codes).Contains(plan.AreaCode))
            .ToListAsync(cancellationToken)).ToLookup(plan => (plan.Indicator, plan.AreaCode, plan.Year));
        return line => YearsOf(asked, line) is { } of ? PlanHistory.HeldOn(known[(line.Indicator.Code, line.Area.Code, of)], line.Period.To)?.AsPlan() : null;
    }

    // A plan is for a year or a term and for the unit that bears the code in it: not for a unit that only shares the code, or for several
    // units together.
    static int? YearsOf(AskedFigures asked, FigureLine line) =>
        line.Area is { IsSum: false, Scopes: [{ Below: null }] }
        && (asked.View.Outline is not { } day || asked.Tree.Find(line.Area.Code, day) == asked.Tree.Find(line.Area.Code, line.Period.To))
            ? PlanYears.Of(line.Period)
            : null;
}
