using AnSinh.Reporting.Data;
using AnSinh.Reporting.Periods;
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

    /// <summary>The plans of lines: those in force or, as of a moment, those that had been set by then.</summary>
    public async Task<Lookup> OfAsync(AskedFigures asked, IEnumerable<FigureLine> lines, CancellationToken cancellationToken)
    {
        var planned = lines.Where(line => MayHave(asked, line)).ToList();
        if (planned.Count == 0)
        {
            return _ => null;
        }

        var codes = planned.Select(line => line.Area.Code).Distinct(StringComparer.Ordinal).ToList();
        var years = planned.Select(line => line.Period.Year).Distinct().ToList();
        var known = asked.View.AsOf is { } moment
            ? (await db.PlanVersions.AsNoTracking()
                .Where(plan => EF.Parameter(years).Contains(plan.Year) && EF.Parameter(codes).Contains(plan.AreaCode) && plan.SetAt <= moment)
                .ToListAsync(cancellationToken)).GroupBy(Key).Select(versions => AsPlan(versions.MaxBy(version => version.Version)!))
            : await db.Plans.AsNoTracking().Where(plan => EF.Parameter(years).Contains(plan.Year) && EF.Parameter(codes).Contains(plan.AreaCode))
                .ToListAsync(cancellationToken);
        var plans = known.ToDictionary(Key);
        return line => MayHave(asked, line) ? plans.GetValueOrDefault((line.Indicator.Code, line.Area.Code, line.Period.Year)) : null;
    }

    // A plan is for a calendar year and for the unit that bears the code in it: not for a piece of the year, for a unit that only shares
    // the code, or for several units together.
    static bool MayHave(AskedFigures asked, FigureLine line) =>
        line.Area is { IsSum: false, Scopes: [{ Below: null }] }
        && line.Period.From == line.Period.Calendar.FirstDayOf(line.Period.Year, 1)
        && (asked.View.Outline is not { } day || asked.Tree.Find(line.Area.Code, day) == asked.Tree.Find(line.Area.Code, line.Period.To));

    static (string Indicator, string AreaCode, int Year) Key(PlanContent plan) => (plan.Indicator, plan.AreaCode, plan.Year);

    static Plan AsPlan(PlanVersion version) => new()
    {
        Indicator = version.Indicator,
        AreaCode = version.AreaCode,
        Year = version.Year,
        Version = version.Version,
        Target = version.Target,
        TargetTo = version.TargetTo,
        Comparator = version.Comparator,
        Direction = version.Direction,
        LegalBasis = version.LegalBasis,
        SetBy = version.SetBy,
        SetAt = version.SetAt,
    };
}
